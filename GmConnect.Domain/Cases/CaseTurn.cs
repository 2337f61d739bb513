namespace GmConnect.Domain.Cases;

public enum CaseTurnKind
{
    LeadHandedOver,

    /// <summary>The agency whose case it was closed; another of the team leads.</summary>
    PassedOn,
    ClosingAsked,
    ClosingAgreed,
    ClosingSentBack,
    ClosingTakenBack,
    Closed,
    Reopened
}

/// <summary>What changed the course of a case. It is never shortened: the timeline is told from it.</summary>
public sealed class CaseTurn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseFileId { get; init; }

    public required CaseTurnKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <summary>Whom it went to, where the lead was handed over.</summary>
    public Guid? To { get; init; }

    public CaseClosedBecause? Because { get; init; }

    public string? Words { get; init; }
}
