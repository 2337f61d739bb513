namespace GmConnect.Domain.Cases;

/// <summary>One person asked to agree that a case is closed: a supervisor, or one of a panel. All who were asked must agree.</summary>
public sealed class CaseApproval
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseFileId { get; init; }

    public required Guid AskedOf { get; init; }

    public required DateTime AskedAt { get; init; }

    public bool? Agreed { get; internal set; }

    /// <summary>They answered, or the question was taken back or answered by another's no.</summary>
    public DateTime? SettledAt { get; internal set; }
}
