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

    /// <summary>The body tells where the person is: decided again at sending.</summary>
    public bool CarriesPlace { get; init; }

    public required DateTime WrittenAt { get; init; }

    public MessageStatus Status { get; set; }

    public int Attempts { get; set; }

    /// <summary>While it waits: when it may be sent. While a request is under way: when the claim of a dead process runs out.</summary>
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

    /// <summary>A dead letter keeps its body, so that it can be sent again.</summary>
    public bool NeedsBody => HoldsBackLaterOnes || Status is MessageStatus.Dead;

    /// <summary>From here on it counts as sent; <paramref name="claimEnds"/> is when another process may take it over.</summary>
    public void BeginSending(DateTime claimEnds) => (Status, NextAttemptAt) = (MessageStatus.Sending, claimEnds);

    /// <summary>The process that was sending it is gone: it is due again.</summary>
    public void TakeOver(DateTime now) => (Status, NextAttemptAt) = (MessageStatus.Waiting, now);

    public void Cancel(DateTime now) => (Status, SettledAt) = (MessageStatus.Cancelled, now);

    /// <summary>Given up, and sent again by hand: all attempts begin anew.</summary>
    public Outcome<Resending> SendAgain(Stamp stamp)
    {
        if (Status is not MessageStatus.Dead)
        {
            return new MessageNotDead();
        }

        (Status, Attempts, NextAttemptAt, SettledAt) = (MessageStatus.Waiting, 0, stamp.At, null);

        return new Resending { MessageId = Id, By = stamp.By, At = stamp.At };
    }

    /// <summary>What the partner said to a request.</summary>
    /// <param name="spread">0 to 1, chance: where in the range of the next wait.</param>
    public void Take(PartnerReply reply, DateTime now, double spread, ExchangeOptions options)
    {
        Attempts++;
        LastFailure = reply.Failure;
        if (Status is not MessageStatus.Sending)
        {
            // The partner's answer to the event overtook its reply to the request, and says more.
            return;
        }

        switch (reply.Meaning)
        {
            case ReplyMeaning.Accepted:
                (Status, SettledAt) = (MessageStatus.Delivered, now);
                break;
            case ReplyMeaning.AnswerFollows:
                (Status, SettledAt) = (MessageStatus.AnswerAwaited, now);
                break;
            case ReplyMeaning.Refused:
                (Status, SettledAt, PartnerReason) = (MessageStatus.RefusedByPartner, now, reply.Reason);
                break;
            case ReplyMeaning.TryAgain when Attempts < options.MaxAttempts:
                (Status, NextAttemptAt) = (MessageStatus.Waiting, now + Backoff.After(Attempts, spread, options, reply.RetryAfter));
                break;
            default:
                (Status, SettledAt) = (MessageStatus.Dead, now);
                break;
        }
    }

    /// <summary>
    /// What the partner said later. The same twice is once; "accepted" is a beginning and never undoes "done" or "refused".
    /// </summary>
    public void Take(PartnerAnswer answer, string? reason, DateTime now)
    {
        var (status, why) = answer switch
        {
            PartnerAnswer.Accepted => (MessageStatus.Acting, null),
            PartnerAnswer.Done => (MessageStatus.Done, null),
            _ => (MessageStatus.RefusedByPartner, PartnerReply.ReasonOf(reason))
        };
        var undoes = answer is PartnerAnswer.Accepted && Status is (MessageStatus.Done or MessageStatus.RefusedByPartner);
        if (!undoes && (Status, PartnerReason) != (status, why))
        {
            (Status, PartnerReason, SettledAt) = (status, why, now);
        }
    }
}

/// <summary>Who sent a dead letter again, and when. Never changed, and kept as long as the envelope.</summary>
public sealed class Resending
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MessageId { get; init; }

    public required Guid By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What a message says, kept only until it is delivered or cancelled.</summary>
public sealed class OutboxBody
{
    public required Guid MessageId { get; init; }

    public required string Json { get; init; }
}
