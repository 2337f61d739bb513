using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Exchange;

public enum MessageKind
{
    StoryShared,
    PlanChanged,
    ConsentWithdrawn
}

public enum MessageStatus
{
    /// <summary>Written, and to be sent at <see cref="OutboxMessage.NextAttemptAt"/>.</summary>
    Waiting,

    /// <summary>A request has begun: from here on it counts as sent.</summary>
    Sending,

    /// <summary>The partner answered 200.</summary>
    Delivered,

    /// <summary>The partner answered 202: it has it and will say more.</summary>
    AnswerAwaited,

    /// <summary>The partner is acting on it.</summary>
    Acting,

    Done,

    RefusedByPartner,

    /// <summary>Stopped before it was sent, because the ground for it ended.</summary>
    Cancelled,

    /// <summary>Given up; an administrator can send it again.</summary>
    Dead
}

/// <summary>
/// The envelope of one message to one partner: what operators see. The content is in <see cref="OutboxBody"/> and goes when
/// it is delivered or cancelled. The id is the idempotency key of every attempt.
/// </summary>
public sealed class OutboxMessage : IConcernsResident<OutboxMessage>, IVersioned
{
    public const int TokenHashLength = 64;
    public const int PartnerReasonMaxLength = 500;
    public const int FailureMaxLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<OutboxMessage> Subject { get; } = new(DataCategory.Message);

    public required Guid AgencyId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The consent it goes out under, decided again at sending.</summary>
    public required Guid ConsentId { get; init; }

    /// <summary>Messages to one partner about one resident are sent in this order.</summary>
    public required long Position { get; init; }

    public required DateTime WrittenAt { get; init; }

    public MessageStatus Status { get; set; }

    public int Attempts { get; set; }

    public required DateTime NextAttemptAt { get; set; }

    public DateTime? SettledAt { get; set; }

    /// <summary>SHA-256 of the token that the partner answers with, in lower-case hexadecimal.</summary>
    public required string AnswerTokenHash { get; init; }

    /// <summary>Why the partner refused, for the family to read.</summary>
    public string? PartnerReason { get; set; }

    /// <summary>What went wrong at the last attempt, as a code without content: "http-500", "timeout".</summary>
    public string? LastFailure { get; set; }

    public Guid Version { get; set; }

    /// <summary>Whether the next message to the same partner about the same resident must wait for this one.</summary>
    public bool HoldsBackLaterOnes => Status is MessageStatus.Waiting or MessageStatus.Sending;
}

/// <summary>What a message says, kept only until it is delivered or cancelled.</summary>
public sealed class OutboxBody
{
    public required Guid MessageId { get; init; }

    public required string Json { get; init; }
}
