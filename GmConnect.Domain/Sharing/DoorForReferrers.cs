using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// What the asker's agency handed on to others about the person whose referral or case it has just opened, and their answers:
    /// they are words of its own and answers to it, so they belong to the look already recorded.
    /// </summary>
    internal async Task<IReadOnlyList<Referral>> HandedOnAsync<T>(GmConnectDbContext database, Opened<T> opened, CancellationToken cancellationToken) =>
        opened.Category is DataCategory.Referral or DataCategory.Case && opened.Actor.AgencyId is { } agency
            ? await database.Set<Referral>().AsNoTracking().Include(r => r.Questions)
                .Where(r => r.ResidentId == opened.Resident.Id && r.ReferredByAgency == agency && r.AgencyId != agency)
                .OrderByDescending(r => r.ReceivedAt)
                .ToListAsync(cancellationToken)
            : [];

    /// <summary>The same for one question that the other agency asked, to be answered.</summary>
    internal async Task<Referral?> HandedOnAsync<T>(GmConnectDbContext database, Opened<T> opened, Guid questionId, CancellationToken cancellationToken) =>
        opened.Category is DataCategory.Referral or DataCategory.Case && opened.Actor.AgencyId is { } agency
            ? await Referral.Subject.Load(database.Set<Referral>())
                .SingleOrDefaultAsync(
                    r => r.ResidentId == opened.Resident.Id && r.ReferredByAgency == agency && r.Questions.Any(q => q.Id == questionId), cancellationToken)
            : null;
}
