using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <summary>Triage with a reason, or refuse with one. Two people at once: the second is told what stands.</summary>
public sealed class AnswerReferral(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> TriageAsync(
        Guid referralId, Priority priority, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(referralId, actor, (referral, stamp) => referral.Triage(priority, reason, stamp), cancellationToken);

    public Task<Outcome> RefuseAsync(Guid referralId, string? reason, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(referralId, actor, (referral, stamp) => referral.Refuse(reason, stamp), cancellationToken);

    private Task<Outcome> ChangeAsync(
        Guid referralId, Actor actor, Func<Referral, Stamp, Outcome> change, CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Referral>(
                database, referralId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var outcome = change(opened.Value.Entity, actor.At(clock.UtcNow()));
            if (outcome.Succeeded)
            {
                database.TellAfterCommit(Topics.InboxOf(opened.Value.Entity.AgencyId));
                database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));
            }

            return outcome;
        }, cancellationToken);
}
