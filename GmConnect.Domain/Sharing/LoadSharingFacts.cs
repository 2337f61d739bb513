using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// Reads the rows that can bear on what one actor asks about some residents at an instant, and no others. Ended facts are left
/// out in SQL. An end is never backdated, and one that came later was not known: so the same question about a past instant reads
/// what stood then, as it was known then.
/// </summary>
internal static class LoadSharingFacts
{
    /// <summary>It is the service's own state and no recorded fact, so it has no id of its own and grounds nothing.</summary>
    private static readonly LogLateFact _late = new(Guid.Empty, DateTime.MinValue, DateTime.MaxValue);

    public static async Task<IReadOnlyDictionary<Guid, IndexedFacts>> LoadAsync(
        GmConnectDbContext database, IReadOnlyCollection<Resident> residents, Actor actor, DateTime at, bool logIsLate,
        CancellationToken cancellationToken)
    {
        var ids = residents.Select(r => r.Id).Distinct().ToList();
        var standing = (await database.Set<StandingFact>().AsNoTracking()
                .Where(f => ids.Contains(f.ResidentId)
                    && (f is CapacityFound || ((f.Until == null || f.Until > at) && (f.EndedAt == null || f.EndedAt > at))))
                .ToListAsync(cancellationToken))
            .ToLookup(f => f.ResidentId);
        var service = actor.AgencyId is { } agency && actor.Role.IsForAgency()
            ? await LoadAgencyFacts.LoadAsync(database, ids, agency, actor, at, cancellationToken)
            : AgencyFacts.None;
        var delegations = actor.Role is Role.Delegate
            ? (await database.Set<Delegation>().AsNoTracking()
                .Where(d => ids.Contains(d.ResidentId) && d.DelegateId == actor.AccountId && (d.EndedAt == null || d.EndedAt > at))
                .ToListAsync(cancellationToken)).ToLookup(d => d.ResidentId)
            : Enumerable.Empty<Delegation>().ToLookup(d => d.ResidentId);
        var stays = at - Matter.StaysFor;
        var matters = actor.Role.Oversees()
            ? (await database.Set<Matter>().AsNoTracking()
                .Where(m => ids.Contains(m.ResidentId) && (m.ClosedAt == null || m.ClosedAt > stays))
                .ToListAsync(cancellationToken)).ToLookup(m => m.ResidentId)
            : Enumerable.Empty<Matter>().ToLookup(m => m.ResidentId);

        return residents.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => new IndexedFacts(
            new SharingFacts(r.Id, r.BirthDate, r.PlaceWasAsked || standing[r.Id].Any(f => f is PlaceAsked && f.IsInForce(at)))
            {
                LogLate = logIsLate ? [_late] : [],
                Agencies = service.Kinds,
                Agreements = service.Agreements,
                Consents = [.. service.Consents[r.Id]],
                Referrals = [.. service.Referrals[r.Id]],
                CareTeam = [.. service.CareTeam[r.Id]],
                Delegations = [.. delegations[r.Id].Select(d => new DelegationFact(
                    d.Id, d.DelegateId, d.Kind, d.Scope, d.Parts is null ? null : PartSet.Of(d.Parts), d.ConfirmedAt, d.From, d.Until))],
                Notices = [.. standing[r.Id].OfType<NoticeGiven>().Select(n => new NoticeFact(
                    n.Id, new Audience(n.AgencyId, n.TeamId, n.AgencyKind), n.Purpose, n.From, n.EndsAsKnownAt(at)))],
                Findings = [.. standing[r.Id].OfType<CapacityFound>().Select(f => new FindingFact(f.Id, f.Kind, f.Purposes, f.From, f.EndsAsKnownAt(at)))],
                Protections = [.. standing[r.Id].OfType<PlaceProtected>().Select(p => new ProtectionFact(p.Id, p.MayKnow, p.From, p.EndsAsKnownAt(at)))],
                Restrictions = [.. standing[r.Id].OfType<SharingRestricted>().Select(x => new RestrictionFact(
                    x.Id, x.Kind, x.AccountId, x.AgencyId, x.AgencyKind, x.Categories, x.Parts is null ? null : PartSet.Of(x.Parts),
                    x.Purposes, x.From, x.EndsAsKnownAt(at)))],
                Disclosures = [.. standing[r.Id].OfType<DisclosureDecided>().Select(l => new DisclosureFact(
                    l.Id, l.AgencyId, l.Purpose, l.Categories, PartSet.Of(l.Parts), l.From, l.EndsAsKnownAt(at)))],
                Overrides = [.. standing[r.Id].OfType<OverrideMade>().Select(o => new OverrideFact(o.Id, o.AccountId, o.AgencyId, o.From, o.EndsAsKnownAt(at)))],
                Matters = [.. matters[r.Id].Select(m => new MatterFact(m.Id, m.Kind, m.AgencyId, m.OpenedAt, m.OnTheDeskUntil(at)))]
            }));
    }
}
