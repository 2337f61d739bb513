using System.Text.Json;

namespace GmConnect.Domain.Discharge;

/// <summary>A reason why somebody needs a hospital bed (NHS Data Dictionary, CRITERIA TO RESIDE CODE).</summary>
public sealed record CriterionToReside(string Code, string Name);

public sealed record DelayReason(string Id, string Name);

public sealed record DelayFamily(string Id, string Name, IReadOnlyList<DelayReason> Reasons);

/// <summary>
/// The national code lists of leaving hospital, as data (standards 4.2 and 4.4): the criteria to reside, and the five families of delay
/// reasons in the order in which one holds up the next. The exact wording of the reasons is not published in one place; it is in the data.
/// </summary>
public sealed record DischargeCodes(IReadOnlyList<CriterionToReside> Criteria, IReadOnlyList<DelayFamily> Families)
{
    public static DischargeCodes Current { get; } = Load();

    private readonly Dictionary<string, int> _order = Families.SelectMany(f => f.Reasons).Select((reason, at) => (reason.Id, at)).ToDictionary(r => r.Id, r => r.at);

    public CriterionToReside? Criterion(string code) => Criteria.FirstOrDefault(c => c.Code == code);

    public DelayFamily FamilyOf(string reason) => Families.Single(f => f.Reasons.Any(r => r.Id == reason));

    public DelayReason? Reason(string id) => Families.SelectMany(f => f.Reasons).FirstOrDefault(r => r.Id == id);

    /// <summary>The earlier in the list, the more waits for it.</summary>
    internal int OrderOf(string reason) => _order[reason];

    private static DischargeCodes Load()
    {
        using var file = typeof(DischargeCodes).Assembly.GetManifestResourceStream("GmConnect.Domain.Discharge.DischargeCodes.json")!;

        return JsonSerializer.Deserialize<DischargeCodes>(file, JsonSerializerOptions.Web)!;
    }
}
