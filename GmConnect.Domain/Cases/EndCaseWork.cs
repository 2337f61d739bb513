using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Households;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Cases;

/// <summary>
/// What follows when an agency's part in a case is over: its referral that the case answered is closed and opens nothing any more,
/// and what it had taken on in the plan and not done has no owner, unless another case of the person has it still.
/// </summary>
public sealed class EndCaseWork(Door door, EndPermission ending, EndHouseholds households, PlanLeaving leaving, Outbox outbox)
{
    /// <param name="agencies">Those whose memberships of the case have just ended.</param>
    internal async Task ExecuteAsync(
        GmConnectDbContext database, Resident resident, CaseFile file, IReadOnlyCollection<Guid> agencies, Stamp stamp, CancellationToken cancellationToken)
    {
        var referrals = await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken);
        foreach (var referral in referrals.Where(r => r.CaseId == file.Id && r.Status is ReferralStatus.Accepted && agencies.Contains(r.AgencyId)).ToList())
        {
            referral.Close(stamp);
            await ending.LapseAsync(database, resident, referral, stamp, cancellationToken);
        }

        if (!file.Status.IsLive())
        {
            await households.ExecuteAsync(database, file, stamp, cancellationToken);
        }

        var elsewhere = (await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken))
            .Where(c => c.Status.IsLive()).SelectMany(c => c.CareTeam).Where(m => m.IsOn(stamp.At)).Select(m => m.AgencyId).ToHashSet();
        var gone = agencies.Where(a => !elsewhere.Contains(a)).ToList();
        await leaving.ReplaceAsync(database, resident, gone, stamp, cancellationToken);
        foreach (var plan in await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken))
        {
            if (gone.Sum(a => plan.GiveBack(a, stamp)) > 0)
            {
                await outbox.WritePlanAsync(database, resident, plan, stamp.At, cancellationToken);
                database.TellAfterCommit(Topics.Plan(plan.Id));
            }
        }

        foreach (var agency in agencies)
        {
            database.TellAfterCommit(Topics.InboxOf(agency));
        }

        foreach (var member in file.CareTeam.Where(m => agencies.Contains(m.AgencyId)))
        {
            database.TellAfterCommit(Topics.WorkOf(member.AccountId));
        }
    }
}
