using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Rights;

/// <summary>Why something is left out of a copy. Source: Data Protection Act 2018 Schedule 2 paragraphs 16 and 19, Schedule 3.</summary>
public enum LeftOutBecause
{
    AboutAnotherPerson,
    SeriousHarm,
    LegalPrivilege
}

/// <summary>
/// A request for a copy of everything that is held about a person (UK GDPR Article 15). It keeps what the guardian decided of each
/// piece; the pieces themselves are read through the door when the copy is made, and stand nowhere twice.
/// </summary>
public sealed class AccessPack : IConcernsResident<AccessPack>, IVersioned
{
    private readonly List<PackDecision> _decisions = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<AccessPack> Subject { get; } = RightsSubjects.Pack;

    /// <summary>Its place on the desk.</summary>
    public required Guid MatterId { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>When the guardian released it. What was written later is not in it.</summary>
    public DateTime? ReadyAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<PackDecision> Decisions => _decisions;

    internal Outcome Decide(string key, LeftOutBecause? leftOut, Stamp stamp)
    {
        if (ReadyAt is not null)
        {
            return new PackIsReleased();
        }

        if (_decisions.Find(d => d.Key == key) is { } before)
        {
            before.Change(leftOut, stamp);
        }
        else
        {
            _decisions.Add(new PackDecision { PackId = Id, Key = key, LeftOut = leftOut, By = stamp.By, At = stamp.At });
        }

        return Outcome.Done;
    }

    internal Outcome Release(int undecided, DateTime at)
    {
        if (ReadyAt is not null)
        {
            return new PackIsReleased();
        }

        if (undecided > 0)
        {
            return new PackHasUndecided(undecided);
        }

        ReadyAt = at;

        return Outcome.Done;
    }
}

/// <summary>What the guardian decided of one piece of a copy.</summary>
public sealed class PackDecision
{
    public const int KeyMaxLength = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PackId { get; init; }

    public required string Key { get; init; }

    /// <summary>Nothing: it goes into the copy.</summary>
    public LeftOutBecause? LeftOut { get; set; }

    public required Guid By { get; set; }

    public required DateTime At { get; set; }

    internal void Change(LeftOutBecause? leftOut, Stamp stamp) => (LeftOut, By, At) = (leftOut, stamp.By, stamp.At);
}
