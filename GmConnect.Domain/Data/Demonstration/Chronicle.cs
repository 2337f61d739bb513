using Bogus;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What has happened to one family so far, and what the next chapter of it is written with.</summary>
internal sealed class Chronicle(Seeded seeded, Household household, Situation situation, Randomizer chance, Timeline time)
{
    /// <summary>More references than one family ever needs.</summary>
    private const long ReferencesEach = 64;

    private int _references;
    private int _entries;

    public Household Household => household;

    public Situation Situation => situation;

    public Randomizer Chance => chance;

    public Timeline Time => time;

    public List<object> Rows { get; } = [.. household.Rows];

    public Guid ResidentId => household.Resident.Id;

    public Guid Id(string what) => seeded.Id($"{what} of {household.Number}", household.Number + 1);

    public byte[] Bytes(string what) => seeded.Bytes($"{what} of {household.Number}");

    public string NextReference() => seeded.Reference(household.Number * ReferencesEach + _references++);

    public Stamp ByFamily => household.By(time.Now);

    /// <summary>The family acts on its own record: in its own right or under the delegation.</summary>
    public void FamilyDid(AccessKind kind, DataCategory category)
    {
        var teller = household.Teller!;
        var own = household.Delegation is null;
        Rows.Add(new AccessEntry
        {
            Id = NextEntry(),
            ResidentId = ResidentId,
            At = time.Now,
            AccountId = teller.Id,
            Role = teller.Role,
            Kind = kind,
            Category = category,
            Purpose = Purpose.OwnRecord,
            Channel = Channel.Page,
            Rules = SharingPolicy.RuleVersion,
            Ground = own ? GroundKind.OwnRecord : GroundKind.Delegation,
            GroundFacts = (own ? ResidentId : household.Delegation!.Id).ToString("N")
        });
    }

    public void WorkerDid(Account worker, AccessKind kind, DataCategory category, Purpose purpose, Ground ground, string parts = "") =>
        Rows.Add(Entry(worker.Id, worker.Role, worker.AgencyId!.Value, kind, category, purpose, Channel.Page, ground, parts));

    /// <summary>It reached the agency's system.</summary>
    public void WasSent(Guid agencyId, DataCategory category, Purpose purpose, Ground ground, string parts = "") =>
        Rows.Add(Entry(agencyId, Role.PartnerSystem, agencyId, AccessKind.Sent, category, purpose, Channel.Exchange, ground, parts));

    private AccessEntry Entry(
        Guid account, Role role, Guid agency, AccessKind kind, DataCategory category, Purpose purpose, Channel channel, Ground ground, string parts) => new()
    {
        Id = NextEntry(),
        ResidentId = ResidentId,
        At = time.Now,
        AccountId = account,
        Role = role,
        AgencyId = agency,
        Kind = kind,
        Category = category,
        Parts = parts,
        Purpose = purpose,
        Channel = channel,
        Rules = SharingPolicy.RuleVersion,
        Ground = ground.Kind,
        GroundFacts = string.Join(',', ground.Facts.Select(f => f.ToString("N")))
    };

    private Guid NextEntry() => Id($"entry {_entries++}");
}
