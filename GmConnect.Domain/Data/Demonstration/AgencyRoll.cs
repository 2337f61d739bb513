using Bogus;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>An agency and the workers a family meets there.</summary>
/// <param name="Agreement">The sharing agreement that binds it.</param>
internal sealed record AgencyOnRoll(AgencyToSeed Agency, Guid Id, Guid Agreement, IReadOnlyList<Account> Workers)
{
    public Account Triager => Workers.FirstOrDefault(w => w.Role is Role.TriageLead) ?? Workers[0];

    public Account Worker(Randomizer chance) => Workers[chance.Number(Workers.Count - 1)];
}

/// <summary>Which agency of a kind answers for a borough.</summary>
internal sealed class AgencyRoll(Seeded seeded, IEnumerable<Account> accounts)
{
    private readonly ILookup<Guid, Account> _workers = accounts
        .Where(a => a.AgencyId is not null && a.Role.IsWorker())
        .ToLookup(a => a.AgencyId!.Value);

    private readonly Dictionary<(AgencyKind, string), AgencyOnRoll> _found = [];

    /// <summary>The borough's own, or the one for all Greater Manchester.</summary>
    public AgencyOnRoll Of(AgencyKind kind, string borough)
    {
        if (!_found.TryGetValue((kind, borough), out var found))
        {
            var agency = DemonstrationWorld.Agencies.FirstOrDefault(a => a.Kind == kind && a.Borough == borough)
                ?? DemonstrationWorld.Agencies.First(a => a.Kind == kind && a.Borough is null);
            _found[(kind, borough)] = found = On(agency);
        }

        return found;
    }

    public AgencyOnRoll Of(string code) => On(DemonstrationWorld.Agencies.Single(a => a.Code == code));

    private AgencyOnRoll On(AgencyToSeed agency)
    {
        var id = seeded.Id(agency.Code);

        return new AgencyOnRoll(agency, id, AgreementChapter.IdOf(agency.Kind, seeded), [.. _workers[id]]);
    }
}
