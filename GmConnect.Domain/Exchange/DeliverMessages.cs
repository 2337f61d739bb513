using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// Empties the outbox towards one partner: claims a batch, decides each again, sends, and keeps what came of it. Per resident
/// the order holds; a resident whose message fails waits alone. Safe to kill anywhere: what was claimed is sent again, with
/// the same key and body.
/// </summary>
public sealed class DeliverMessages(
    IDbContextFactory<GmConnectDbContext> databases,
    Door door,
    PostToPartner post,
    ExchangeMeters meters,
    IOptions<ExchangeOptions> options,
    TimeProvider clock)
{
    /// <summary>The partners that have something to be sent now.</summary>
    public async Task<IReadOnlyList<Guid>> WhoIsDueAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await Due(database, clock.UtcNow()).Select(m => m.AgencyId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>When the next message that waits for a later attempt is due; nothing when none waits.</summary>
    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await database.Set<OutboxMessage>()
            .Where(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Sending)
            .MinAsync(m => (DateTime?)m.NextAttemptAt, cancellationToken);
    }

    /// <summary>Claims that a killed process left behind are due at once; only while one node runs.</summary>
    public async Task TakeOverClaimsAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.UtcNow();
        foreach (var left in await database.Set<OutboxMessage>().Where(m => m.Status == MessageStatus.Sending).ToListAsync(cancellationToken))
        {
            left.NextAttemptAt = now;
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Sends until nothing to this partner is due.</summary>
    /// <returns>How many requests were made.</returns>
    public async Task<int> ExecuteAsync(Guid agencyId, CancellationToken cancellationToken = default)
    {
        var sent = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var batch = await ClaimAsync(agencyId, cancellationToken);
            if (batch is null)
            {
                return sent;
            }

            var replies = new PartnerReply[batch.Letters.Count];
            await Parallel.ForAsync(0, replies.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Value.RequestsAtOnce }, async (i, _) =>
                replies[i] = await post.ExecuteAsync(batch.Partner, batch.Letters[i].Message.Id, batch.Letters[i].Json, cancellationToken));
            // What the partner said is kept even while the service stops: the request has been made.
            await KeepAsync(batch, replies, CancellationToken.None);
            sent += replies.Length;
        }

        return sent;
    }

    private sealed record Letter(OutboxMessage Message, string Json, AccessRequest? Request, AccessDecision? Decision);

    private sealed record Batch(PartnerSystem Partner, IReadOnlyList<Letter> Letters);

    private static IQueryable<OutboxMessage> Due(GmConnectDbContext database, DateTime now) =>
        database.Set<OutboxMessage>().Where(m =>
            (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Sending)
            && m.NextAttemptAt <= now
            && !database.Set<OutboxMessage>().Any(earlier =>
                earlier.ResidentId == m.ResidentId && earlier.AgencyId == m.AgencyId && earlier.Position < m.Position
                && (earlier.Status == MessageStatus.Waiting || earlier.Status == MessageStatus.Sending)));

    /// <summary>One save: what may no longer be sent is cancelled, the rest is claimed. Nothing when nothing is due.</summary>
    private Task<Batch?> ClaimAsync(Guid agencyId, CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Batch?>(async database =>
        {
            var now = clock.UtcNow();
            var due = await Due(database, now).Where(m => m.AgencyId == agencyId)
                .OrderBy(m => m.Position).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return null;
            }

            var partner = await database.PartnerSystems.AsNoTracking()
                .SingleOrDefaultAsync(p => p.AgencyId == agencyId && !p.IsRevoked, cancellationToken);
            var decisions = await door.DecideForDeliveryAsync(database, due, cancellationToken);
            var ids = due.Select(m => m.Id).ToList();
            var bodies = await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId)).ToDictionaryAsync(b => b.MessageId, cancellationToken);
            var letters = new List<Letter>();
            foreach (var message in due)
            {
                var decided = decisions.TryGetValue(message.Id, out var found) ? found : default((AccessRequest, AccessDecision)?);
                if (partner is null || decided is { Item2.Permits: false } || !bodies.TryGetValue(message.Id, out var body))
                {
                    (message.Status, message.SettledAt) = (MessageStatus.Cancelled, now);
                    if (bodies.TryGetValue(message.Id, out var dropped))
                    {
                        database.Remove(dropped);
                    }
                }
                else
                {
                    (message.Status, message.NextAttemptAt) = (MessageStatus.Sending, now + options.Value.ClaimFor);
                    letters.Add(new Letter(message, body.Json, decided?.Item1, decided?.Item2));
                }

                database.TellAfterCommit(Topics.Resident(message.ResidentId));
                database.TellAfterCommit(Topics.Exchange);
            }

            return new Batch(partner!, letters);
        }, cancellationToken);

    private async Task KeepAsync(Batch batch, PartnerReply[] replies, CancellationToken cancellationToken)
    {
        if (replies.Length == 0)
        {
            return;
        }

        var ids = batch.Letters.Select(l => l.Message.Id).ToList();
        var settled = await databases.InOneSaveAsync(async database =>
        {
            var now = clock.UtcNow();
            var messages = await database.Set<OutboxMessage>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
            var bodies = (await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId))
                .Select(b => b.MessageId).ToListAsync(cancellationToken)).ToHashSet();
            for (var i = 0; i < replies.Length; i++)
            {
                var letter = batch.Letters[i];
                var message = messages[letter.Message.Id];
                Settle(message, replies[i], now);
                if (message.SettledAt is not null && message.Status is not MessageStatus.Dead && bodies.Contains(message.Id))
                {
                    database.Remove(new OutboxBody { MessageId = message.Id, Json = "" });
                }

                if (replies[i].Meaning is not (ReplyMeaning.TryAgain or ReplyMeaning.GiveUp) && letter.Request is not null)
                {
                    door.RecordDelivery(database, letter.Request, letter.Decision!);
                }

                database.TellAfterCommit(Topics.Resident(message.ResidentId));
                database.TellAfterCommit(Topics.Exchange);
            }

            return messages.Values;
        }, cancellationToken);

        foreach (var message in settled)
        {
            meters.Attempted(message, clock.UtcNow());
        }
    }

    private void Settle(OutboxMessage message, PartnerReply reply, DateTime now)
    {
        message.Attempts++;
        message.LastFailure = reply.Failure;
        if (message.Status is not MessageStatus.Sending)
        {
            // The partner's answer to the event overtook its reply to the request, and says more.
            return;
        }

        switch (reply.Meaning)
        {
            case ReplyMeaning.Accepted:
                (message.Status, message.SettledAt) = (MessageStatus.Delivered, now);
                break;
            case ReplyMeaning.AnswerFollows:
                (message.Status, message.SettledAt) = (MessageStatus.AnswerAwaited, now);
                break;
            case ReplyMeaning.Refused:
                (message.Status, message.SettledAt, message.PartnerReason) = (MessageStatus.RefusedByPartner, now, reply.Reason);
                break;
            case ReplyMeaning.TryAgain when message.Attempts < options.Value.MaxAttempts:
                message.Status = MessageStatus.Waiting;
                var wait = Backoff.After(message.Attempts, Random.Shared.NextDouble(), options.Value);
                message.NextAttemptAt = now + (reply.RetryAfter > wait && reply.RetryAfter < options.Value.LongestRetry ? reply.RetryAfter.Value : wait);
                break;
            default:
                (message.Status, message.SettledAt) = (MessageStatus.Dead, now);
                break;
        }
    }
}
