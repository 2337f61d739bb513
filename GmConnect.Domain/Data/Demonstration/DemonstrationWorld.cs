using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Exchange;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Every row of the demonstration world, in the order it is written. The same numbers give the same rows.</summary>
internal sealed class DemonstrationWorld
{
    private readonly Seeded _seeded;
    private readonly NamedHouseholds _named;
    private readonly Families _families;
    private readonly DemonstrationOptions _options;
    private readonly SeedingDay _day;
    private readonly IReadOnlyList<Account> _workers;
    private readonly IReadOnlyList<Team> _teams;

    public DemonstrationWorld(DemonstrationOptions options, DateOnly seededOn)
    {
        var day = new SeedingDay(seededOn);
        (_options, _day) = (options, day);
        _seeded = new Seeded(options.Seed);
        _named = new NamedHouseholds(_seeded, day);
        var roster = new WorkerRoster(_seeded, new Names());
        _teams = [.. Agencies.SelectMany(roster.TeamsOf)];
        _workers = [.. NamedPeople.Workers.Select(WorkerOf), .. Agencies.SelectMany(roster.Of)];
        _families = new Families(
            _seeded, day, new AgencyRoll(_seeded, _workers), new Households(_seeded, day, new Names()));
    }

    public static IReadOnlyList<AgencyToSeed> Agencies { get; } =
        [.. Places.Boroughs.SelectMany(BoroughAgencies.Of), .. WiderAgencies.All];

    /// <summary>The agencies, their systems, who works there, and what they agreed.</summary>
    public IEnumerable<object> Beginning() =>
    [
        .. Agencies.Select(a => a.As(_seeded)), .. Agencies.Where(a => a.HasSystem).Select(SystemOf), .. _teams, .. _workers,
        .. new AgreementChapter(_seeded, _day).Rows()
    ];

    public IEnumerable<object> FamilyOf(int number) => number switch
    {
        NamedHouseholds.George => _named.OfGeorge(),
        NamedHouseholds.Zainab => Named(_named.OfZainab(), "growing-up"),
        NamedHouseholds.Protected => Named(_named.OfProtected(), "leaving-harm"),
        _ => _families.Draw(number)
    };

    private IEnumerable<object> Named((Household Household, IEnumerable<object> More) family, string situation) =>
        [.. family.More, .. _families.AtWork(family.Household, situation)];

    private PartnerSystem SystemOf(AgencyToSeed agency) => new()
    {
        Id = _seeded.Id($"system of {agency.Code}"),
        AgencyId = _seeded.Id(agency.Code),
        Address = $"{_options.PartnersAddress}{MoveSimulatedPartners.Path}{agency.Code}/events",
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
