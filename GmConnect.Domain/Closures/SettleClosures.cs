using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Closures;

/// <summary>
/// Settles what agencies that closed had open, a person at a save, so that a kill between two loses and repeats nothing: who waited for an
/// answer gets a no with the agency's words, its cases pass to another agency of the team or close, what it had taken on in a plan is
/// everybody's question again, and the permissions end as if they had been withdrawn.
/// </summary>
public sealed class SettleClosures(
    IDbContextFactory<GmConnectDbContext> databases, Door door, EndPermission ending, EndCaseWork work, PlanLeaving leaving, Outbox outbox, TimeProvider clock)
{
    private const int Batch = 200;

    /// <returns>How many people were settled.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var settled = 0;
        foreach (var agency in await ClosedAsync(cancellationToken))
        {
            // Who is settled is not found again; who cannot be is left for the next turn.
            var seen = new HashSet<Guid>();
            for (var some = await NextAsync(agency.Id, cancellationToken); some.Count(seen.Add) > 0; some = await NextAsync(agency.Id, cancellationToken))
            {
                foreach (var resident in some)
                {
                    await SettleAsync(agency, resident, cancellationToken);
                }
            }

            settled += seen.Count;
            await MarkAsync(agency.Id, cancellationToken);
        }

        return settled;
    }

    private async Task<List<Agency>> ClosedAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await database.Agencies.AsNoTracking().Where(a => a.ClosedAt != null && a.SettledAt == null).OrderBy(a => a.ClosedAt).ToListAsync(cancellationToken);
    }

    private async Task<List<Guid>> NextAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await Door.WithWorkOfAsync(database, agencyId, Batch, clock.UtcNow(), cancellationToken);
    }

    /// <summary>Only when nothing is left: what came in at the very moment of closing is found at the next turn.</summary>
    private Task MarkAsync(Guid agencyId, CancellationToken cancellationToken) => databases.InOneSaveAsync(async database =>
    {
        if ((await Door.WithWorkOfAsync(database, agencyId, 1, clock.UtcNow(), cancellationToken)).Count == 0)
        {
            (await database.Agencies.SingleAsync(a => a.Id == agencyId, cancellationToken)).SettledAt = clock.UtcNow();
            database.TellAfterCommit(Topics.Agencies);
        }

        return Outcome.Done;
    }, cancellationToken);

    private Task SettleAsync(Agency agency, Guid residentId, CancellationToken cancellationToken) => databases.InOneSaveAsync(async database =>
    {
        var resident = (await door.UnsafeAllOfAsync<Resident>(database, residentId, cancellationToken)).Single();
        var stamp = new Stamp(agency.ClosedBy!.Value, clock.UtcNow());
        await SettleCasesAsync(database, agency, resident, stamp, cancellationToken);
        foreach (var referral in (await door.UnsafeAllOfAsync<Referral>(database, residentId, cancellationToken)).Where(r => r.AgencyId == agency.Id && !r.Status.HasEnded()))
        {
            _ = referral.Status.IsOpen() ? referral.Refuse(agency.ClosedWords, stamp) : referral.Close(stamp);
            await ending.LapseAsync(database, resident, referral, stamp, cancellationToken);
        }

        foreach (var law in (await door.UnsafeAllOfAsync<StandingFact>(database, residentId, cancellationToken)).OfType<DisclosureDecided>()
            .Where(f => f.AgencyId == agency.Id && f.IsInForce(stamp.At)))
        {
            law.End(stamp);
        }

        foreach (var consent in (await door.UnsafeAllOfAsync<ConsentRecord>(database, residentId, cancellationToken)).Where(c => c.AgencyId == agency.Id && c.IsInForce(stamp.At)))
        {
            consent.Lapse(stamp.At);
            await ending.TellAsync(database, resident, consent, stamp, cancellationToken);
        }

        await leaving.ReplaceAsync(database, resident, [agency.Id], stamp, cancellationToken);
        foreach (var plan in await door.UnsafeAllOfAsync<CarePlan>(database, residentId, cancellationToken))
        {
            if (plan.GiveBack(agency.Id, stamp) > 0)
            {
                await outbox.WritePlanAsync(database, resident, plan, stamp.At, cancellationToken);
                database.TellAfterCommit(Topics.Plan(plan.Id));
            }
        }

        database.TellAfterCommit(Topics.Resident(residentId));

        return Outcome.Done;
    }, cancellationToken);

    private async Task SettleCasesAsync(GmConnectDbContext database, Agency agency, Resident resident, Stamp stamp, CancellationToken cancellationToken)
    {
        foreach (var file in (await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken)).Where(c => c.Status.IsLive()))
        {
            var team = file.CareTeam.Where(m => m.IsOn(stamp.At)).Select(m => m.AgencyId).ToHashSet();
            if (file.AgencyId == agency.Id)
            {
                file.OutliveItsAgency(agency.ClosedWords!, stamp);
                database.TellAfterCommit(Topics.WorkOf(file.LeadAccountId));
            }
            else if (team.Contains(agency.Id))
            {
                file.EndMembershipsOf(agency.Id, stamp);
            }
            else
            {
                continue;
            }

            database.TellAfterCommit(Topics.Case(file.Id));
            await work.ExecuteAsync(database, resident, file, [agency.Id], stamp, cancellationToken);
        }
    }
}
