using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>The decision in cases that a data guardian can read; both engines answer each of them. Grouped by the law that they are about.</summary>
public partial class SharingDecisionCases
{
    private static readonly Dictionary<string, Row> _rows = new Row[][]
    {
        ConsentNoticeAndAgreement, SecondFacts, DutyAndSafeguarding, AgeAndCompetence, CapacityAndProxies, RightsAndOversight, BreakGlass, ProtectedPeople,
        LifeEvents
    }.SelectMany(rows => rows).ToDictionary(row => row.Sentence);

    public static TheoryData<string> Sentences => [.. _rows.Keys];

    [Theory, MemberData(nameof(Sentences))]
    public void Case(string sentence)
    {
        var row = _rows[sentence];
        var request = row.Asked.Of(row.Told);

        Assert.Equal(row.Answer, Words(SharingDecision.Decide(request, row.Told.Facts)));
        Assert.Equal(row.Answer, Words(SecondEngine.Decide(request, row.Told.Facts)));
    }

    private static string Words(AccessDecision decision) => decision switch
    {
        { Ground: { } ground, Verdict: Verdict.Permit } => Permit(ground.Kind),
        { Ground: { } ground } => decision.Overridable ? OnlyYet(ground.Kind, [.. decision.Parts]) : Only(ground.Kind, [.. decision.Parts]),
        _ => decision.Overridable ? NotYet(decision.Because!.Value) : No(decision.Because!.Value)
    };

    private static string Permit(GroundKind by) => $"permitted by {by}";

    private static string Only(GroundKind by, params StoryPartKind[] parts) => $"{string.Join(", ", parts)} by {by}";

    private static string OnlyYet(GroundKind by, params StoryPartKind[] parts) => $"{Only(by, parts)}, more by an override";

    private static string No(RefusedBecause because) => $"refused: {because}";

    /// <summary>Refused, and an override would open it or some of it.</summary>
    private static string NotYet(RefusedBecause because) => $"{No(because)}, unless by an override";

    private sealed record Row(string Sentence, Telling Told, Asker.Question Asked, string Answer);
}
