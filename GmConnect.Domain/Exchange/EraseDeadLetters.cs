using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>What could not be delivered and nobody sent again in 30 days is cancelled; its body goes, the envelope stays.</summary>
public sealed class EraseDeadLetters(
    IDbContextFactory<GmConnectDbContext> databases, IOptions<ExchangeOptions> options, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>How many were erased.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        for (var erased = 0; ;)
        {
            var batch = await EraseBatchAsync(cancellationToken);
            erased += batch;
            if (batch < BatchSize)
            {
                return erased;
            }
        }
    }

    private Task<int> EraseBatchAsync(CancellationToken cancellationToken) => databases.InOneSaveAsync(async database =>
    {
        var now = clock.UtcNow();
        var before = now - options.Value.DeadLettersFor;
        var old = await database.Set<OutboxMessage>()
            .Where(m => m.Status == MessageStatus.Dead && m.SettledAt < before)
            .OrderBy(m => m.Position).Take(BatchSize)
            .ToListAsync(cancellationToken);
        var ids = old.Select(m => m.Id).ToList();
        database.RemoveRange(await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId)).ToListAsync(cancellationToken));
        foreach (var message in old)
        {
            message.Cancel(now);
            database.TellAfterCommit(Topics.Resident(message.ResidentId));
        }

        return old.Count;
    }, cancellationToken);
}
