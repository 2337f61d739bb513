using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>What bears on what one agency asks about some residents: what had not ended, as far as it was known to end then.</summary>
internal sealed record AgencyFacts(
    IReadOnlyDictionary<Guid, AgencyKind> Kinds,
    IReadOnlyList<AgreementFact> Agreements,
    ILookup<Guid, ConsentFact> Consents,
    ILookup<Guid, ReferralFact> Referrals,
    ILookup<Guid, CareTeamFact> CareTeam)
{
    public static AgencyFacts None { get; } = new(
        new Dictionary<Guid, AgencyKind>(),
        [],
        Enumerable.Empty<ConsentFact>().ToLookup(_ => Guid.Empty),
        Enumerable.Empty<ReferralFact>().ToLookup(_ => Guid.Empty),
        Enumerable.Empty<CareTeamFact>().ToLookup(_ => Guid.Empty));
}

internal static class LoadAgencyFacts
{
    public static async Task<AgencyFacts> LoadAsync(
        GmConnectDbContext database, List<Guid> residents, Guid agency, Actor actor, DateTime at, CancellationToken cancellationToken)
    {
        // One that is closed holds no ground from that instant, whatever of its work is still to be settled.
        var kinds = await database.Agencies.AsNoTracking().Where(a => a.Id == agency && (a.ClosedAt == null || a.ClosedAt > at)).Select(a => a.Kind).ToListAsync(cancellationToken);
        if (kinds.Count == 0)
        {
            return AgencyFacts.None;
        }

        var consents = await database.Set<ConsentRecord>().AsNoTracking()
            .Where(c => residents.Contains(c.ResidentId)
                && c.AgencyId == agency
                && c.Until > at
                && (c.WithdrawnAt == null || c.WithdrawnAt > at)
                && (c.SupersededAt == null || c.SupersededAt > at)
                && (c.LapsedAt == null || c.LapsedAt > at))
            .Select(c => new
            {
                c.ResidentId, c.Id, c.Answer, c.DecidedBy, c.AgencyId, c.Purpose, c.From, c.Until,
                Parts = c.Parts.Select(p => p.Part).ToList()
            })
            .ToListAsync(cancellationToken);
        var referrals = await database.Set<Referral>().AsNoTracking()
            .Where(r => residents.Contains(r.ResidentId) && r.AgencyId == agency && (r.EndedAt == null || r.EndedAt > at))
            .Select(r => new { r.ResidentId, r.Id, r.ReceivedAt })
            .ToListAsync(cancellationToken);
        var careTeam = await database.Set<CaseFile>().AsNoTracking()
            .Where(c => residents.Contains(c.ResidentId))
            .SelectMany(c => c.CareTeam.Where(m => m.AgencyId == agency && (m.Until == null || m.Until > at)), (c, m) => new
            {
                c.ResidentId,
                Fact = new CareTeamFact(m.Id, c.Id, m.AgencyId, m.AccountId, m.From, DateTime.MaxValue)
            })
            .ToListAsync(cancellationToken);

        return new AgencyFacts(
            new Dictionary<Guid, AgencyKind> { [agency] = kinds[0] },
            await AgreementsOfAsync(database, agency, at, cancellationToken),
            consents.ToLookup(c => c.ResidentId, c => new ConsentFact(
                c.Id, c.Answer, c.DecidedBy, Audience.Agency(c.AgencyId), c.Purpose, PartSet.Of(c.Parts), c.From,
                c.Until)),
            referrals.ToLookup(r => r.ResidentId, r => new ReferralFact(r.Id, agency, r.ReceivedAt, DateTime.MaxValue)),
            careTeam.ToLookup(m => m.ResidentId, m => m.Fact));
    }

    private static async Task<IReadOnlyList<AgreementFact>> AgreementsOfAsync(
        GmConnectDbContext database, Guid agency, DateTime at, CancellationToken cancellationToken) =>
        [.. (await AgreementSpan.LoadAsync(database, [agency], at, cancellationToken)).Select(s => new AgreementFact(
            s.Id, s.AgencyId, s.Purposes, s.Categories, PartSet.Of(s.Parts), s.From, s.Until))];
}
