using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

public enum PlanChangeKind
{
    Added,
    Changed,

    /// <summary>Two people wrote at once; what this one wrote waits beside what stands until they choose.</summary>
    Clashed,

    /// <summary>It clashed, and its writer chose it.</summary>
    ClashWon,

    /// <summary>It clashed, and its writer let the other's stand.</summary>
    ClashGivenUp
}

/// <summary>The history of the plan, field by field. It is never shortened; only a clash is settled.</summary>
public sealed class PlanChange : IVersioned
{
    public const int ValueMaxLength = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public required Guid ItemId { get; init; }

    public required PlanField Field { get; init; }

    public string? Was { get; init; }

    public required string Became { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    public required PlanChangeKind Kind { get; set; }

    public Guid Version { get; set; }
}
