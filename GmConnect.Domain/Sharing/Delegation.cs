using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>How far a delegate may go; each includes the ones before it.</summary>
public enum DelegationScope
{
    View,
    Contribute,
    Manage
}

/// <summary>By what right a delegate acts. Each has its own limits: docs/sharing-decision.md, rules 37 to 42.</summary>
public enum DelegationKind
{
    /// <summary>The resident gave it.</summary>
    ByResident,

    /// <summary>A professional advocate whom the resident asked.</summary>
    Advocate,

    /// <summary>Parental responsibility (Children Act 1989 section 3).</summary>
    Parent,

    /// <summary>Health and welfare power of attorney: only while the person lacks capacity.</summary>
    WelfareAttorney,

    WelfareDeputy,
    PropertyAttorney,
    PropertyDeputy,

    /// <summary>Appointed by the Department for Work and Pensions, for benefits only.</summary>
    Appointee
}

/// <summary>
/// A resident's recorded permission for somebody to act for them, witnessed, until a date. The resident alone ends it;
/// everything done under it is labelled "by X on behalf of Y".
/// </summary>
public sealed class Delegation : IConcernsResident<Delegation>, IVersioned
{
    public const int RelationshipMaxLength = 60;
    public const int WitnessMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<Delegation> Subject { get; } = new(DataCategory.Delegation);

    /// <summary>The account that acts for the resident.</summary>
    public required Guid DelegateId { get; init; }

    /// <summary>What the delegate is to the resident, as the resident says it: "daughter".</summary>
    public required string Relationship { get; init; }

    public DelegationKind Kind { get; init; }

    public required DelegationScope Scope { get; init; }

    /// <summary>The story parts it reaches, and then nothing but them; nothing here: all, and everything else.</summary>
    public IReadOnlyList<StoryPartKind>? Parts { get; init; }

    /// <summary>When the young person themself last agreed to it.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When they last answered, yes or no, what they are asked at 13 and 16.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who saw the resident give it, and in what office.</summary>
    public required string WitnessedBy { get; init; }

    public required DateTime From { get; init; }

    public required DateTime Until { get; init; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public Guid Version { get; set; }

    internal DateTime EndsAt => EndedAt is { } ended && ended < Until ? ended : Until;

    public bool IsInForce(DateTime at) => From <= at && at < EndsAt;

    /// <summary>The young person agrees to it themself. Which birthdays need that: docs/sharing-decision.md, rules 38 and 40.</summary>
    public void Confirm(DateTime at) => (ConfirmedAt, AnsweredAt) = (at, at);

    /// <summary>The young person's no to what needs their yes; the rest of the delegation goes on.</summary>
    internal void Decline(DateTime at) => (ConfirmedAt, AnsweredAt) = (null, at);

    /// <summary>At 18 what a parent held is over; nobody decides that.</summary>
    internal void EndByLaw(DateTime at) => EndedAt ??= at;

    /// <summary>Ending what has ended changes nothing.</summary>
    public void End(Stamp stamp)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBy) = (stamp.At, stamp.By);
        }
    }
}
