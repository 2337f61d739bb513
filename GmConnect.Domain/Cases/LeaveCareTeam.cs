using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <summary>A worker, or an agency with all its workers, leaves a case; or the lead passes to another.</summary>
public sealed class LeaveCareTeam(IDbContextFactory<GmConnectDbContext> databases, Door door, EndCaseWork work, TimeProvider clock)
{
    /// <summary>One worker: themselves, a colleague of their agency, or anybody where the case is their agency's.</summary>
    public Task<Outcome> ExecuteAsync(Guid caseId, Guid accountId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeCaseAsync(door, caseId, actor, async (database, opened) =>
        {
            var stamp = actor.At(clock.UtcNow());
            var file = opened.Entity;
            if (file.CareTeam.SingleOrDefault(m => m.AccountId == accountId && m.IsOn(stamp.At)) is not { } member
                || (actor.AgencyId != file.AgencyId && actor.AgencyId != member.AgencyId))
            {
                return NotFound.Instance;
            }

            var left = file.EndMembership(accountId, stamp);
            database.TellAfterCommit(Topics.WorkOf(accountId));
            foreach (var plan in left.Succeeded ? await door.UnsafeAllOfAsync<CarePlan>(database, opened.Resident.Id, cancellationToken) : [])
            {
                plan.GiveBackOf(accountId, stamp);
                database.TellAfterCommit(Topics.Plan(plan.Id));
            }

            // With its last worker the agency is gone too.
            if (left.Succeeded && !file.CareTeam.Any(m => m.AgencyId == member.AgencyId && m.IsOn(stamp.At)))
            {
                await work.ExecuteAsync(database, opened.Resident, file, [member.AgencyId], stamp, cancellationToken);
            }

            return left;
        }, cancellationToken);

    /// <summary>The actor's agency has done its part.</summary>
    public Task<Outcome> AgencyAsync(Guid caseId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeCaseAsync(door, caseId, actor, async (database, opened) =>
        {
            if (opened.Entity.AgencyId == actor.AgencyId)
            {
                return new LeadAgencyCloses();
            }

            var stamp = actor.At(clock.UtcNow());
            opened.Entity.EndMembershipsOf(actor.AgencyId!.Value, stamp);
            await work.ExecuteAsync(database, opened.Resident, opened.Entity, [actor.AgencyId.Value], stamp, cancellationToken);

            return Outcome.Done;
        }, cancellationToken);

    public Task<Outcome> HandOverLeadAsync(Guid caseId, Guid accountId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeCaseAsync(door, caseId, actor, (database, opened) =>
        {
            database.TellAfterCommit(Topics.WorkOf(accountId));

            return Task.FromResult(opened.Entity.AgencyId == actor.AgencyId
                ? opened.Entity.HandOverTo(accountId, actor.At(clock.UtcNow()))
                : NotFound.Instance);
        }, cancellationToken);
}
