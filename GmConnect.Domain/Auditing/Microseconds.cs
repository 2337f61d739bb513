namespace GmConnect.Domain.Auditing;

internal static class Microseconds
{
    /// <summary>As the databases keep it.</summary>
    public static DateTime ToTheMicrosecond(this DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
