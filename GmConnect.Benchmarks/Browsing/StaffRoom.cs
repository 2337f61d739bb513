using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>Signed-in workers of the demonstration world, each with their own cookies, who open pages in turn.</summary>
public sealed partial class StaffRoom : IDisposable
{
    /// <summary>The workers that every demonstration world has.</summary>
    public const string Everybody = "triage-lead-salford,discharge-salford-royal,social-worker-salford,district-nurse-salford,"
        + "equipment-salford,wheelchair-service-gm,housing-officer-salford,housing-association-salford,reablement-salford,carers-charity-salford";

    private readonly List<Visitor> workers = [];
    private readonly Dictionary<Visitor, string> cases = [];

    public static async Task<StaffRoom> OpenAsync(Uri address, string people)
    {
        var room = new StaffRoom();
        foreach (var person in (people.Length > 0 ? people : Everybody).Split(','))
        {
            room.workers.Add(await Visitor.SignedInAsync(address, person));
        }

        return room;
    }

    /// <summary>Before the first "case": finds each worker one that their page links to, and leaves out who has none.</summary>
    public async Task PrepareAsync(string page)
    {
        if (page != "case")
        {
            return;
        }

        foreach (var worker in workers)
        {
            await using var inbox = await RawCircuit.OpenAsync(worker, "/staff");
            await inbox.QuietAsync(TimeSpan.FromSeconds(1));
            if (inbox.Batches.Select(batch => CaseLink().Match(batch.Text)).FirstOrDefault(found => found.Success) is { } link)
            {
                cases[worker] = link.Value;
            }
        }

        if (cases.Count == 0)
        {
            throw new InvalidOperationException("No worker's page /staff links to a case.");
        }
    }

    /// <param name="page">"inbox", "case", or a path.</param>
    /// <param name="turn">Whose turn it is.</param>
    public Task<RawCircuit> OpenPageAsync(string page, int turn)
    {
        var able = page == "case" ? [.. cases.Keys] : workers;
        var worker = able[turn % able.Count];

        return RawCircuit.OpenAsync(worker, page switch { "inbox" => "/staff", "case" => cases[worker], _ => page });
    }

    public void Dispose() => workers.ForEach(worker => worker.Dispose());

    [GeneratedRegex("/staff/cases/[0-9a-f-]{36}")]
    private static partial Regex CaseLink();
}
