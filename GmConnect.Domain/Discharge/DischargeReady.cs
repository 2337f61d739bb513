using GmConnect.Domain.Common;

namespace GmConnect.Domain.Discharge;

/// <summary>
/// The date on which somebody no longer met the criteria to reside, and how long they have waited since (standards 4.3). All dates are
/// London's.
/// </summary>
/// <param name="On">Nothing: they need the bed, or it was never said that they do not, or they left on the day they came.</param>
/// <param name="DelayDays">The days from then to the day they left, or to today while they are there; nothing where there is no date.</param>
public readonly record struct DischargeReady(DateOnly? On, int? DelayDays)
{
    /// <summary>
    /// Met again and still there, the date is gone, and the next is the start of the period that then begins. Gone home, it is the start
    /// of the final period in which they did not meet the criteria, whatever was noted after they left.
    /// </summary>
    /// <param name="reviews">In any order.</param>
    /// <param name="left">Nothing while they are there.</param>
    /// <param name="today">Today in London.</param>
    public static DischargeReady Of(DateOnly admitted, IEnumerable<CriteriaReview> reviews, DateTime? left, DateOnly today)
    {
        var until = left is { } gone ? LondonTime.DayOf(gone) : today;
        DateOnly? current = null, final = null;
        foreach (var review in reviews.Where(r => left is null || r.At <= left).OrderBy(r => r.At))
        {
            current = review.MeetsCriteria ? null : current ?? LondonTime.DayOf(review.At);
            final = current ?? final;
        }

        var on = left is null ? current : final;
        // It is recorded for stays over a night only.
        if (on is not { } ready || (left is not null && until == admitted))
        {
            return default;
        }

        return new DischargeReady(ready, until.DayNumber - ready.DayNumber);
    }
}
