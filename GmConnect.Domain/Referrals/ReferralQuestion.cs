namespace GmConnect.Domain.Referrals;

/// <summary>What an agency asks before it can go on, and what it was answered.</summary>
public sealed class ReferralQuestion
{
    public const int MaxLength = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ReferralId { get; init; }

    public required string Words { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public string? Answer { get; internal set; }

    public Guid? AnsweredBy { get; internal set; }

    /// <summary>When it was answered, or when the agency went on without an answer.</summary>
    public DateTime? ClosedAt { get; internal set; }

    public bool IsOpen => ClosedAt is null;
}
