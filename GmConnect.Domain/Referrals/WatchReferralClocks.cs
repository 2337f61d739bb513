using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// Clocks that used three quarters of their time warn, and those that used it all escalate: each once, to whoever has the
/// agency's queue open. It reads clocks and no person.
/// </summary>
public sealed class WatchReferralClocks(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int Batch = 500;

    /// <returns>How many warned or escalated.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken = default) => databases.InOneSaveAsync(async database =>
    {
        var now = clock.UtcNow();
        var late = await database.Set<Referral>()
            .Where(r => (r.Status == ReferralStatus.New || r.Status == ReferralStatus.Triaged || r.Status == ReferralStatus.MoreAsked)
                && ((r.WarnsOn <= now && r.WarnedAt == null) || (r.DueAt <= now && r.EscalatedAt == null)))
            .OrderBy(r => r.WarnsOn)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var referral in late)
        {
            if (referral.DueAt <= now)
            {
                referral.MarkEscalated(now);
            }
            else
            {
                referral.MarkWarned(now);
            }

            database.TellAfterCommit(Topics.InboxOf(referral.AgencyId));
        }

        return late.Count;
    }, cancellationToken);
}
