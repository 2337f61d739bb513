using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data;

/// <summary>Brings the configured database to the current schema. Safe to repeat, also after a kill half-way.</summary>
public sealed class MigrateDatabase(IDbContextFactory<GmConnectDbContext> databases)
{
    private const int QueuedAtOnce = 5000;

    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var held = await StaleMigrationLock.ClearAsync(database, cancellationToken);
        await database.Database.MigrateAsync(cancellationToken);
        await QueueOlderEntriesAsync(cancellationToken);
    }

    /// <summary>Entries older than the sealing wait to be sealed like any other. Once anything is sealed, an entry outside the queue is a breach.</summary>
    private async Task QueueOlderEntriesAsync(CancellationToken cancellationToken)
    {
        int queued;
        do
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var older = await database.Set<AccessEntry>()
                .Where(e => !database.Set<SealBatch>().Any() && !database.Set<UnsealedEntry>().Any(u => u.EntryId == e.Id))
                .Select(e => new UnsealedEntry { EntryId = e.Id, At = e.At }).Take(QueuedAtOnce)
                .ToListAsync(cancellationToken);
            database.AddRange(older);
            await database.SaveChangesAsync(cancellationToken);
            queued = older.Count;
        }
        while (queued == QueuedAtOnce);
    }
}
