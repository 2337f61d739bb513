namespace GmConnect.Domain.Discharge;

/// <summary>The day on which somebody was expected to leave, from when that was said until the next was.</summary>
public sealed class ExpectedDate
{
    public const int WhyMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    /// <summary>A day in London.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Why it is another day than before; nothing the first time.</summary>
    public string? Why { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }
}

public sealed class PathwayDecision
{
    public const int WhyMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    public required Pathway Pathway { get; init; }

    public string? Why { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }
}

/// <summary>Something that keeps somebody in hospital, of which there can be many at once.</summary>
public sealed class Blocker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    /// <summary>The id of a <see cref="DelayReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>Who can take it away.</summary>
    public required Guid OwnerAgencyId { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    public required Guid SaidBy { get; init; }

    /// <summary>UTC; nothing while it does.</summary>
    public DateTime? Until { get; set; }

    public Guid? EndedBy { get; set; }

    public bool IsInForce(DateTime at) => From <= at && (Until is null || at < Until);
}

/// <summary>The carer, or who is nearest to them, was told when they come and what is planned.</summary>
public sealed class CarerTold
{
    public const int NameMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    public required string Name { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }
}

/// <summary>One dose of the injections after they left: given, by whom.</summary>
public sealed class DoseGiven
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StayId { get; init; }

    /// <summary>The London day whose dose it is.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }
}
