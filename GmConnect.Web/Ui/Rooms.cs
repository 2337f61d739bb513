using GmConnect.Domain.Common;

namespace GmConnect.Web.Ui;

/// <summary>One entry of the staff navigation: the key of its word and where it leads.</summary>
/// <param name="Enhanced">False for what is no page of ours and must be loaded whole.</param>
public sealed record Room(string Word, string Href, bool WholeBranch = true, bool Enhanced = true)
{
    public bool Leads(string path) => path == Href || (WholeBranch && path.StartsWith(Href + "/", StringComparison.Ordinal));
}

/// <summary>The staff navigation by role: only pages that exist.</summary>
public static class Rooms
{
    private static readonly Room[] OfWorkers = [new("RoomInbox", "/staff", WholeBranch: false), new("RoomTriage", "/staff/triage"), new("RoomDischarge", "/staff/discharge"), new("RoomFind", "/staff/residents")];

    private static readonly Room[] OfAdministrators =
    [
        new("RoomExchange", "/operations/exchange"), new("RoomJobs", "/operations/jobs", Enhanced: false),
        new("RoomOperations", "/operations", WholeBranch: false)
    ];

    public static IReadOnlyList<Room> For(Role? role) => role switch
    {
        { } worker when worker.IsWorker() => OfWorkers,
        Role.DataGuardian or Role.GovernanceLead => [new("RoomDesk", "/governance/guardian"), new("RoomGovernance", "/governance", WholeBranch: false)],
        Role.Analyst => [new("RoomGovernance", "/governance")],
        Role.Administrator => OfAdministrators,
        _ => []
    };
}
