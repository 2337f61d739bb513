using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Stories;

/// <summary>
/// A date as people remember it: a day, a month or only a year. Stored as ISO 8601 (2026-11-04, 2026-11 or 2026).
/// Takes three fields; the month as a number or an English name, whole or shortened. Refuses a missing or short year,
/// a day that no calendar has, a date after today (Europe/London) and a year before 1900.
/// Source: GOV.UK Design System, Dates.
/// </summary>
public static class ApproximateDate
{
    public const int EarliestYear = 1900;

    public static Outcome<string> Parse(string? day, string? month, string? year, DateOnly today)
    {
        day = PlainText.Clean(day);
        month = PlainText.Clean(month);
        year = PlainText.Clean(year);

        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || year.Length != 4)
        {
            return new DateHasNoYear();
        }

        if (y < EarliestYear)
        {
            return new DateTooLongAgo(EarliestYear);
        }

        if (month.Length == 0)
        {
            return day.Length > 0 ? new DateNotReal() : y > today.Year ? new DateInFuture() : Outcome.Of(year);
        }

        if (MonthOf(month) is not { } m)
        {
            return new DateNotReal();
        }

        if (day.Length == 0)
        {
            return new DateOnly(y, m, 1) > today ? new DateInFuture() : Outcome.Of($"{y:0000}-{m:00}");
        }

        if (!int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return new DateNotReal();
        }

        return new DateOnly(y, m, d) > today ? new DateInFuture() : Outcome.Of($"{y:0000}-{m:00}-{d:00}");
    }

    /// <summary>The stored form taken apart again for the three fields.</summary>
    public static (string Day, string Month, string Year) Fields(string stored)
    {
        var pieces = stored.Split('-');

        return (
            pieces.Length > 2 ? pieces[2].TrimStart('0') : "",
            pieces.Length > 1 ? pieces[1].TrimStart('0') : "",
            pieces[0]);
    }

    /// <summary>In words: "4 November 2026", "November 2026" or "2026".</summary>
    public static string Show(string stored, CultureInfo culture) =>
        DateOnly.TryParseExact(stored, "yyyy-MM-dd", out var date) ? date.ToString("d MMMM yyyy", culture)
        : DateOnly.TryParseExact(stored, "yyyy-MM", out var month) ? month.ToString("MMMM yyyy", culture)
        : stored;

    private static int? MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = Array.FindIndex(names, n => text.Length >= 3 && n.StartsWith(text, StringComparison.OrdinalIgnoreCase));

        return index is >= 0 and < 12 ? index + 1 : null;
    }
}
