using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data;

/// <summary>Brings the configured database to the current schema. Safe to repeat, also after a kill half-way.</summary>
public sealed class MigrateDatabase(IDbContextFactory<GmConnectDbContext> databases)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var held = await StaleMigrationLock.ClearAsync(database, cancellationToken);
        await database.Database.MigrateAsync(cancellationToken);
    }
}
