using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>How an agency changes a referral of its own: through the door, in one save, and whoever shows it is told.</summary>
internal static class ReferralDesk
{
    public static Task<Outcome> ChangeReferralAsync(
        this IDbContextFactory<GmConnectDbContext> databases,
        Door door,
        Guid referralId,
        Actor actor,
        Func<GmConnectDbContext, Opened<Referral>, Task<Outcome>> change,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Referral>(database, referralId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var outcome = await change(database, opened.Value);
            if (outcome.Succeeded)
            {
                database.Touch(opened.Value.Entity);
                Tell(database, opened.Value.Entity);
            }

            return outcome;
        }, cancellationToken);

    public static Task<Outcome> ChangeReferralAsync(
        this IDbContextFactory<GmConnectDbContext> databases, Door door, Guid referralId, Actor actor, Func<Opened<Referral>, Outcome> change, CancellationToken cancellationToken) =>
        databases.ChangeReferralAsync(door, referralId, actor, (_, opened) => Task.FromResult(change(opened)), cancellationToken);

    public static void Tell(GmConnectDbContext database, Referral referral)
    {
        database.TellAfterCommit(Topics.InboxOf(referral.AgencyId));
        database.TellAfterCommit(Topics.Resident(referral.ResidentId));
    }
}
