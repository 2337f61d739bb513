using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <content>What must be known of people when an agency closes: numbers and ids, shown to nobody.</content>
public sealed partial class Door
{
    /// <summary>How many people permit an agency something at a moment; an agency that nobody permits anything is not in it.</summary>
    internal static async Task<Dictionary<Guid, int>> CountPermittingAsync(GmConnectDbContext database, DateTime at, CancellationToken cancellationToken) =>
        await InForce(database, at).GroupBy(c => c.AgencyId).Select(g => new { g.Key, Count = g.Select(c => c.ResidentId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    internal static Task<bool> HasInHospitalAsync(GmConnectDbContext database, Guid agency, CancellationToken cancellationToken) =>
        database.Set<HospitalStay>().AnyAsync(s => s.AgencyId == agency && s.Status == StayStatus.InHospital, cancellationToken);

    /// <summary>People with something of an agency's work open, or a permission of it in force, by id.</summary>
    internal static async Task<List<Guid>> WithWorkOfAsync(
        GmConnectDbContext database, Guid agency, int length, DateTime at, CancellationToken cancellationToken)
    {
        var all = InForce(database, at).Where(c => c.AgencyId == agency).Select(c => c.ResidentId)
            .Union(database.Set<Referral>().Where(r => r.AgencyId == agency && r.EndedAt == null).Select(r => r.ResidentId))
            .Union(database.Set<CaseFile>()
                .Where(c => c.Status != CaseStatus.Closed && (c.AgencyId == agency || c.CareTeam.Any(m => m.AgencyId == agency && m.Until == null)))
                .Select(c => c.ResidentId))
            .Union(database.Set<StandingFact>().OfType<DisclosureDecided>()
                .Where(f => f.AgencyId == agency && f.EndedAt == null && (f.Until == null || f.Until > at)).Select(f => f.ResidentId))
            .Union(database.Set<CarePlan>()
                .Where(p => p.Actions.Any(a => a.OwnerAgencyId == agency && a.Status != ActionStatus.Done && a.Status != ActionStatus.NotNeeded)).Select(p => p.ResidentId));

        return await all.OrderBy(id => id).Take(length).ToListAsync(cancellationToken);
    }

    private static IQueryable<ConsentRecord> InForce(GmConnectDbContext database, DateTime at) =>
        database.Set<ConsentRecord>().AsNoTracking().Where(c =>
            c.Answer == ConsentAnswer.Given && c.From <= at && at < c.Until
            && (c.WithdrawnAt == null || at < c.WithdrawnAt) && (c.SupersededAt == null || at < c.SupersededAt) && (c.LapsedAt == null || at < c.LapsedAt));
}
