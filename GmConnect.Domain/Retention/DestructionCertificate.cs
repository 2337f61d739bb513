namespace GmConnect.Domain.Retention;

/// <summary>
/// That records were destroyed: which class, under which rule, how many, when, by whom and why. It says nothing of what was in
/// them and names nobody.
/// </summary>
public sealed class DestructionCertificate
{
    public const int CountsMaxLength = 500;
    public const int WhyMaxLength = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Reference { get; init; }

    public required RecordClass Class { get; init; }

    public required string Rule { get; init; }

    public required string Source { get; init; }

    /// <summary>How many rows of each kind: "Story 1, Referral 2".</summary>
    public required string Counts { get; init; }

    public required string Why { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <summary>The id the log still stands under; nothing once the log is destroyed as well.</summary>
    public Guid? RecordId { get; internal set; }

    /// <summary>When the log followed.</summary>
    public DateTime? LogDestroyedAt { get; internal set; }
}
