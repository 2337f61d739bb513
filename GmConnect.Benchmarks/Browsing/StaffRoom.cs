using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>Signed-in workers of the demonstration world, each with their own cookies, who open pages in turn.</summary>
public sealed partial class StaffRoom : IDisposable
{
    /// <summary>The workers that every demonstration world has.</summary>
    public const string Everybody = "triage-lead-salford,discharge-salford-royal,social-worker-salford,district-nurse-salford,"
        + "equipment-salford,wheelchair-service-gm,housing-officer-salford,housing-association-salford,reablement-salford,carers-charity-salford";

    private readonly List<Visitor> workers = [];
    private readonly Dictionary<(string Page, Visitor Worker), string> linked = [];

    public static async Task<StaffRoom> OpenAsync(Uri address, string people)
    {
        var room = new StaffRoom();
        foreach (var person in (people.Length > 0 ? people : Everybody).Split(','))
        {
            room.workers.Add(await Visitor.SignedInAsync(address, person));
        }

        return room;
    }

    /// <summary>Before the first "case" or "stay": finds each worker one that their list links to, and leaves out who has none.</summary>
    public async Task PrepareAsync(string page)
    {
        if (Found(page) is not var (list, link))
        {
            return;
        }

        foreach (var worker in workers)
        {
            await using var listed = await RawCircuit.OpenAsync(worker, list);
            await listed.QuietAsync(TimeSpan.FromSeconds(1));
            if (listed.Batches.Select(batch => link.Match(batch.Text)).FirstOrDefault(found => found.Success) is { } first)
            {
                linked[(page, worker)] = first.Value;
            }
        }

        if (linked.Keys.All(key => key.Page != page))
        {
            throw new InvalidOperationException($"No worker's page {list} links to a {page}.");
        }
    }

    /// <param name="page">"inbox", "case", "stay", or a path.</param>
    /// <param name="turn">Whose turn it is.</param>
    public Task<RawCircuit> OpenPageAsync(string page, int turn)
    {
        var able = Found(page) is null ? workers : [.. linked.Keys.Where(key => key.Page == page).Select(key => key.Worker)];
        var worker = able[turn % able.Count];

        return RawCircuit.OpenAsync(worker, page == "inbox" ? "/staff" : linked.GetValueOrDefault((page, worker), page));
    }

    private static (string List, Regex Link)? Found(string page) => page switch
    {
        "case" => ("/staff", CaseLink()),
        "stay" => ("/staff/discharge", StayLink()),
        _ => null
    };

    public void Dispose() => workers.ForEach(worker => worker.Dispose());

    [GeneratedRegex("/staff/cases/[0-9a-f-]{36}")]
    private static partial Regex CaseLink();

    [GeneratedRegex("/staff/discharge/[0-9a-f-]{36}")]
    private static partial Regex StayLink();
}
