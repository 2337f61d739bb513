using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Oversight;

/// <summary>
/// When a matter is due: the end of a London working day. Source of the days: the law for a month (UK GDPR Article 12), our promise
/// for the rest (docs/decisions/0015, 0020).
/// </summary>
public static class DueDays
{
    public const int Urgent = 2;
    public const int ReviewOfLook = 10;
    public const int Question = 10;

    public static DateTime For(MatterKind kind, ReviewReason? reason, DateTime openedAt)
    {
        var day = LondonTime.DayOf(openedAt);

        return (kind, reason) switch
        {
            (MatterKind.Review or MatterKind.Question, ReviewReason.Override or ReviewReason.RepeatedOverride or ReviewReason.PlaceAtRisk or ReviewReason.StillWithheld
                or ReviewReason.SharedUnderLaw) =>
                WorkingDays.EndOfDayAfter(day, Urgent),
            (MatterKind.Review, _) => WorkingDays.EndOfDayAfter(day, ReviewOfLook),
            (MatterKind.Question, _) => WorkingDays.EndOfDayAfter(day, Question),
            _ => LondonTime.EndOf(day.AddMonths(1))
        };
    }
}
