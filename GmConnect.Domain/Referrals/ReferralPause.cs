namespace GmConnect.Domain.Referrals;

/// <summary>Why a clock may stand still; there is no other reason.</summary>
public enum PauseReason
{
    /// <summary>The family or the referrer was asked something.</summary>
    WaitingForAnAnswer,

    PersonCannotBeReached,
    PersonAskedToWait,
    PersonIsAway
}

public sealed class ReferralPause
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ReferralId { get; init; }

    public required PauseReason Reason { get; init; }

    public required DateTime From { get; init; }

    public required Guid By { get; init; }

    public DateTime? Until { get; internal set; }
}
