using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>Stops a referral's clock for a stated reason, and lets it go on. The top level waits for nobody.</summary>
public sealed class StopClock(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> StopAsync(Guid referralId, PauseReason reason, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, opened => opened.Entity.Stop(reason, actor.At(clock.UtcNow())), cancellationToken);

    public Task<Outcome> GoOnAsync(Guid referralId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, opened => opened.Entity.GoOnCounting(actor.At(clock.UtcNow())), cancellationToken);
}
