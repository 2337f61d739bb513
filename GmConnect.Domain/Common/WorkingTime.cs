namespace GmConnect.Domain.Common;

/// <summary>
/// Time that stands still at weekends and on bank holidays. What arrives outside 09:00 to 17:00 of a working day counts from
/// the next 09:00; from there a working day counts as 24 hours, so that a timer of so many days ends at the same time of a
/// later working day. London's time throughout. Source: docs/decisions/0021.
/// </summary>
public static class WorkingTime
{
    public static readonly TimeOnly DayBegins = new(9, 0);
    public static readonly TimeOnly DayEnds = new(17, 0);

    /// <summary>The moment (UTC) from which something counts that arrives at this one.</summary>
    public static DateTime Counts(DateTime utc)
    {
        var local = LondonTime.ToLondon(utc);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (WorkingDays.IsWorkingDay(day))
        {
            if (time < DayBegins)
            {
                return LondonTime.At(day, DayBegins);
            }

            if (time < DayEnds)
            {
                return utc;
            }
        }

        return LondonTime.At(NextWorkingDay(day), DayBegins);
    }

    /// <summary>The moment (UTC) that much working time after.</summary>
    public static DateTime Add(DateTime utc, TimeSpan span)
    {
        var local = LondonTime.ToLondon(utc);
        var (day, passed) = (DateOnly.FromDateTime(local), local.TimeOfDay);
        if (!WorkingDays.IsWorkingDay(day))
        {
            (day, passed) = (NextWorkingDay(day), TimeSpan.Zero);
        }

        var left = passed + span;
        while (left >= TimeSpan.FromDays(1))
        {
            left -= TimeSpan.FromDays(1);
            day = NextWorkingDay(day);
        }

        return LondonTime.At(day, TimeOnly.FromTimeSpan(left));
    }

    /// <summary>The working time from one moment (UTC) to another; none when the second is not later.</summary>
    public static TimeSpan Between(DateTime from, DateTime to)
    {
        var (start, end) = (LondonTime.ToLondon(from), LondonTime.ToLondon(to));
        var total = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(start); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
        {
            if (WorkingDays.IsWorkingDay(day))
            {
                var begins = Later(start, day.ToDateTime(TimeOnly.MinValue));
                var ends = Earlier(end, day.AddDays(1).ToDateTime(TimeOnly.MinValue));
                total += ends > begins ? ends - begins : TimeSpan.Zero;
            }
        }

        return total;
    }

    private static DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!WorkingDays.IsWorkingDay(day));

        return day;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
