using System.Text.Json;
using System.Text.Json.Serialization;

namespace GmConnect.Domain.Referrals;

public enum AnswerOf
{
    YesNo,

    /// <summary>From 0, nothing of it, to the most.</summary>
    Scale,

    /// <summary>How many.</summary>
    Count
}

/// <param name="AdultsOnly">Of a duty to adults: not asked about who is under 18.</param>
/// <param name="OnlyIf">Asked while none of these is answered no.</param>
public sealed record TriageQuestion(string Id, AnswerOf Form, int Max = 1, bool AdultsOnly = false, IReadOnlyList<string>? OnlyIf = null);

/// <summary>Sets the level by itself when everything in <paramref name="All"/> holds, and where it names some, one of <paramref name="Any"/>.</summary>
/// <param name="Unless">A gate that takes its place when it sets.</param>
/// <param name="Decision">A second timer, for the decision a law asks for.</param>
/// <param name="IsPrivate">What it says may endanger somebody if others at home read it.</param>
/// <param name="Act">What the page says to do at once.</param>
public sealed record TriageGate(
    string Id, TriageLevel Level, IReadOnlyList<string> All, ClockRule Timer, IReadOnlyList<string>? Any = null, bool AdultsOnly = false, string? Unless = null,
    ClockRule? Decision = null, bool IsPrivate = false, string? Act = null);

/// <param name="Steps">The answer is a number, and each of these that it reaches is a point; nothing: the answers' own points are added, up to the most.</param>
public sealed record TriageFactor(string Id, int Max, IReadOnlyList<string> From, IReadOnlyList<int>? Steps = null);

public sealed record TriageBand(TriageLevel Level, int From, ClockRule Timer);

/// <summary>
/// One version of the triage rules, as data: gates that set a level, then points and bands. A decision keeps the version it
/// was taken under, and every version stays, so that an old decision can still be explained. No protected characteristic is
/// a question; age counts only as the legal route, child or adult. Source: docs/triage.md.
/// </summary>
/// <param name="Arrival">The clock of what nobody has triaged yet.</param>
/// <param name="Top">The clock of the top level where no gate set it but a person.</param>
public sealed record TriageRules(
    string Version, ClockRule Arrival, IReadOnlyList<TriageQuestion> Questions, IReadOnlyList<TriageGate> Gates, IReadOnlyList<TriageFactor> Factors,
    IReadOnlyList<TriageBand> Bands, ClockRule Top)
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<TriageRules> All { get; } = Load();

    /// <summary>What is decided under today.</summary>
    public static TriageRules Current => All[^1];

    public int MostPoints => Factors.Sum(f => f.Max);

    public static TriageRules Of(string version) => All.Single(r => r.Version == version);

    public TriageQuestion Question(string id) => Questions.Single(q => q.Id == id);

    /// <summary>The clock of a level that a person chose.</summary>
    public ClockRule TimerOf(TriageLevel level) => level is TriageLevel.P1 ? Top : Bands.First(b => b.Level == level).Timer;

    private static List<TriageRules> Load()
    {
        using var data = typeof(TriageRules).Assembly.GetManifestResourceStream($"{typeof(TriageRules).Namespace}.{nameof(TriageRules)}.json")!;

        return JsonSerializer.Deserialize<List<TriageRules>>(data, _form)!;
    }
}
