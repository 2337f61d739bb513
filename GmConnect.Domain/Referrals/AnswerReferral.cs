using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// Says no, or names the agency that is the right one. What the referral opened ends with it, unless another referral or a place
/// in the care team still needs it; the agency is told what it may keep no longer. Who handed it over reads the reason.
/// </summary>
public sealed class AnswerReferral(IDbContextFactory<GmConnectDbContext> databases, Door door, EndPermission ending, TimeProvider clock)
{
    public Task<Outcome> RefuseAsync(Guid referralId, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        SayNoAsync(referralId, actor, (referral, stamp) => referral.Refuse(reason, stamp), cancellationToken);

    /// <summary>Where that agency already has the permission it becomes a referral of theirs; else the family is asked to share with it.</summary>
    public Task<Outcome> RedirectAsync(Guid referralId, Guid? toAgency, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeReferralAsync(door, referralId, actor, async (database, opened) =>
        {
            var to = await database.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == toAgency && a.TakesReferrals, cancellationToken);
            if (to is null)
            {
                return new RedirectNeedsAgency();
            }

            var stamp = actor.At(clock.UtcNow());
            var redirected = opened.Entity.Redirect(to.Id, reason, stamp);
            if (redirected.Succeeded)
            {
                // What came under a law went to that agency alone: its referrer refers on, under a law again.
                if (opened.Entity.DisclosureId is null)
                {
                    await HandOnAsync(database, opened, to, stamp, cancellationToken);
                }

                await ending.LapseAsync(database, opened.Resident, opened.Entity, stamp, cancellationToken);
            }

            return redirected;
        }, cancellationToken);

    private Task<Outcome> SayNoAsync(Guid referralId, Actor actor, Func<Referral, Stamp, Outcome> sayNo, CancellationToken cancellationToken) =>
        databases.ChangeReferralAsync(door, referralId, actor, async (database, opened) =>
        {
            var stamp = actor.At(clock.UtcNow());
            var said = sayNo(opened.Entity, stamp);
            if (said.Succeeded)
            {
                await ending.LapseAsync(database, opened.Resident, opened.Entity, stamp, cancellationToken);
            }

            return said;
        }, cancellationToken);

    private async Task HandOnAsync(GmConnectDbContext database, Opened<Referral> opened, Agency to, Stamp stamp, CancellationToken cancellationToken)
    {
        var permitted = (await door.UnsafeAllOfAsync<ConsentRecord>(database, opened.Resident.Id, cancellationToken))
            .Where(c => c.AgencyId == to.Id && c.IsInForce(stamp.At)).MaxBy(c => c.Until);
        var there = (await door.UnsafeAllOfAsync<Referral>(database, opened.Resident.Id, cancellationToken))
            .Any(r => r.AgencyId == to.Id && r.Status.IsOpen());
        if (permitted is null || there)
        {
            return;
        }

        var (from, resident) = (opened.Entity, opened.Resident);
        var referral = new Referral
        {
            Reference = Reference.New(), ResidentId = resident.Id, AgencyId = to.Id, ConsentId = permitted.Id, Purpose = permitted.Purpose, ReceivedAt = stamp.At,
            ReferredBy = from.ReferredBy, ReferredByAgency = from.ReferredByAgency, Words = from.Words, RedirectedFrom = from.Id, IsPrivate = from.IsPrivate
        }.Begin();
        door.Admit(database, resident, referral);
        ReferralDesk.Tell(database, referral);
    }
}
