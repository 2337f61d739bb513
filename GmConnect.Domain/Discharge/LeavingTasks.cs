using System.Text.Json;
using System.Text.Json.Serialization;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;

namespace GmConnect.Domain.Discharge;

public enum DueFrom
{
    Admitted,
    Expected,

    /// <summary>The day they left; until then the day they are expected to.</summary>
    Left
}

public sealed record LeavingDue(DueFrom From, int Days);

/// <summary>Something to be done so that somebody can leave hospital and is looked after then.</summary>
/// <param name="Owners">Kinds of agency that do it, the best first; none: the family.</param>
/// <param name="When">Answers of <see cref="HomeNeeds"/>, one of which makes it needed; none: always.</param>
/// <param name="After">What must be done first.</param>
/// <param name="Stops">They do not leave before it is accepted.</param>
public sealed record LeavingTask(
    string Id, string What, IReadOnlyList<AgencyKind>? Owners, IReadOnlyList<string>? When, string? After, LeavingDue Due, bool Stops)
{
    public bool IsNeeded(IReadOnlySet<string> answers) => When is null || When.Any(answers.Contains);
}

/// <summary>
/// What leaving hospital takes, from what was asked: the two weeks of a hip operation of standards 4.6, as data. They become actions of
/// the one plan, so that they have owners, days, a history and the family's eyes like any other.
/// </summary>
public static class LeavingTasks
{
    public const string ExpectedDate = "expected-date";
    public const string Ask = "ask";
    public const string Pathway = "pathway";
    public const string NurseInjections = "nurse-injections";

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<LeavingTask> All { get; } = Load();

    private static readonly Dictionary<string, LeavingTask> _byId = All.ToDictionary(t => t.Id);

    public static LeavingTask? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>Its place in the list: of two on one day the earlier comes first.</summary>
    internal static int OrderOf(string? id) => All.TakeWhile(t => t.Id != id).Count();

    public static bool Stops(string? id) => Find(id)?.Stops is true;

    /// <summary>It keeps them now: nobody has said that they do it.</summary>
    internal static bool IsStopping(PlanAction action) => action is { IsOpen: true, IsAccepted: false } && Stops(action.Task);

    /// <summary>Those that somebody's answers make needed. What is not asked is not needed yet: the asking is.</summary>
    public static IEnumerable<LeavingTask> Needed(HomeNeeds needs)
    {
        var answers = Answers(needs);

        return All.Where(t => t.IsNeeded(answers));
    }

    /// <summary>The London day on which a task is due; nothing while nobody knows when they leave.</summary>
    public static DateOnly? DueOn(LeavingTask task, DateOnly admitted, DateOnly? expected, DateOnly? left) => task.Due.From switch
    {
        DueFrom.Admitted => admitted.AddDays(task.Due.Days),
        DueFrom.Expected => expected?.AddDays(task.Due.Days),
        _ => (left ?? expected)?.AddDays(task.Due.Days)
    };

    /// <summary>In the form in which the tasks name them: "equipment:Yes".</summary>
    internal static HashSet<string> Answers(HomeNeeds needs) =>
    [
        $"injections:{needs.Injections}", $"safePlace:{needs.SafePlace}", $"stairs:{needs.Stairs}", $"equipment:{needs.Equipment}", $"wheelchair:{needs.Wheelchair}",
        $"support:{needs.Support}", $"ownTransport:{needs.OwnTransport}", $"foodAndWarmth:{needs.FoodAndWarmth}", $"carer:{needs.Carer}", $"work:{needs.Work}"
    ];

    private static List<LeavingTask> Load()
    {
        using var file = typeof(LeavingTasks).Assembly.GetManifestResourceStream("GmConnect.Domain.Discharge.LeavingTasks.json")!;

        return JsonSerializer.Deserialize<List<LeavingTask>>(file, _options)!;
    }
}
