using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>What is due and not closed is marked, once, and comes to the top of the desk and before the agency's own lead.</summary>
public sealed class EscalateMatters(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <returns>How many were escalated.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        for (var escalated = 0; ;)
        {
            var batch = await databases.InOneSaveAsync(async database =>
            {
                var now = clock.UtcNow();
                var due = await database.Set<Matter>()
                    .Where(m => m.ClosedAt == null && m.EscalatedAt == null && m.DueAt <= now)
                    .OrderBy(m => m.DueAt).Take(BatchSize)
                    .ToListAsync(cancellationToken);
                due.ForEach(m => m.Escalate(now));
                if (due.Count > 0)
                {
                    database.TellAfterCommit(Topics.Desk);
                }

                return due.Count;
            }, cancellationToken);
            escalated += batch;
            if (batch < BatchSize)
            {
                return escalated;
            }
        }
    }
}
