using System.Diagnostics;
using GmConnect.Tests.TestSupport;
using Microsoft.Data.Sqlite;

namespace GmConnect.Tests.Web.Commands;

/// <summary>SIGKILL while <c>migrate</c> is inside its migrations: nothing of it needs a person's hand.</summary>
public class KilledMigrationTests
{
    private const string History = """CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL)""";

    /// <summary>Held where it stands, so that the kill cannot come too late: the last statement of its next migration never ends.</summary>
    /// <param name="kept">How many migrations are kept before that.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task ProcessKilledWhileItMigrates_InsideAMigration_IsRecoveredFrom(int kept)
    {
        using var folder = TemporaryFolder.Create();
        await RunAsync(folder, $"""
            PRAGMA journal_mode = WAL;
            {History};
            CREATE VIEW for_ever AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
            CREATE TRIGGER hold AFTER INSERT ON "__EFMigrationsHistory" WHEN (SELECT COUNT(*) FROM "__EFMigrationsHistory") > {kept}
            BEGIN SELECT COUNT(*) FROM for_ever; END;
            """);

        await KillInTheMiddleAsync(folder, kept);
        await RunAsync(folder, "DROP TRIGGER hold; DROP VIEW for_ever;");

        await MigratesAndServesAsync(folder);
    }

    private static async Task KillInTheMiddleAsync(TemporaryFolder folder, int kept)
    {
        using var migrating = Ended.Start(folder, "migrate");
        var waited = Stopwatch.StartNew();
        while (!await StandsAsync(folder, kept) && !migrating.HasExited && waited.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Yield();
        }

        migrating.Kill();
        await migrating.WaitForExitAsync();
        // 128 and the signal's number: it was still at work.
        Assert.Equal(137, migrating.ExitCode);
        Assert.True(await StandsAsync(folder, kept), "the lock's row is gone");
    }

    /// <summary>The lock's row is there, and so many migrations are kept.</summary>
    private static async Task<bool> StandsAsync(TemporaryFolder folder, int kept)
    {
        try
        {
            return File.Exists(Database(folder))
                && await AskAsync(folder, """SELECT COUNT(*) FROM "__EFMigrationsLock" """) is 1L
                && await AskAsync(folder, """SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""") is var exists
                && (exists is 0L ? 0L : await AskAsync(folder, """SELECT COUNT(*) FROM "__EFMigrationsHistory" """)) is long migrations && migrations == kept;
        }
        catch (SqliteException)
        {
            // No such table yet.
            return false;
        }
    }

    private static async Task MigratesAndServesAsync(TemporaryFolder folder)
    {
        var ended = await Ended.RunAsync(folder, "migrate");
        Assert.True(ended.ExitCode == 0, $"{ended}");
        await using var whole = await TestDatabase.CreateAsync();
        Assert.Equal(await SchemaAsync(whole.ConnectionString), await SchemaAsync($"Data Source={Database(folder)};Pooling=False"));

        await using var service = await RunningService.StartAsync(
            ("ConnectionStrings__GmConnect", $"Data Source={Database(folder)}"), ("Demonstration__Residents", "3"));
        using var helen = await CitizenClient.SignInAsync(service, "helen-ashworth");
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_master WHERE tbl_name NOT LIKE '@_@_EF%' ESCAPE '@' ORDER BY 1";
        await using var rows = await command.ExecuteReaderAsync();
        var schema = new List<string>();
        while (await rows.ReadAsync())
        {
            schema.Add(rows.GetString(0));
        }

        return schema;
    }

    private static string Database(TemporaryFolder folder) => folder.File("gm-connect.db");

    private static async Task<object?> AskAsync(TemporaryFolder folder, string question)
    {
        await using var connection = new SqliteConnection($"Data Source={Database(folder)};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;

        return await command.ExecuteScalarAsync();
    }

    private static async Task RunAsync(TemporaryFolder folder, string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={Database(folder)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }
}
