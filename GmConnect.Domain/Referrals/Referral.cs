using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Referrals;

/// <summary>How soon somebody must act, decided by a person with a reason.</summary>
public enum Priority
{
    Today,
    WithinThreeDays,
    WithinTwoWeeks,
    Routine
}

/// <summary>Work handed to one agency by a family's share: triaged with a reason, then answered.</summary>
public sealed class Referral : IConcernsResident<Referral>, IVersioned
{
    public const int ReferenceMaxLength = 20;
    public const int ReasonMaxLength = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the referral without naming anybody.</summary>
    public required string Reference { get; init; }

    public required Guid ResidentId { get; init; }

    public static Subject<Referral> Subject { get; } = new(DataCategory.Referral);

    public required Guid AgencyId { get; init; }

    /// <summary>The consent whose share made it.</summary>
    public required Guid ConsentId { get; set; }

    public required Purpose Purpose { get; set; }

    public required DateTime ReceivedAt { get; init; }

    public ReferralStatus Status { get; private set; }

    public Priority? Priority { get; private set; }

    public string? TriageReason { get; private set; }

    public Guid? TriagedBy { get; private set; }

    public DateTime? TriagedAt { get; private set; }

    public string? RefusalReason { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The case that answers it: the agency's own, or one it joined.</summary>
    public Guid? CaseId { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public Guid Version { get; set; }

    public Outcome Triage(Priority priority, string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (CheckReason(words) is { } refusal)
        {
            return refusal;
        }

        return Become(ReferralStatus.Triaged).Then(() =>
            (Priority, TriageReason, TriagedBy, TriagedAt) = (priority, words, stamp.By, stamp.At));
    }

    public Outcome Accept(Guid caseId, Stamp stamp) =>
        Become(ReferralStatus.Accepted).Then(() => (CaseId, AnsweredBy, AnsweredAt) = (caseId, stamp.By, stamp.At));

    /// <summary>The family is told the reason word for word.</summary>
    public Outcome Refuse(string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);
        if (CheckReason(words) is { } refusal)
        {
            return refusal;
        }

        return Become(ReferralStatus.Refused).Then(() =>
            (RefusalReason, AnsweredBy, AnsweredAt) = (words, stamp.By, stamp.At));
    }

    /// <summary>The family shared again: the live referral goes on under the newer consent.</summary>
    public void ComeUnder(ConsentRecord consent) => (ConsentId, Purpose) = (consent.Id, consent.Purpose);

    public Outcome Withdraw(DateTime at) => Become(ReferralStatus.Withdrawn).Then(() => WithdrawnAt = at);

    private static Refusal? CheckReason(string words) => words.Length switch
    {
        0 => new ReferralNeedsReason(),
        > ReasonMaxLength => new ReferralReasonTooLong(words.Length, ReasonMaxLength),
        _ => null
    };

    private Outcome Become(ReferralStatus next)
    {
        if (!Status.CanBecome(next))
        {
            return new ReferralNotInThatState(Status, next);
        }

        Status = next;

        return Outcome.Done;
    }
}
