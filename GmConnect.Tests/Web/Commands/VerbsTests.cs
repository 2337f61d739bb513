using GmConnect.Tests.TestSupport;
using Microsoft.Data.Sqlite;

namespace GmConnect.Tests.Web.Commands;

/// <summary>The built program, as scripts call it.</summary>
public class VerbsTests
{
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "migrate", "--help")]
    [InlineData(0, "seed", "--help")]
    [InlineData(0, "jobs", "run", "--help")]
    [InlineData(2, "sed")]
    [InlineData(2, "seed", "--resident", "5")]
    [InlineData(2, "seed", "--residents", "many")]
    [InlineData(2, "migrate", "now")]
    [InlineData(2, "jobs")]
    [InlineData(2, "jobs", "run")]
    [InlineData(2, "jobs", "run", "no-such-job")]
    [InlineData(1, "seed", "--residents", "1")]
    public async Task Verb_EndsWithTheCodeOfTheContract_AndNeverServes(int exitCode, params string[] words)
    {
        using var folder = TemporaryFolder.Create();

        var ended = await Ended.RunAsync(folder, words);

        Assert.True(exitCode == ended.ExitCode, $"{ended}");
        Assert.DoesNotContain("Now listening", ended.Output);
        Assert.NotEmpty(exitCode == 0 ? ended.Output : ended.Errors);
    }

    [Fact]
    public async Task Seed_FillsAnEmptyDatabase_Twice_AndRefusesOneThatHoldsAnythingElse()
    {
        using var folder = TemporaryFolder.Create();

        var seeded = await Ended.RunAsync(folder, "seed", "--residents", "20", "--seed", "7");
        Assert.True(seeded.ExitCode == 0, $"{seeded}");
        Assert.Contains("20 residents, seed 7", seeded.Output);
        Assert.Contains("20 of 20 residents", seeded.Errors);
        Assert.Equal(0, (await Ended.RunAsync(folder, "seed", "--residents", "20", "--seed", "7")).ExitCode);
        Assert.Equal(1, (await Ended.RunAsync(folder, "seed", "--residents", "21", "--seed", "7")).ExitCode);
        Assert.Equal(0, (await Ended.RunAsync(folder, "jobs", "run", "sweep-outbox")).ExitCode);

        await using (var real = new SqliteConnection($"Data Source={folder.File("gm-connect.db")};Pooling=False"))
        {
            await real.OpenAsync();
            await using var command = real.CreateCommand();
            command.CommandText = "DELETE FROM DemonstrationMark";
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Ended.RunAsync(folder, "seed", "--residents", "20", "--seed", "7");
        Assert.Equal(1, refused.ExitCode);
        Assert.NotEmpty(refused.Errors);
    }

    [Fact]
    public async Task Migrate_KilledBefore_RecoversFromTheLockLeftBehind()
    {
        using var folder = TemporaryFolder.Create();
        await using (var killed = new SqliteConnection($"Data Source={folder.File("gm-connect.db")};Pooling=False"))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(0, (await Ended.RunAsync(folder, "migrate")).ExitCode);
        Assert.Equal(0, (await Ended.RunAsync(folder, "migrate")).ExitCode);
    }
}
