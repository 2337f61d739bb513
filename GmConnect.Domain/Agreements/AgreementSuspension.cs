namespace GmConnect.Domain.Agreements;

/// <summary>A time in which nothing flowed under an agreement.</summary>
public sealed class AgreementSuspension
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AgreementId { get; init; }

    public required DateTime From { get; init; }

    /// <summary>When it was resumed; nothing while it lasts.</summary>
    public DateTime? Until { get; internal set; }

    public bool IsOn(DateTime at) => From <= at && (Until is null || at < Until);
}
