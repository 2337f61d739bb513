using System.Text.Json;
using System.Text.RegularExpressions;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.Architecture;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Commands;

/// <summary>What a stranger with an engine of their own compares with.</summary>
public partial class SharingVerbTests
{
    private const string Nurse = """{"account":"nurse-1","role":"CaseWorker","agency":"district-nursing"}""";

    [Fact]
    public async Task TheExamplesOfThePage_AreDecidedAsThePageSays()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "sharing-decision.md"));
        var lines = JsonBlock().Matches(page).SelectMany(block => Objects(block.Groups[1].Value)).ToList();
        var facts = lines.Where(l => l.Contains("\"fact\":", StringComparison.Ordinal)).ToList();
        var requests = lines.Where(l => l.Contains("\"actor\":", StringComparison.Ordinal)).ToList();

        // The page's log has been late since the morning, which stops the nurse.
        var decided = await DecideAsync(facts.Where(f => !f.Contains("logLate", StringComparison.Ordinal)), requests);

        Assert.Equal(3, decided.Count);
        Assert.Equal(
            ("partial", "[\"Medicines\"]", "{\"kind\":\"Consent\",\"facts\":[\"a1\",\"c1\",\"n1\"]}"),
            (decided[0]["decision"].GetString(), Text(decided[0]["parts"]), Text(decided[0]["ground"])));
        Assert.Equal("permit", decided[1]["decision"].GetString());
        Assert.Equal("{\"kind\":\"ConsentAndReferral\",\"facts\":[\"a1\",\"c1\",\"n1\",\"referral-1\"]}", Text(decided[2]["ground"]));
        Assert.Equal("LogNotAnchored", (await DecideAsync(facts, requests))[2]["because"].GetString());
    }

    [Theory]
    [InlineData("CaseWorker", "StoryPart", "Read", "Care", "Page", "NoConsent", true)]
    [InlineData("Janitor", "StoryPart", "Read", "Care", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "Secrets", "Read", "Care", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "2", "Read", "Care", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "storypart", "Read", "Care", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "StoryPart", "Peek", "Care", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "StoryPart", "Read", "Curiosity", "Page", "UnknownWord", false)]
    [InlineData("CaseWorker", "StoryPart", "Read", "Care", "Telepathy", "UnknownWord", false)]
    public async Task WordsThatThePageDoesNotKnow_AreRefused(
        string role, string category, string act, string purpose, string channel, string because, bool overridable)
    {
        var decided = Assert.Single(await DecideAsync(
            [
                """{"fact":"person","id":"george","born":"1946-03-02","place":"asked"}""",
                """{"fact":"agency","id":"district-nursing","kind":"CommunityHealth"}"""
            ],
            [Asked($$"""{"account":"nurse-1","role":"{{role}}","agency":"district-nursing"}""", category, act, purpose, channel)]));

        Assert.Equal(("refuse", because, overridable), (decided["decision"].GetString(), decided["because"].GetString(), decided["overridable"].GetBoolean()));
        Assert.NotEqual("", decided["says"].GetString());
    }

    [Fact]
    public async Task APersonNotAmongTheFacts_IsRefused() => Assert.Equal(
        "UnknownPerson",
        Assert.Single(await DecideAsync([], [Asked(Nurse, "Identity", "Read", "Care", "Page")]))["because"].GetString());

    [Theory]
    [InlineData("""{"fact":"person","id":"george","born":"1946-03-02","place":"hidden"}""", "'place' is 'hidden'")]
    [InlineData("""{"fact":"person","id":"george"}""", "'born' is missing")]
    [InlineData("""{"fact":"person","id":"george","born":"1946-03-02","colour":"red"}""", "Line 1 of facts.jsonl")]
    [InlineData("not json", "Line 1 of facts.jsonl")]
    [InlineData("""{"fact":"agency","id":"a","kind":"Bakery"}""", "'kind' is 'Bakery'")]
    public async Task ALineNotUnderstood_EndsWithTwo_SaysWhatToMend_AndWritesNothing(string line, string says)
    {
        using var folder = TemporaryFolder.Create();

        var ended = await RunAsync(folder, [line], [Asked(Nurse, "Identity", "Read", "Care", "Page")]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(says, ended.Errors);
        Assert.False(File.Exists(folder.File("answers.jsonl")));
    }

    [Fact]
    public void EveryReasonAndGround_HasItsWordsAndItsRule()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<DecisionWords>().BuildServiceProvider();
        var words = services.GetRequiredService<DecisionWords>();

        Assert.All(Enum.GetValues<RefusedBecause>(), because =>
        {
            Assert.NotEqual(because.ToString(), words.For(because));
            Assert.InRange(DecisionWords.RuleOf(because), 13, 67);
        });
        Assert.All(Enum.GetValues<GroundKind>(), ground => Assert.NotEqual($"Ground{ground}", words.For(ground)));
    }

    private static string Asked(string actor, string category, string act, string purpose, string channel) =>
        $$"""{"id":"q","at":"2026-11-23T09:30:00Z","person":"george","actor":{{actor}},"category":"{{category}}","act":"{{act}}","purpose":"{{purpose}}","channel":"{{channel}}"}""";

    private static async Task<IReadOnlyList<Dictionary<string, JsonElement>>> DecideAsync(IEnumerable<string> facts, IEnumerable<string> requests)
    {
        using var folder = TemporaryFolder.Create();
        var ended = await RunAsync(folder, facts, requests);
        Assert.True(ended.ExitCode == 0, $"{ended}");

        return [.. (await File.ReadAllLinesAsync(folder.File("answers.jsonl")))
            .Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!)];
    }

    private static async Task<Ended> RunAsync(TemporaryFolder folder, IEnumerable<string> facts, IEnumerable<string> requests)
    {
        await File.WriteAllLinesAsync(folder.File("facts.jsonl"), facts);
        await File.WriteAllLinesAsync(folder.File("requests.jsonl"), requests);

        return await Ended.RunAsync(
            folder, "sharing", "decide", "--facts", folder.File("facts.jsonl"), "--requests", folder.File("requests.jsonl"),
            "--out", folder.File("answers.jsonl"));
    }

    /// <summary>The page wraps its lines for reading; an object begins at the margin.</summary>
    private static IEnumerable<string> Objects(string block) =>
        ObjectAtMargin().Split(block.Trim()).Select(text => text.ReplaceLineEndings(" ").Trim()).Where(text => text.Length > 0);

    private static string Text(JsonElement element) => JsonSerializer.Serialize(element);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"\n(?=\{)")]
    private static partial Regex ObjectAtMargin();
}
