using System.Text.RegularExpressions;
using GmConnect.Tests.TestSupport;
using Microsoft.Data.Sqlite;

namespace GmConnect.Tests.Web.Commands;

/// <summary>The built program, as operators and auditors call it.</summary>
public class AuditVerbTests
{
    [Theory]
    [InlineData(0, "audit", "--help")]
    [InlineData(0, "audit", "verify", "--help")]
    [InlineData(2, "audit")]
    [InlineData(2, "audit", "verify", "everything")]
    [InlineData(2, "audit", "verify", "--head", "no-such-file")]
    [InlineData(2, "audit", "prove", "not-an-id", "--out", "proof.json")]
    [InlineData(2, "audit", "prove", "01a20758-b414-752e-a6dc-e32a71768297")]
    [InlineData(2, "audit", "check", "no-such-file")]
    public async Task Verb_EndsWithTheCodeOfTheContract(int exitCode, params string[] words)
    {
        using var folder = TemporaryFolder.Create();

        var ended = await Ended.RunAsync(folder, words);

        Assert.True(exitCode == ended.ExitCode, $"{ended}");
        Assert.NotEmpty(exitCode == 0 ? ended.Output : ended.Errors);
    }

    [Fact]
    public async Task SeededWorld_IsWhole_ProvesItsEntries_AndShowsTheFirstBrokenOne()
    {
        using var folder = TemporaryFolder.Create();
        Assert.Equal(0, (await Ended.RunAsync(folder, "seed", "--residents", "20")).ExitCode);

        var whole = await Ended.RunAsync(folder, "audit", "verify");
        Assert.True(whole.ExitCode == 0, $"{whole}");
        Assert.Matches(@"^entries: [1-9]\d*\ndestroyed: 0\nbatches: 1\nheads checked: 1\nunsealed: 0\nThe log is whole\.\s*$", whole.Output);
        Assert.Equal(Number(whole, "entries"), await AskAsync(folder, "SELECT COUNT(*) FROM AccessEntry"));

        await ProvesAsync(folder);

        var entry = (string)(await AskAsync(folder, "SELECT EntryId FROM SealedEntry WHERE Position = 3"))!;
        await AskAsync(folder, "UPDATE AccessEntry SET GroundFacts = 'forged' WHERE Id = (SELECT EntryId FROM SealedEntry WHERE Position = 3)");
        var broken = await Ended.RunAsync(folder, "audit", "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"broken at: batch 1, position 3, entry {entry.ToLowerInvariant()}\nThe entry is not what was sealed", broken.Output);
    }

    private static async Task ProvesAsync(TemporaryFolder folder)
    {
        var entry = (string)(await AskAsync(folder, "SELECT EntryId FROM SealedEntry WHERE Position = 3"))!;
        var proof = folder.File("proof.json");
        Assert.Equal(0, (await Ended.RunAsync(folder, "audit", "prove", entry, "--out", proof)).ExitCode);

        var good = await Ended.RunAsync(folder, "audit", "check", proof);
        Assert.Equal(0, good.ExitCode);
        Assert.Contains(entry.ToLowerInvariant(), good.Output);
        await File.WriteAllTextAsync(proof, (await File.ReadAllTextAsync(proof)).Replace("\"index\": 3", "\"index\": 4", StringComparison.Ordinal));
        Assert.Equal(1, (await Ended.RunAsync(folder, "audit", "check", proof)).ExitCode);
        Assert.Equal(1, (await Ended.RunAsync(folder, "audit", "prove", $"{Guid.NewGuid()}", "--out", folder.File("none.json"))).ExitCode);
        Assert.False(File.Exists(folder.File("none.json")));
    }

    /// <summary>The auditor's own copy of the heads, when the attacker had the anchors too.</summary>
    [Fact]
    public async Task Head_IsCheckedInsteadOfTheAnchors()
    {
        using var folder = TemporaryFolder.Create();
        await Ended.RunAsync(folder, "seed", "--residents", "20");
        var (anchor, copy) = (folder.File("gm-connect.heads.jsonl"), folder.File("copy.jsonl"));
        File.Move(anchor, copy);
        await AskAsync(folder, "DELETE FROM SealedEntry; DELETE FROM SealBatch; DELETE FROM AccessEntry");
        await File.WriteAllTextAsync(anchor, "");

        Assert.Equal(0, (await Ended.RunAsync(folder, "audit", "verify")).ExitCode);
        var broken = await Ended.RunAsync(folder, "audit", "verify", "--head", copy);

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("broken at: batch 1\nAn anchor knows this batch and the log ends before it", broken.Output);
    }

    private static object? Number(Ended ended, string of) => long.Parse(Regex.Match(ended.Output, $@"^{of}: (\d+)$", RegexOptions.Multiline).Groups[1].Value);

    private static async Task<object?> AskAsync(TemporaryFolder folder, string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.File("gm-connect.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;

        return await command.ExecuteScalarAsync();
    }
}
