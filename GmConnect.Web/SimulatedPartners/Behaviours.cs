namespace GmConnect.Web.SimulatedPartners;

/// <summary>How one simulated system behaves towards events.</summary>
/// <param name="Later">What it answers with 202 and says afterwards, each after so many seconds.</param>
/// <param name="Refuses">Its reason, when it takes no story.</param>
/// <param name="DownFor">Seconds it is down for, from the first request it gets.</param>
public sealed record Behaviour(IReadOnlyList<(int Seconds, string Answer)>? Later = null, string? Refuses = null, int DownFor = 0);

/// <summary>Which invented agency does what; every other simply accepts.</summary>
public static class Behaviours
{
    private static readonly Behaviour Accepts = new();

    private static readonly Dictionary<string, Behaviour> ByAgency = new()
    {
        ["salford-equipment"] = new(Later: [(3, "accepted"), (45, "done")]),
        ["gm-wheelchairs"] = new(Later: [(8, "accepted")]),
        ["gm-patient-transport"] = new(Refuses: "We can only book a journey when the day of discharge is known. Please send it again then."),
        ["salford-reablement"] = new(DownFor: 20)
    };

    public static Behaviour Of(string agency) => ByAgency.GetValueOrDefault(agency, Accepts);
}
