using System.Globalization;

namespace GmConnect.Web.Ui.Questions;

public enum DateFault
{
    None,
    Missing,
    NoDay,
    NoMonth,
    NoYear,
    YearNotFourDigits,
    NotReal
}

/// <summary>A date as three typed fields, kept exactly as typed. Months may be names; spaces and dots do not matter.</summary>
public sealed class DateAnswer
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public static DateAnswer From(DateOnly? date) => date is not { } known ? new DateAnswer() : new DateAnswer
    {
        Day = known.Day.ToString(CultureInfo.InvariantCulture),
        Month = known.Month.ToString(CultureInfo.InvariantCulture),
        Year = known.Year.ToString(CultureInfo.InvariantCulture)
    };

    public bool IsEmpty => Neat(Day).Length + Neat(Month).Length + Neat(Year).Length == 0;

    /// <summary>The date, or what is wrong with it: what is missing comes before what cannot be.</summary>
    public DateFault Read(out DateOnly date)
    {
        date = default;
        var (day, month, year) = (Neat(Day), Neat(Month), Neat(Year));

        return (day, month, year) switch
        {
            ("", "", "") => DateFault.Missing,
            ("", _, _) => DateFault.NoDay,
            (_, "", _) => DateFault.NoMonth,
            (_, _, "") => DateFault.NoYear,
            _ when year.Length != 4 || !year.All(char.IsAsciiDigit) => DateFault.YearNotFourDigits,
            _ => TryMake(day, month, year, out date) ? DateFault.None : DateFault.NotReal
        };
    }

    private static bool TryMake(string day, string month, string year, out DateOnly date)
    {
        date = default;
        if (!int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) || MonthOf(month) is not { } m)
        {
            return false;
        }

        var y = int.Parse(year, CultureInfo.InvariantCulture);
        if (y < 1 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return false;
        }

        date = new DateOnly(y, m, d);

        return true;
    }

    private static int? MonthOf(string typed)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = CultureInfo.CurrentCulture.DateTimeFormat;
        var found = Enumerable.Range(1, 12).Where(month => typed.Length >= 3
            && names.GetMonthName(month).StartsWith(typed, StringComparison.CurrentCultureIgnoreCase)).ToList();

        return found.Count == 1 ? found[0] : null;
    }

    private static string Neat(string? typed) => (typed ?? "").Trim().Trim('.', ',', '/', '-').Trim();
}
