using System.Data.Common;
using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GmConnect.Domain.Data.Providers;

/// <summary>
/// SQLite has one writer at a time. Ours queue in the process, where waiting is fair and costs microseconds, instead of
/// in the file, where the provider polls.
/// </summary>
public sealed class SqliteGmConnectDbContext(DbContextOptions<SqliteGmConnectDbContext> options, LiveUpdates? updates = null)
    : GmConnectDbContext(options, updates)
{
    private static readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>SQLite keeps ids and times as text: ids in capitals, times as "2026-11-23 09:30:00.1234567".</summary>
    internal override IQueryable<string> AccessEntriesInAnotherForm() => Database.SqlQueryRaw<string>(
        """
        SELECT CAST("Id" AS TEXT) AS "Value" FROM "AccessEntry"
        WHERE unhex("Id" || "ResidentId" || "AccountId" || coalesce("AgencyId", '') || coalesce("View", '') || coalesce("Row", ''), '-') IS NULL
           OR "Id" <> upper("Id") OR "ResidentId" <> upper("ResidentId") OR "AccountId" <> upper("AccountId")
           OR "AgencyId" <> upper("AgencyId") OR "View" <> upper("View") OR "Row" <> upper("Row")
           OR "Id" NOT LIKE '________-____-____-____-____________' OR "ResidentId" NOT LIKE '________-____-____-____-____________'
           OR "AccountId" NOT LIKE '________-____-____-____-____________' OR "AgencyId" NOT LIKE '________-____-____-____-____________'
           OR "View" NOT LIKE '________-____-____-____-____________' OR "Row" NOT LIKE '________-____-____-____-____________'
           OR "At" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'
           OR substr("At", 20) GLOB '*[^.0-9]*'
        """);

    protected override async Task<int> SaveGuardedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveGuardedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <summary>Every connection: readers do not block the writer (WAL), a commit is on the disk before it is acknowledged (FULL).</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);

        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        command.ExecuteNonQuery();
    }
}
