using GmConnect.Domain.Referrals;

namespace GmConnect.Domain.Exchange;

/// <summary>How far an agency is, in the family's words: sent, received, acting, refused because.</summary>
public enum ProgressStep
{
    /// <summary>In the agency's inbox; no message to a system of theirs was needed, and nobody has opened it yet.</summary>
    InTheirInbox,

    /// <summary>Their system has not taken it yet; we keep trying.</summary>
    Sending,

    Sent,

    /// <summary>Their system confirmed it.</summary>
    Received,

    /// <summary>Somebody is looking into it or acting on it.</summary>
    Acting,

    /// <summary>They asked the family something and wait for the answer.</summary>
    Asking,

    Done,
    Refused,

    /// <summary>Another agency is the right one.</summary>
    Redirected,

    /// <summary>Permission was withdrawn; they are being told.</summary>
    BeingToldItEnded,

    /// <summary>Permission was withdrawn and they know.</summary>
    ToldItEnded,

    /// <summary>Their work is done, and the permission with it unless something else needs it.</summary>
    Closed
}

/// <summary>The furthest step of an agency, and its reason when it refused.</summary>
public sealed record AgencyProgress(ProgressStep Step, string? Reason, DateTime? At)
{
    /// <summary>By when they answer; nothing once they have, while their clock stands still, and where saying it could endanger somebody.</summary>
    public DateTime? AnswerBy { get; init; }

    /// <summary>The question that waits for the family's answer.</summary>
    public Guid? QuestionId { get; init; }

    /// <summary>The agency that they say is the right one.</summary>
    public Guid? RightAgencyId { get; init; }

    /// <param name="referral">The agency's latest referral about the resident.</param>
    /// <param name="messages">The messages under one consent.</param>
    public static AgencyProgress Of(Referral? referral, IReadOnlyList<OutboxMessage> messages)
    {
        var last = messages.Where(m => m.Kind is MessageKind.StoryShared).MaxBy(m => m.Position);
        if (referral?.Status is ReferralStatus.Refused or ReferralStatus.Redirected)
        {
            return new(referral.Status is ReferralStatus.Refused ? ProgressStep.Refused : ProgressStep.Redirected, referral.RefusalReason, referral.AnsweredAt)
            {
                RightAgencyId = referral.RedirectedTo
            };
        }

        if (referral?.Status is ReferralStatus.Closed)
        {
            return new(ProgressStep.Closed, null, referral.EndedAt);
        }

        if (referral?.Status is ReferralStatus.Withdrawn || messages.Any(m => m.Kind is MessageKind.ConsentWithdrawn))
        {
            var notice = messages.Where(m => m.Kind is MessageKind.ConsentWithdrawn).MaxBy(m => m.Position);
            var told = notice is null || !notice.HoldsBackLaterOnes && notice.Status is not MessageStatus.Dead;

            return new(told ? ProgressStep.ToldItEnded : ProgressStep.BeingToldItEnded, null, notice?.SettledAt);
        }

        if (referral is { Status: ReferralStatus.MoreAsked, IsPrivate: false, ReferredBy: null } && referral.Questions.FirstOrDefault(q => q.IsOpen) is { } question)
        {
            return new(ProgressStep.Asking, null, question.AskedAt) { QuestionId = question.Id };
        }

        if (last?.Status is MessageStatus.RefusedByPartner)
        {
            return new(ProgressStep.Refused, last.PartnerReason, last.SettledAt);
        }

        if (last?.Status is MessageStatus.Done)
        {
            return new(ProgressStep.Done, null, last.SettledAt);
        }

        if (referral?.Status is ReferralStatus.Accepted or ReferralStatus.Triaged or ReferralStatus.MoreAsked || last?.Status is MessageStatus.Acting)
        {
            return new(ProgressStep.Acting, null, referral?.AnsweredAt ?? referral?.TriagedAt ?? last?.SettledAt);
        }

        return last?.Status switch
        {
            null => new(ProgressStep.InTheirInbox, null, referral?.ReceivedAt),
            MessageStatus.Delivered or MessageStatus.AnswerAwaited => new(ProgressStep.Received, null, last.SettledAt),
            MessageStatus.Sending => new(ProgressStep.Sent, null, last.WrittenAt),
            _ => new(ProgressStep.Sending, null, last.WrittenAt)
        };
    }
}
