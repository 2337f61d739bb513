using System.Globalization;

namespace GmConnect.Web.Ui;

/// <summary>Stored in UTC, shown as the clocks in Greater Manchester say.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTime FromUtc(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(FromUtc(clock.GetUtcNow().UtcDateTime));

    /// <summary>27 March 2026</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Fri 27 Mar: for boards, where the year is this one.</summary>
    public static string Short(DateOnly date) => date.ToString("ddd d MMM", CultureInfo.CurrentCulture);

    /// <summary>Fri 27 Mar, 14:05</summary>
    public static string ShortMoment(DateTime utc) => FromUtc(utc).ToString("ddd d MMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>27 March 2026, 14:05</summary>
    public static string Moment(DateTime utc) => FromUtc(utc).ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
