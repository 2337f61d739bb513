namespace GmConnect.Domain.Assessments;

public enum AssessmentTurnKind
{
    Started,
    ApprovalAsked,
    Agreed,
    SentBack,
    TakenBack,
    Finished,
    Abandoned
}

/// <summary>What changed the course of an assessment. It is never shortened: the timeline is told from it.</summary>
public sealed class AssessmentTurn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; init; }

    public required AssessmentTurnKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    public string? Words { get; init; }
}

/// <summary>One person asked to agree: a supervisor, or one of a panel. All who were asked must agree.</summary>
public sealed class AssessmentApproval
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; init; }

    public required Guid AskedOf { get; init; }

    public required DateTime AskedAt { get; init; }

    public bool? Agreed { get; internal set; }

    /// <summary>They answered, or the question was taken back or answered by another's no.</summary>
    public DateTime? SettledAt { get; internal set; }
}
