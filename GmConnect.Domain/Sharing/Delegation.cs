using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>How far a delegate may go; each includes the ones before it.</summary>
public enum DelegationScope
{
    View,
    Contribute,
    Manage
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

    public required DelegationScope Scope { get; init; }

    /// <summary>Who saw the resident give it, and in what office.</summary>
    public required string WitnessedBy { get; init; }

    public required DateTime From { get; init; }

    public required DateTime Until { get; init; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public Guid Version { get; set; }

    public bool IsInForce(DateTime at) => From <= at && at < Until && (EndedAt is null || at < EndedAt);

    /// <summary>Ending what has ended changes nothing.</summary>
    public void End(Stamp stamp)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBy) = (stamp.At, stamp.By);
        }
    }
}
