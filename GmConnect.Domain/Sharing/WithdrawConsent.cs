using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// Ends one permission. In the same save the agency's queued messages are cancelled with their bodies, its referral and its
/// workers' places in the care team end unless another permission holds them, and it is told. From the next request on it
/// sees nothing.
/// </summary>
public sealed class WithdrawConsent(IDbContextFactory<GmConnectDbContext> databases, Door door, EndPermission ending, PlanLeaving leaving, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid consentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var asking = Asking.ToWrite(actor, Purpose.OwnRecord);
            var opened = await door.OpenAsync<ConsentRecord>(database, consentId, asking, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (consent, resident) = (opened.Value.Entity, opened.Value.Resident);
            var stamp = actor.At(clock.UtcNow());
            // A no is lifted by who said it, and by nobody else.
            if (consent.Answer is ConsentAnswer.Refused && consent.GivenBy != actor.AccountId)
            {
                return NotFound.Instance;
            }

            var withdrawn = consent.Withdraw(stamp);
            if (!withdrawn.Succeeded)
            {
                return withdrawn;
            }

            database.TellAfterCommit(Topics.InboxOf(consent.AgencyId));
            database.TellAfterCommit(Topics.Resident(resident.Id));
            if (consent.Answer is ConsentAnswer.Refused)
            {
                return Outcome.Done;
            }

            RefuseWhatOthersMightGive(database, opened.Value, stamp);
            var others = await door.UnsafeAllOfAsync<ConsentRecord>(database, resident.Id, cancellationToken);
            await ending.TellAsync(database, resident, consent, stamp, cancellationToken);
            if (!others.Any(c => c.AgencyId == consent.AgencyId && c.IsInForce(stamp.At)))
            {
                await EndWorkAsync(database, resident, consent, stamp, cancellationToken);
            }

            return Outcome.Done;
        }, cancellationToken);

    /// <summary>
    /// Before 18 somebody else might give it again tomorrow. So the no of the young person, and of the one parent against the other, is
    /// kept: theirs comes first (rule 48), and of two parents who disagree the one who refuses prevails (rule 49) until they agree.
    /// </summary>
    private void RefuseWhatOthersMightGive(GmConnectDbContext database, Opened<ConsentRecord> opened, Stamp stamp)
    {
        var (consent, resident) = (opened.Entity, opened.Resident);
        var adult = Birthday.Begins(resident.BirthDate, 18);
        if (stamp.At >= adult)
        {
            return;
        }

        if (opened.Actor.ResidentId == resident.Id)
        {
            door.Admit(database, resident, consent.RefusedBy(stamp, DecidedBy.Resident, adult));
        }
        else if (Family.ActsAsParent(opened) && consent.DecidedBy is DecidedBy.Parent && consent.GivenBy != stamp.By)
        {
            door.Admit(database, resident, consent.RefusedBy(stamp, DecidedBy.Parent, adult));
            PutOnDesk.Now(database, door, opened, MatterKind.Review, ReviewReason.ParentsDisagree, "", stamp.At);
        }
    }

    private async Task EndWorkAsync(
        GmConnectDbContext database, Resident resident, ConsentRecord consent, Stamp stamp, CancellationToken cancellationToken)
    {
        foreach (var referral in await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken))
        {
            if (referral.AgencyId == consent.AgencyId)
            {
                referral.Withdraw(stamp.At);
            }
        }

        foreach (var file in await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken))
        {
            file.EndMembershipsOf(consent.AgencyId, stamp);
        }

        await leaving.ReplaceAsync(database, resident, [consent.AgencyId], stamp, cancellationToken);
        // What else they had taken on in the plan is everybody's question again.
        foreach (var plan in await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken))
        {
            if (plan.GiveBack(consent.AgencyId, stamp) > 0)
            {
                database.TellAfterCommit(Topics.Plan(plan.Id));
            }
        }
    }
}
