using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Oversight;

/// <summary>
/// When a matter is due: the end of a London working day. Saturdays and Sundays do not count. Source of the days: the law for a
/// month (UK GDPR Article 12), our promise for the rest (docs/decisions/0015).
/// </summary>
public static class DueDays
{
    public const int ReviewOfOverride = 2;
    public const int ReviewOfLook = 10;
    public const int Question = 10;

    public static DateTime For(MatterKind kind, ReviewReason? reason, DateTime openedAt)
    {
        var day = LondonTime.DayOf(openedAt);

        return kind switch
        {
            MatterKind.Review => WorkingDaysAfter(day, reason is ReviewReason.Override ? ReviewOfOverride : ReviewOfLook),
            MatterKind.Question => WorkingDaysAfter(day, Question),
            _ => LondonTime.EndOf(day.AddMonths(1))
        };
    }

    private static DateTime WorkingDaysAfter(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return LondonTime.EndOf(day);
    }
}
