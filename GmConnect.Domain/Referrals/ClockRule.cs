using GmConnect.Domain.Common;

namespace GmConnect.Domain.Referrals;

public enum ClockKind
{
    /// <summary>Every hour counts, day and night.</summary>
    Elapsed,

    /// <summary>It stands still outside working days: <see cref="WorkingTime"/>.</summary>
    Working
}

/// <summary>While a clock is stopped, and nothing as <see cref="Until"/> while it still is.</summary>
public readonly record struct ClockStop(DateTime From, DateTime? Until);

/// <summary>
/// How long somebody has. A clock of the same day ends at 17:00, or four hours after it began to count, whichever is later.
/// </summary>
/// <param name="Minutes">None for a clock of the same day.</param>
public sealed record ClockRule(ClockKind Clock, int Minutes, bool SameDay = false)
{
    private static readonly TimeSpan _atLeast = TimeSpan.FromHours(4);

    /// <summary>When a share of the time is used up: 1 is when it is due, 0.75 when it warns.</summary>
    /// <param name="stops">In any order; those that overlap count once.</param>
    /// <returns>In UTC; nothing while the clock is stopped before it got there.</returns>
    public DateTime? At(DateTime received, IEnumerable<ClockStop> stops, double share = 1)
    {
        var at = Clock is ClockKind.Working ? WorkingTime.Counts(received) : received;
        var left = Length(at) * share;
        foreach (var stop in stops.OrderBy(s => s.From))
        {
            if (stop.Until <= at)
            {
                continue;
            }

            var running = stop.From > at ? Between(at, stop.From) : TimeSpan.Zero;
            if (left <= running)
            {
                break;
            }

            if (stop.Until is not { } goesOn)
            {
                return null;
            }

            left -= running;
            at = goesOn;
        }

        return Add(at, left);
    }

    /// <summary>What of its time is used up, from 0; past 1 it is late.</summary>
    public double Used(DateTime received, IEnumerable<ClockStop> stops, DateTime now)
    {
        var begins = Clock is ClockKind.Working ? WorkingTime.Counts(received) : received;
        var (at, used) = (begins, TimeSpan.Zero);
        foreach (var stop in stops.OrderBy(s => s.From))
        {
            var from = stop.From < now ? stop.From : now;
            used += from > at ? Between(at, from) : TimeSpan.Zero;
            var until = stop.Until ?? now;
            at = until > at ? until : at;
        }

        used += now > at ? Between(at, now) : TimeSpan.Zero;

        return used / Length(begins);
    }

    private TimeSpan Length(DateTime begins)
    {
        if (!SameDay)
        {
            return TimeSpan.FromMinutes(Minutes);
        }

        var five = LondonTime.At(LondonTime.DayOf(begins), WorkingTime.DayEnds);

        return five > begins + _atLeast ? five - begins : _atLeast;
    }

    /// <summary>The hours of the same day are that day's own, whichever clock says on which day it begins.</summary>
    private bool CountsEveryHour => Clock is ClockKind.Elapsed || SameDay;

    private TimeSpan Between(DateTime from, DateTime to) => CountsEveryHour ? to - from : WorkingTime.Between(from, to);

    private DateTime Add(DateTime from, TimeSpan span) => CountsEveryHour ? from + span : WorkingTime.Add(from, span);
}
