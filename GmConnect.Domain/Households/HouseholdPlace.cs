using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Households;

public enum HouseholdAnswer
{
    Asked,
    Yes,
    No,

    /// <summary>They agreed, and do so no longer.</summary>
    TakenBack,

    /// <summary>A worker took the question back, or the case closed.</summary>
    Ended
}

/// <summary>
/// One person's side of being on a case together with another: their own answer, and what they may know of the other's. The other has a
/// side of their own, in their own record. It opens nothing: each keeps a case of their own, with its own team and grounds.
/// </summary>
public sealed class HouseholdPlace : IPartOf<CaseFile>, IConcernsResident<HouseholdPlace>, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<HouseholdPlace> Subject { get; } = new(DataCategory.Case);

    /// <summary>Their own case.</summary>
    public required Guid CaseFileId { get; init; }

    /// <summary>The same on both sides.</summary>
    public required Guid PairId { get; init; }

    public required Guid OtherId { get; init; }

    public required Guid OtherCaseId { get; init; }

    /// <summary>It is their case that the other is to be on.</summary>
    public required bool IsFirst { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public HouseholdAnswer Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>The other's answer.</summary>
    public HouseholdAnswer OtherAnswer { get; private set; }

    public Guid Version { get; set; }

    /// <summary>Both agreed.</summary>
    public bool IsOn => (Answer, OtherAnswer) is (HouseholdAnswer.Yes, HouseholdAnswer.Yes);

    /// <summary>One of them said no or does not agree any more, or it was ended.</summary>
    public bool IsOver => Answer > HouseholdAnswer.Yes || OtherAnswer > HouseholdAnswer.Yes;

    /// <summary>The two sides, both asked.</summary>
    public static (HouseholdPlace First, HouseholdPlace Further) Propose(CaseFile first, CaseFile further, Stamp stamp)
    {
        var pair = Guid.CreateVersion7();
        HouseholdPlace Of(CaseFile own, CaseFile other, bool isFirst) => new()
        {
            ResidentId = own.ResidentId, CaseFileId = own.Id, PairId = pair, OtherId = other.ResidentId, OtherCaseId = other.Id, IsFirst = isFirst,
            AgencyId = first.AgencyId, ProposedBy = stamp.By, ProposedAt = stamp.At
        };

        return (Of(first, further, true), Of(further, first, false));
    }

    /// <summary>They, or who acts for them, say yes or no. A yes can be taken back; a no stands until they are asked again.</summary>
    /// <param name="other">The other's side, which learns of the answer in the same save.</param>
    public Outcome Say(bool agrees, HouseholdPlace other, Stamp stamp)
    {
        if (IsOver || (Answer is HouseholdAnswer.Yes && agrees))
        {
            return new HouseholdIsAnswered();
        }

        Set(other, agrees ? HouseholdAnswer.Yes : Answer is HouseholdAnswer.Yes ? HouseholdAnswer.TakenBack : HouseholdAnswer.No, stamp);

        return Outcome.Done;
    }

    /// <summary>Their part on it is over.</summary>
    public Outcome End(HouseholdPlace? other, Stamp stamp)
    {
        if (IsOver)
        {
            return new HouseholdIsAnswered();
        }

        Set(other, HouseholdAnswer.Ended, stamp);

        return Outcome.Done;
    }

    private void Set(HouseholdPlace? other, HouseholdAnswer answer, Stamp stamp)
    {
        (Answer, AnsweredAt, AnsweredBy) = (answer, stamp.At, stamp.By);
        if (other is not null)
        {
            other.OtherAnswer = answer;
        }
    }
}
