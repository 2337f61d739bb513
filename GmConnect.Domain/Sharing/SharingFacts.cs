using GmConnect.Domain.Cases;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed record DelegationFact(Guid Id, Guid DelegateId, DelegationScope Scope, DateTime From, DateTime Until);

public sealed record ConsentFact(
    Guid Id, Guid AgencyId, Purpose Purpose, IReadOnlyList<StoryPartKind> Parts, DateTime From, DateTime Until);

public sealed record ReferralFact(Guid Id, Guid AgencyId);

public sealed record CareTeamFact(Guid Id, Guid CaseId, Guid AgencyId, Guid AccountId, DateTime From, DateTime Until);

/// <summary>
/// What is known about one resident when a decision is made. Ends are folded into <c>Until</c>: the earliest of the
/// stated end, an ending and a withdrawal. Only live referrals are facts.
/// </summary>
public sealed record SharingFacts(
    Guid ResidentId,
    IReadOnlyList<DelegationFact> Delegations,
    IReadOnlyList<ConsentFact> Consents,
    IReadOnlyList<ReferralFact> Referrals,
    IReadOnlyList<CareTeamFact> CareTeam)
{
    public static SharingFacts None(Guid residentId) => new(residentId, [], [], [], []);

    /// <summary>The facts of several residents, in one query a kind.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, SharingFacts>> LoadAsync(
        GmConnectDbContext database, IReadOnlyCollection<Guid> residents, CancellationToken cancellationToken)
    {
        var delegations = await database.Set<Delegation>().AsNoTracking()
            .Where(d => residents.Contains(d.ResidentId))
            .Select(d => new { d.ResidentId, Fact = new DelegationFact(d.Id, d.DelegateId, d.Scope, d.From, d.EndedAt ?? d.Until) })
            .ToListAsync(cancellationToken);
        var consents = await database.Set<ConsentRecord>().AsNoTracking()
            .Where(c => residents.Contains(c.ResidentId))
            .Select(c => new
            {
                c.ResidentId, c.Id, c.AgencyId, c.Purpose, c.From, c.Until, c.WithdrawnAt, c.SupersededAt,
                Parts = c.Parts.Select(p => p.Part).ToList()
            })
            .ToListAsync(cancellationToken);
        var referrals = await database.Set<Referral>().AsNoTracking()
            .Where(r => residents.Contains(r.ResidentId) && r.Status != ReferralStatus.Withdrawn)
            .Select(r => new { r.ResidentId, Fact = new ReferralFact(r.Id, r.AgencyId) })
            .ToListAsync(cancellationToken);
        var careTeam = await database.Set<CaseFile>().AsNoTracking()
            .Where(c => residents.Contains(c.ResidentId) && c.Status != CaseStatus.Closed)
            .SelectMany(c => c.CareTeam, (c, m) => new
            {
                c.ResidentId,
                Fact = new CareTeamFact(m.Id, c.Id, m.AgencyId, m.AccountId, m.From, m.Until ?? DateTime.MaxValue)
            })
            .ToListAsync(cancellationToken);

        return residents.Distinct().ToDictionary(id => id, id => new SharingFacts(
            id,
            [.. delegations.Where(d => d.ResidentId == id).Select(d => d.Fact)],
            [.. consents.Where(c => c.ResidentId == id).Select(c => new ConsentFact(
                c.Id, c.AgencyId, c.Purpose, c.Parts, c.From, Earliest(c.Until, c.WithdrawnAt, c.SupersededAt)))],
            [.. referrals.Where(r => r.ResidentId == id).Select(r => r.Fact)],
            [.. careTeam.Where(m => m.ResidentId == id).Select(m => m.Fact)]));
    }

    private static DateTime Earliest(DateTime until, params ReadOnlySpan<DateTime?> ends)
    {
        foreach (var end in ends)
        {
            until = end < until ? end.Value : until;
        }

        return until;
    }
}
