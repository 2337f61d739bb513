using System.Threading.Channels;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// Empties the outbox towards one partner. What is claimed is decided again and its request begins at once, so that a claim
/// and "a request has begun" are the same thing. Per resident the order holds; a resident whose message fails waits alone, and
/// a request that hangs holds one place of many. Safe to kill anywhere: what was claimed is sent again, same key, same body.
/// </summary>
public sealed class DeliverMessages(
    IDbContextFactory<GmConnectDbContext> databases,
    Door door,
    PostToPartner post,
    ExchangeMeters meters,
    IOptions<ExchangeOptions> options,
    TimeProvider clock)
{
    /// <summary>A partner that fails is asked this little at once; each reply that takes a message allows one more.</summary>
    private const int FewestAtOnce = 4;

    /// <summary>While requests are under way, something new is looked for this often.</summary>
    private static readonly TimeSpan _lookAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>The agencies whose systems have something to be sent now.</summary>
    public async Task<IReadOnlyList<Guid>> WhoIsDueAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = Due(database, clock.UtcNow());

        return await database.Agencies.Where(a => due.Any(m => m.AgencyId == a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <summary>When the next message that waits for a later attempt is due; nothing when none waits.</summary>
    public async Task<DateTime?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.UtcNow();

        return await database.Set<OutboxMessage>()
            .Where(m => m.Status == MessageStatus.Waiting && m.NextAttemptAt > now)
            .MinAsync(m => (DateTime?)m.NextAttemptAt, cancellationToken);
    }

    /// <summary>Sends until nothing to this partner is due. A stop begins nothing more and keeps what is under way.</summary>
    /// <returns>How many requests were made.</returns>
    public async Task<int> ExecuteAsync(Guid agencyId, CancellationToken stopping = default)
    {
        var replies = System.Threading.Channels.Channel.CreateUnbounded<Replied>();
        var (begun, underWay, atOnce) = (0, 0, Math.Min(FewestAtOnce, options.Value.RequestsAtOnce));
        IReadOnlyList<Replied> replied = [];
        while (true)
        {
            var free = stopping.IsCancellationRequested ? 0 : Math.Max(0, atOnce - underWay);
            var turn = free == 0 && replied.Count == 0 ? Turn.Idle : await TakeTurnAsync(agencyId, replied, free);
            foreach (var letter in turn.Letters)
            {
                _ = SendAsync(turn.Partner!, letter, replies.Writer);
            }

            begun += turn.Letters.Count;
            underWay += turn.Letters.Count;
            if (underWay == 0 && (stopping.IsCancellationRequested || !turn.DidSomething))
            {
                return begun;
            }

            replied = underWay == 0 ? [] : await NextRepliesAsync(replies.Reader);
            underWay -= replied.Count;
            foreach (var one in replied)
            {
                atOnce = one.Reply.Meaning is ReplyMeaning.TryAgain
                    ? Math.Max(Math.Min(FewestAtOnce, options.Value.RequestsAtOnce), atOnce / 2)
                    : Math.Min(atOnce + 1, options.Value.RequestsAtOnce);
            }
        }
    }

    private sealed record Letter(Guid MessageId, string Json);

    private sealed record Replied(Guid MessageId, PartnerReply Reply);

    private sealed record Turn(PartnerSystem? Partner, IReadOnlyList<Letter> Letters, bool DidSomething)
    {
        public static readonly Turn Idle = new(null, [], false);
    }

    private static IQueryable<OutboxMessage> Due(GmConnectDbContext database, DateTime now) =>
        database.Set<OutboxMessage>().Where(m =>
            m.Status == MessageStatus.Waiting
            && m.NextAttemptAt <= now
            && !database.Set<OutboxMessage>().Any(earlier =>
                earlier.ResidentId == m.ResidentId && earlier.AgencyId == m.AgencyId && earlier.Position < m.Position
                && (earlier.Status == MessageStatus.Waiting || earlier.Status == MessageStatus.Sending)));

    private async Task SendAsync(PartnerSystem partner, Letter letter, ChannelWriter<Replied> replies) =>
        // Not cancelled by a stop: it has begun, and its own time limit ends it.
        replies.TryWrite(new Replied(letter.MessageId, await post.ExecuteAsync(partner, letter.MessageId, letter.Json)));

    private async Task<IReadOnlyList<Replied>> NextRepliesAsync(ChannelReader<Replied> replies)
    {
        var found = new List<Replied>();
        try
        {
            await replies.WaitToReadAsync().AsTask().WaitAsync(_lookAgainAfter, clock);
        }
        catch (TimeoutException)
        {
            // Something new may wait for a free place.
        }

        while (replies.TryRead(out var one))
        {
            found.Add(one);
        }

        return found;
    }

    /// <summary>One save: what came of the last requests is kept, and what may begin now is claimed.</summary>
    private async Task<Turn> TakeTurnAsync(Guid agencyId, IReadOnlyList<Replied> replied, int free)
    {
        IReadOnlyList<OutboxMessage> settled = [];
        var turn = await databases.InOneSaveAsync(async database =>
        {
            settled = await KeepAsync(database, replied);
            var claimed = free == 0 ? Turn.Idle : await ClaimAsync(database, agencyId, free);

            return claimed with { DidSomething = claimed.DidSomething || settled.Count > 0 };
        }, CancellationToken.None);
        foreach (var message in settled)
        {
            meters.Attempted(message, clock.UtcNow());
        }

        return turn;
    }

    private async Task<Turn> ClaimAsync(GmConnectDbContext database, Guid agencyId, int atMost)
    {
        var now = clock.UtcNow();
        var due = await Due(database, now).Where(m => m.AgencyId == agencyId).OrderBy(m => m.Position).Take(atMost).ToListAsync();
        if (due.Count == 0)
        {
            return Turn.Idle;
        }

        var partner = await database.PartnerSystems.AsNoTracking().SingleOrDefaultAsync(p => p.AgencyId == agencyId && !p.IsRevoked);
        var decisions = await door.DecideForDeliveryAsync(database, due, CancellationToken.None);
        var ids = due.Select(m => m.Id).ToList();
        var bodies = await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId)).ToDictionaryAsync(b => b.MessageId);
        var letters = new List<Letter>();
        foreach (var message in due)
        {
            var body = bodies.GetValueOrDefault(message.Id);
            var isDecided = decisions.TryGetValue(message.Id, out var decided);
            if (partner is null || body is null || isDecided && !decided.Decision.Permits)
            {
                message.Cancel(now);
                if (body is not null)
                {
                    database.Remove(body);
                }
            }
            else
            {
                message.BeginSending(claimEnds: now + options.Value.ClaimFor);
                letters.Add(new Letter(message.Id, body.Json));
                if (isDecided && message.Attempts == 0)
                {
                    door.RecordDelivery(database, decided.Request, decided.Decision);
                }
            }

            database.TellAfterCommit(Topics.Resident(message.ResidentId));
        }

        return new Turn(partner, letters, true);
    }

    private async Task<IReadOnlyList<OutboxMessage>> KeepAsync(GmConnectDbContext database, IReadOnlyList<Replied> replied)
    {
        if (replied.Count == 0)
        {
            return [];
        }

        var now = clock.UtcNow();
        var ids = replied.Select(r => r.MessageId).ToList();
        var messages = await database.Set<OutboxMessage>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var bodies = await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId)).Select(b => b.MessageId).ToListAsync();
        foreach (var (id, reply) in replied)
        {
            var message = messages[id];
            message.Take(reply, now, Random.Shared.NextDouble(), options.Value);
            if (!message.NeedsBody && bodies.Contains(id))
            {
                database.Remove(new OutboxBody { MessageId = id, Json = "" });
            }

            database.TellAfterCommit(Topics.Resident(message.ResidentId));
        }

        return [.. messages.Values];
    }
}
