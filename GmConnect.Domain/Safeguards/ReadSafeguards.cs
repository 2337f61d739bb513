using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Safeguards;

public enum SafeguardKind
{
    Protection,
    Restriction,
    Finding,
    Disclosure
}

/// <param name="Detail">The kind of restriction or finding, or the law.</param>
/// <param name="Whom">Whom it binds, lets know or gives to; nobody named means everybody.</param>
/// <param name="Parts">Nothing: not parts of the story alone.</param>
public sealed record SafeguardShown(
    Guid Id, SafeguardKind Kind, string Detail, IReadOnlyList<string> Whom, IReadOnlyList<StoryPartKind>? Parts, string Why, string? JudgedBy,
    string? Consulted, string RecordedBy, DateTime From, DateTime? Until);

/// <summary>Somebody whom a safeguard can name.</summary>
public sealed record PersonToName(Guid AccountId, string Name, string? What);

/// <param name="InForce">Latest first.</param>
/// <param name="Relatives">Who acts for the person now.</param>
/// <param name="Workers">Who looked lately.</param>
/// <param name="Agencies">All that something can be disclosed to, each with the purposes it can have.</param>
public sealed record SafeguardsShown(
    IReadOnlyList<SafeguardShown> InForce, IReadOnlyList<PersonToName> Relatives, IReadOnlyList<PersonToName> Workers, IReadOnlyList<AgencyToName> Agencies);

public sealed record AgencyToName(Guid AgencyId, string Name, IReadOnlyList<Purpose> Purposes);

/// <summary>What stands about a person besides permissions, for the data guardian who has something about them on the desk.</summary>
public sealed class ReadSafeguards(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private static readonly TimeSpan _lately = TimeSpan.FromDays(90);

    public Task<Outcome<SafeguardsShown>> ExecuteAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<SafeguardsShown>>(async database =>
        {
            var asking = new Asking(actor, Purpose.Oversight, Act.Read, View: view);
            var opened = await door.OpenAsync<Matter>(database, matterId, asking, cancellationToken);
            if (!opened.Succeeded || actor.Role is not Role.DataGuardian)
            {
                return NotFound.Instance;
            }

            var (resident, now) = (opened.Value.Resident, clock.UtcNow());
            var standing = (await door.RowsOfAsync<StandingFact>(database, opened.Value.With(resident), cancellationToken))
                .Where(f => f.IsInForce(now)).OrderByDescending(f => f.From).ToList();
            var delegations = (await door.AllAboutAsync<Delegation>(database, resident, asking, null, cancellationToken)).Where(d => d.IsInForce(now)).ToList();
            var lookers = await LookersAsync(database, resident, asking, now, cancellationToken);
            Guid[] accounts =
            [
                .. delegations.Select(d => d.DelegateId), .. lookers, .. standing.Select(f => f.RecordedBy),
                .. standing.OfType<PlaceProtected>().SelectMany(p => p.MayKnow), .. standing.OfType<SharingRestricted>().Select(x => x.AccountId).OfType<Guid>()
            ];
            var people = await database.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            var agencies = await database.Agencies.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellationToken);
            var names = agencies.ToDictionary(a => a.Id, a => a.Name);
            string Person(Guid id) => people.TryGetValue(id, out var one) ? one.DisplayName : "";

            return new SafeguardsShown(
                [.. standing.Select(fact => Show(fact, Person, names)).OfType<SafeguardShown>()],
                [.. delegations.DistinctBy(d => d.DelegateId).Select(d => new PersonToName(d.DelegateId, Person(d.DelegateId), d.Relationship))],
                [.. lookers.Where(people.ContainsKey).Select(id => new PersonToName(
                    id, people[id].DisplayName, people[id].AgencyId is { } agency ? names.GetValueOrDefault(agency) : null))],
                [.. agencies.Where(a => Purposes.For(a.Kind).Count > 0).Select(a => new AgencyToName(a.Id, a.Name, DisclosedFor(a.Kind)))]);
        }, cancellationToken);

    /// <summary>What a kind of agency may be given something for under a law: what it may have, and safety.</summary>
    internal static IReadOnlyList<Purpose> DisclosedFor(Agencies.AgencyKind kind) => [.. Purposes.For(kind).Append(Purpose.Safety).Distinct()];

    private async Task<IReadOnlyList<Guid>> LookersAsync(
        GmConnectDbContext database, Resident resident, Asking asking, DateTime now, CancellationToken cancellationToken)
    {
        var log = await door.EnterAsync(database, resident.Id, DataCategory.AccessLog, asking, null, cancellationToken);
        if (!log.Succeeded)
        {
            return [];
        }

        var since = now - _lately;
        var entries = await door.PageOfAsync<AccessEntry>(
            database,
            log.Value,
            rows => rows.Where(e => e.At > since && e.AgencyId != null && e.Kind != AccessKind.Refused && e.Role != Role.PartnerSystem
                && e.Role != Role.DataGuardian && e.Role != Role.GovernanceLead),
            cancellationToken);

        return [.. entries.Select(e => e.AccountId).Distinct()];
    }

    private static SafeguardShown? Show(StandingFact fact, Func<Guid, string> person, Dictionary<Guid, string> agencies)
    {
        SafeguardShown Of(SafeguardKind kind, string detail, IEnumerable<string?> whom, IReadOnlyList<StoryPartKind>? parts) => new(
            fact.Id, kind, detail, [.. whom.OfType<string>().Where(name => name.Length > 0)], parts, fact.Why, (fact as CapacityFound)?.JudgedBy,
            (fact as CapacityFound)?.Consulted, person(fact.RecordedBy), fact.From, fact.Until);

        return fact switch
        {
            PlaceProtected p => Of(SafeguardKind.Protection, "", p.MayKnow.Select(person), null),
            SharingRestricted x => Of(
                SafeguardKind.Restriction,
                $"{x.Kind}",
                [x.AccountId is { } one ? person(one) : null, x.AgencyId is { } agency ? agencies.GetValueOrDefault(agency) : null],
                x.Parts),
            CapacityFound f => Of(SafeguardKind.Finding, $"{f.Kind}", [], null),
            DisclosureDecided d => Of(SafeguardKind.Disclosure, d.Law, [agencies.GetValueOrDefault(d.AgencyId)], d.Parts),
            _ => null
        };
    }
}
