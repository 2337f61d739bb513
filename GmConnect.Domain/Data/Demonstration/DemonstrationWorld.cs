using GmConnect.Domain.Accounts;
using GmConnect.Domain.Exchange;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Every row of the demonstration world, in the order it is written. The same numbers give the same rows.</summary>
internal sealed class DemonstrationWorld
{
    private readonly Seeded _seeded;
    private readonly NamedHouseholds _named;
    private readonly Households _households;
    private readonly DemonstrationOptions _options;

    public DemonstrationWorld(DemonstrationOptions options, DateOnly seededOn)
    {
        var day = new SeedingDay(seededOn);
        var names = new Names();
        _options = options;
        _seeded = new Seeded(options.Seed);
        _named = new NamedHouseholds(_seeded, day);
        _households = new Households(_seeded, day, names);
    }

    public static IReadOnlyList<AgencyToSeed> Agencies { get; } =
        [.. Places.Boroughs.SelectMany(BoroughAgencies.Of), .. WiderAgencies.All];

    /// <summary>The agencies, their systems, and who works there.</summary>
    public IEnumerable<object> Beginning()
    {
        var roster = new WorkerRoster(_seeded, new Names());

        return
        [
            .. Agencies.Select(a => a.As(_seeded)),
            .. Agencies.Where(a => a.HasSystem).Select(SystemOf),
            .. NamedPeople.Workers.Select(WorkerOf),
            .. Agencies.SelectMany(roster.Of)
        ];
    }

    public IEnumerable<object> FamilyOf(int number) => number switch
    {
        NamedHouseholds.George => _named.OfGeorge(),
        NamedHouseholds.Zainab => [.. _named.OfZainab().Household.Rows, .. _named.OfZainab().More],
        NamedHouseholds.Protected => [.. _named.OfProtected().Household.Rows, .. _named.OfProtected().More],
        _ => _households.Draw(number, false).Rows
    };

    private PartnerSystem SystemOf(AgencyToSeed agency) => new()
    {
        Id = _seeded.Id($"system of {agency.Code}"),
        AgencyId = _seeded.Id(agency.Code),
        Address = $"{_options.PartnersAddress}/simulated-partners/{agency.Code}/events",
        Secret = $"whsec_{Convert.ToBase64String(_seeded.Bytes($"secret of {agency.Code}"))}"
    };

    private Account WorkerOf(NamedPerson person) => new()
    {
        Id = _seeded.Id(person.Handle),
        Handle = person.Handle,
        DisplayName = person.Name,
        Role = person.Role,
        AgencyId = _seeded.Id(person.Agency!),
        JobTitle = person.JobTitle
    };
}
