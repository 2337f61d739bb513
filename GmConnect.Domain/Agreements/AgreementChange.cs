namespace GmConnect.Domain.Agreements;

public enum AgreementAct
{
    Drafted,
    Signed,
    Suspended,
    Resumed,
    Ended
}

/// <summary>Who did what to an agreement, when and why. Rows are only added.</summary>
public sealed class AgreementChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AgreementId { get; init; }

    /// <summary>The version that it was about, or that stood then.</summary>
    public required int Number { get; init; }

    public required AgreementAct Act { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <summary>The reason; for a signature the office.</summary>
    public required string Why { get; init; }
}
