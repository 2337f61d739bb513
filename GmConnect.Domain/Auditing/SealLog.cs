using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>What the clock asks of the log: seal what is queued, anchor what is sealed, measure what waits.</summary>
public sealed class SealLog(
    IDbContextFactory<GmConnectDbContext> databases, SealEntries sealing, AnchorBatches anchoring, AnchoringDelay delay, AuditMeters meters)
{
    /// <returns>How many entries were sealed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var entries = await sealing.ExecuteAsync(cancellationToken);
        await anchoring.ExecuteAsync(cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        meters.Waits(await delay.OldestAsync(database, cancellationToken));

        return entries;
    }
}
