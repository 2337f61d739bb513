using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <summary>
/// Answers a triaged referral: with a case of the agency's own, or by joining one that is open. Either way the worker is
/// in the care team and the resident has one plan.
/// </summary>
public sealed class OpenCase(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<Guid>> ExecuteAsync(
        Guid referralId, string? summary, string? role, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync(referralId, actor, (database, referral, stamp) =>
        {
            var opened = CaseFile.Open(referral.Entity.ResidentId, referral.Entity.AgencyId, summary, role ?? "", stamp);

            return Task.FromResult(opened.Then<CaseFile>(file =>
            {
                door.Admit(database, referral.Resident, file);

                return file;
            }));
        }, cancellationToken);

    /// <summary>Joins an open case, or opens again one of the agency's own that was closed.</summary>
    public Task<Outcome<Guid>> JoinAsync(
        Guid referralId, Guid caseId, string? role, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync(referralId, actor, async (database, referral, stamp) =>
        {
            var entered = await door.EnterAsync(
                database, referral.Resident.Id, DataCategory.CaseHeader, Asking.ToRead(actor), null, cancellationToken);
            var cases = entered.Succeeded
                ? await door.UnsafeAllOfAsync<CaseFile>(database, referral.Resident.Id, cancellationToken)
                : [];
            if (cases.SingleOrDefault(c => c.Id == caseId) is not { } file)
            {
                return NotFound.Instance;
            }

            database.Touch(file);
            if (!file.Status.IsLive() && file.AgencyId == referral.Entity.AgencyId)
            {
                var reopened = file.Reopen(role, stamp);

                return reopened.Succeeded ? file : reopened.Refusal;
            }

            var joined = file.AddToCareTeam(actor.AccountId, referral.Entity.AgencyId, role, stamp);
            // Already there because the lead added them: joining then only answers the referral.
            return joined.Succeeded || joined.Refusal is AlreadyInTheCareTeam ? file : joined.Refusal;
        }, cancellationToken);

    private Task<Outcome<Guid>> AnswerAsync(
        Guid referralId,
        Actor actor,
        Func<GmConnectDbContext, Opened<Referral>, Stamp, Task<Outcome<CaseFile>>> find,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome<Guid>>(async database =>
        {
            var opened = await door.OpenAsync<Referral>(
                database, referralId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var (referral, resident) = (opened.Value.Entity, opened.Value.Resident);
            if (!referral.Status.CanBecome(ReferralStatus.Accepted))
            {
                return new ReferralNotInThatState(referral.Status, ReferralStatus.Accepted);
            }

            var stamp = actor.At(clock.UtcNow());
            var file = await find(database, opened.Value, stamp);
            if (!file.Succeeded)
            {
                return file.Refusal;
            }

            referral.Accept(file.Value.Id, stamp);
            await BeginPlanAsync(database, resident, stamp, cancellationToken);
            database.TellAfterCommit(Topics.InboxOf(referral.AgencyId));
            database.TellAfterCommit(Topics.Resident(resident.Id));

            return file.Value.Id;
        }, cancellationToken);

    private async Task BeginPlanAsync(GmConnectDbContext database, Resident resident, Stamp stamp, CancellationToken cancellationToken)
    {
        if ((await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken)).Count == 0)
        {
            door.Admit(database, resident, new CarePlan { ResidentId = resident.Id, BegunAt = stamp.At });
        }
    }
}
