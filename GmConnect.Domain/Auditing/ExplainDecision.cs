using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

public enum FactKind
{
    Person,
    Consent,
    Notice,
    Agreement,
    Referral,
    CareTeam,
    Delegation,
    Finding,
    Disclosure,
    Override,
    Matter
}

/// <summary>One fact that a decision rests on, as it was known then.</summary>
/// <param name="Name">Who gave, made or decided it.</param>
/// <param name="Detail">Its reference, title, role or law.</param>
/// <param name="From">Nothing: the reader may not read this kind of record, and learns only that there was one.</param>
/// <param name="Until">Nothing: no end was known.</param>
public sealed record FactExplained(FactKind Kind, string? Name, string? Detail, DateTime? From, DateTime? Until);

/// <param name="Agrees">The question, asked again from what stood then and by today's rules, gets the same answer on the same facts.</param>
/// <param name="Rules">The version of the rules it was decided under.</param>
public sealed record DecisionExplained(
    DateTime At, GroundKind? Ground, RefusedBecause? Because, IReadOnlyList<FactExplained> Facts, bool Agrees, int Rules, int RulesToday);

/// <summary>
/// Why one look was permitted or refused, fact by fact, and whether it would be decided so again. For the family, who read it in
/// their log, and for whom the matter is about it. Source: UK GDPR Article 5(2), accountability.
/// </summary>
public sealed class ExplainDecision(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<DecisionExplained>> ForFamilyAsync(Guid residentId, Guid entryId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<DecisionExplained>>(async database =>
        {
            var log = await door.EnterAsync(
                database, residentId, DataCategory.AccessLog, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!log.Succeeded)
            {
                return log.Refusal;
            }

            var entry = (await door.ShownOfAsync(database, log.Value, rows => rows.Where(e => e.Id == entryId), cancellationToken)).SingleOrDefault();

            return entry is null ? NotFound.Instance : await ExplainAsync(database, log.Value, entry, cancellationToken);
        }, cancellationToken);

    /// <summary>For a look that the matter shows: of the worker in question, around it.</summary>
    public Task<Outcome<DecisionExplained>> ForMatterAsync(
        Guid matterId, Guid entryId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<DecisionExplained>>(async database =>
        {
            var asking = new Asking(actor, Purpose.Oversight, Act.Read, View: view);
            var opened = await door.OpenAsync<Matter>(database, matterId, asking, cancellationToken);
            if (!opened.Succeeded || (actor.Role is Role.GovernanceLead && opened.Value.Entity.AgencyId != actor.AgencyId))
            {
                return NotFound.Instance;
            }

            var (resident, worker) = (opened.Value.Resident, opened.Value.Entity.AboutAccountId);
            var log = await door.EnterAsync(database, resident.Id, DataCategory.AccessLog, asking, null, cancellationToken);
            if (!log.Succeeded)
            {
                return log.Refusal;
            }

            var entry = (await door.PageOfAsync<AccessEntry>(
                database, log.Value, rows => rows.Where(e => e.Id == entryId && e.AccountId == worker), cancellationToken)).SingleOrDefault();

            return entry is null ? NotFound.Instance : await ExplainAsync(database, log.Value, entry, cancellationToken);
        }, cancellationToken);

    private async Task<DecisionExplained> ExplainAsync(
        GmConnectDbContext database, Opened<Resident> log, AccessEntry entry, CancellationToken cancellationToken)
    {
        var (again, facts) = await Door.ReplayAsync(database, log.Resident, entry, cancellationToken);
        var ids = entry.GroundFacts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToList();

        return new DecisionExplained(
            entry.At,
            entry.Ground,
            entry.Because,
            // For a relative the facts tell where a protected person is helped.
            log.MayKnowWhoHelps ? await NameAsync(database, log, facts, ids, cancellationToken) : [],
            again.Ground?.Kind == entry.Ground && again.Because == entry.Because && again.Parts.SequenceEqual(entry.PartsSeen)
                && (again.Ground?.Facts ?? []).SequenceEqual(ids),
            entry.Rules,
            SharingPolicy.RuleVersion);
    }

    private async Task<IReadOnlyList<FactExplained>> NameAsync(
        GmConnectDbContext database, Opened<Resident> log, SharingFacts facts, List<Guid> ids, CancellationToken cancellationToken)
    {
        var consents = (await ReadAsync<ConsentRecord>(database, log, cancellationToken)).ToDictionary(c => c.Id);
        var referrals = (await ReadAsync<Referral>(database, log, cancellationToken)).ToDictionary(r => r.Id, r => r.Reference);
        var matters = (await ReadAsync<Matter>(database, log, cancellationToken)).ToDictionary(m => m.Id, m => m.Reference);
        var standing = (await ReadAsync<StandingFact>(database, log, cancellationToken)).ToDictionary(f => f.Id);
        var titles = await database.Set<SharingAgreement>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Title, cancellationToken);
        Guid[] accounts =
        [
            .. consents.Values.Where(c => ids.Contains(c.Id)).Select(c => c.GivenBy), .. facts.Delegations.Select(d => d.DelegateId),
            .. facts.CareTeam.Select(m => m.AccountId), .. standing.Values.Where(f => ids.Contains(f.Id)).Select(f => f.RecordedBy)
        ];
        var names = await database.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        string? Name(Guid? account) => account is { } id ? names.GetValueOrDefault(id) : null;
        string? By(IFact fact) => Name(standing.GetValueOrDefault(fact.Id)?.RecordedBy);

        FactExplained Explain(FactKind kind, DataCategory? category, IFact fact, string? name = null, string? detail = null) =>
            category is { } needed && !log.May(Act.Read, needed)
                ? new FactExplained(kind, null, null, null, null)
                : new FactExplained(kind, name, detail, fact.From, fact.Until == DateTime.MaxValue ? null : fact.Until);

        IEnumerable<(Guid Id, FactExplained Shown)> all =
        [
            .. facts.Consents.Select(f => (f.Id, Explain(
                FactKind.Consent, DataCategory.Consent, f, Name(consents.GetValueOrDefault(f.Id)?.GivenBy), consents.GetValueOrDefault(f.Id)?.Reference))),
            .. facts.Notices.Select(f => (f.Id, Explain(FactKind.Notice, DataCategory.Rights, f))),
            .. facts.Agreements.Select(f => (f.Id, Explain(FactKind.Agreement, null, f, null, titles.GetValueOrDefault(f.Id)))),
            .. facts.Referrals.Select(f => (f.Id, Explain(FactKind.Referral, DataCategory.Referral, f, null, referrals.GetValueOrDefault(f.Id)))),
            .. facts.CareTeam.Select(f => (f.Id, Explain(FactKind.CareTeam, DataCategory.Case, f, Name(f.AccountId)))),
            .. facts.Delegations.Select(f => (f.Id, Explain(FactKind.Delegation, DataCategory.Delegation, f, Name(f.DelegateId)))),
            .. facts.Findings.Select(f => (f.Id, Explain(FactKind.Finding, DataCategory.Rights, f, (standing.GetValueOrDefault(f.Id) as CapacityFound)?.JudgedBy))),
            .. facts.Disclosures.Select(f => (f.Id, Explain(
                FactKind.Disclosure, DataCategory.Rights, f, By(f), (standing.GetValueOrDefault(f.Id) as DisclosureDecided)?.Law))),
            .. facts.Overrides.Select(f => (f.Id, Explain(FactKind.Override, DataCategory.Rights, f, By(f)))),
            .. facts.Matters.Select(f => (f.Id, Explain(FactKind.Matter, DataCategory.Rights, f, null, matters.GetValueOrDefault(f.Id))))
        ];

        return
        [
            .. ids.Contains(log.Resident.Id) ? [new FactExplained(FactKind.Person, log.Resident.FullName, null, null, null)] : Array.Empty<FactExplained>(),
            .. all.Where(f => ids.Contains(f.Id)).Select(f => f.Shown).OrderBy(f => f.Kind).ThenBy(f => f.From)
        ];
    }

    /// <summary>Through the door, for who may read that kind of record; asking for what they may not would be an attempt.</summary>
    private async Task<IReadOnlyList<T>> ReadAsync<T>(GmConnectDbContext database, Opened<Resident> log, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        log.May(Act.Read, T.Subject.Category) ? await door.AllAboutAsync<T>(database, log.Resident, log.Asking, null, cancellationToken) : [];
}
