using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// What the clock asks of the outbox: messages claimed by a process that is gone become due again, what waits is measured, and
/// whoever drains is told, in case a wake was lost.
/// </summary>
public sealed class SweepOutbox(
    IDbContextFactory<GmConnectDbContext> databases, ExchangeMeters meters, LiveUpdates updates, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <returns>How many claims were taken over.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var takenOver = await TakeOverAsync(clock.UtcNow(), cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = database.Set<OutboxMessage>().Where(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Sending);
        meters.Waits(
            await waiting.CountAsync(cancellationToken),
            await waiting.MinAsync(m => (DateTime?)m.WrittenAt, cancellationToken),
            await database.Set<OutboxMessage>().CountAsync(m => m.Status == MessageStatus.Dead, cancellationToken));
        updates.Tell(Topics.Outbox);

        return takenOver;
    }

    /// <summary>At the start of the only node: every claim is a dead process's, also one that has not run out.</summary>
    public Task<int> TakeOverEveryClaimAsync(CancellationToken cancellationToken = default) =>
        TakeOverAsync(DateTime.MaxValue, cancellationToken);

    private async Task<int> TakeOverAsync(DateTime claimedUntil, CancellationToken cancellationToken)
    {
        for (var takenOver = 0; ;)
        {
            var batch = await databases.InOneSaveAsync(async database =>
            {
                var now = clock.UtcNow();
                var left = await database.Set<OutboxMessage>()
                    .Where(m => m.Status == MessageStatus.Sending && m.NextAttemptAt <= claimedUntil)
                    .OrderBy(m => m.Position).Take(BatchSize)
                    .ToListAsync(cancellationToken);
                left.ForEach(m => m.TakeOver(now));

                return left.Count;
            }, cancellationToken);
            takenOver += batch;
            if (batch < BatchSize)
            {
                return takenOver;
            }
        }
    }
}
