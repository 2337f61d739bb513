using System.Globalization;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Data.Providers;

public class SqliteTests
{
    /// <summary>An acknowledged save survives a power cut, and readers do not wait for writers.</summary>
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task EveryConnection_IsSetSo(string pragma, string value)
    {
        await using var world = await World.OnAsync();

        for (var connection = 0; connection < 3; connection++)
        {
            Assert.Equal(value, await world.ReadAsync(database => ScalarAsync(database, $"PRAGMA {pragma}")));
        }
    }

    [Fact]
    public async Task ManyWritersAtOnce_AllSave()
    {
        await using var world = await World.OnAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => world.SaveAsync(A.Stranger()))));

        Assert.Equal(40, await world.ReadAsync(database => database.Set<Account>().CountAsync()));
    }

    [Fact]
    public async Task Migrate_AfterAKillHalfWay_DoesNotWaitForTheDead()
    {
        await using var world = await World.OnAsync();
        await world.ReadAsync(LeaveLockAsync);

        await world.The<MigrateDatabase>().ExecuteAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("0", await world.ReadAsync(database => ScalarAsync(database, "SELECT COUNT(*) FROM \"__EFMigrationsLock\"")));
    }

    [Fact]
    public async Task Migrate_TwoProcessesAtOnceOnAnEmptyFile_BothFindItMigrated()
    {
        using var folder = TemporaryFolder.Create();
        var connection = $"Data Source={folder.File("deep/er/gm.db")};Pooling=False";
        await using var one = Services(connection);
        await using var other = Services(connection);

        await Task.WhenAll(
                Task.Run(() => one.GetRequiredService<MigrateDatabase>().ExecuteAsync()),
                Task.Run(() => other.GetRequiredService<MigrateDatabase>().ExecuteAsync()))
            .WaitAsync(TimeSpan.FromMinutes(2));

        await using var database = await one.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
        Assert.False(File.Exists(folder.File("deep/er/gm.db.migrating")));
    }

    private static ServiceProvider Services(string connection) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddDatabase(DatabaseProvider.Sqlite, connection)
        .AddSingleton<MigrateDatabase>()
        .BuildServiceProvider();

    /// <summary>What a killed process leaves: the row of EF's lock.</summary>
    private static async Task<int> LeaveLockAsync(GmConnectDbContext database)
    {
        await database.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");

        return await database.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-12 09:00:00')");
    }

    private static async Task<string> ScalarAsync(GmConnectDbContext database, string question)
    {
        await database.Database.OpenConnectionAsync();
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;

        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}
