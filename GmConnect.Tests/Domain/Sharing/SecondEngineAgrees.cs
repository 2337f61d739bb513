using System.Collections.Concurrent;
using CsCheck;
using GmConnect.Domain.Sharing;

namespace GmConnect.Tests.Domain.Sharing;

public class SecondEngineAgrees
{
    /// <summary>A failure prints the seed with which CsCheck asks the same question again.</summary>
    [Fact]
    public void OnTwoHundredThousandQuestions_AndEveryAnswerOccursManyTimes()
    {
        var seen = new ConcurrentDictionary<object, int>();

        SharingWorlds.Five.Sample(
            t =>
            {
                foreach (var request in t.Requests)
                {
                    var answer = SharingDecision.Decide(request, t.Facts);
                    Assert.Equal(Words(SecondEngine.Decide(request, t.Facts)), Words(answer));
                    object?[] kinds = [answer.Verdict, answer.Ground?.Kind, answer.Because, (answer.Verdict, answer.Overridable)];

                    foreach (var kind in kinds.OfType<object>())
                    {
                        seen.AddOrUpdate(kind, 1, (_, times) => times + 1);
                    }
                }
            },
            iter: 40_000);

        object[] every =
        [
            .. Enum.GetValues<RefusedBecause>(), .. Enum.GetValues<GroundKind>(), .. Enum.GetValues<Verdict>(),
            (Verdict.Partial, true), (Verdict.Partial, false), (Verdict.Refuse, true), (Verdict.Refuse, false)
        ];
        Assert.All(every, kind => Assert.True(seen.GetValueOrDefault(kind) > 30, $"{kind}: {seen.GetValueOrDefault(kind)} times"));
    }

    private static string Words(AccessDecision answer) =>
        $"{answer.Verdict} {string.Join(",", answer.Parts)} {answer.Ground?.Kind} {string.Join(",", answer.Ground?.Facts ?? [])} "
        + $"{answer.Because} overridable {answer.Overridable}";
}
