using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <summary>Keeps the one plan in step with a stay in hospital: what the ward notes becomes what somebody does.</summary>
public sealed class PlanLeaving(Door door, Outbox outbox)
{
    /// <summary>What a stay needs now, as actions of the plan; nothing once they died.</summary>
    /// <param name="permitted">The agencies that the person permitted, by kind.</param>
    internal static IReadOnlyList<PlannedTask> Of(HospitalStay stay, ILookup<AgencyKind, Guid> permitted) =>
        stay.Status is StayStatus.Died ? [] : [.. LeavingTasks.Needed(stay.Needs).Select(task => Of(task, stay, permitted))];

    /// <summary>After a change of the stay: brings the plan in step and sends it to the care team's systems.</summary>
    /// <param name="plans">The person's one, if it was begun.</param>
    /// <param name="before">What the stay needed before the change.</param>
    internal async Task FollowAsync(
        GmConnectDbContext database, Resident resident, IReadOnlyList<CarePlan> plans, HospitalStay stay, IReadOnlyList<PlannedTask> before,
        ILookup<AgencyKind, Guid> permitted, Stamp stamp, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            if (plan.FollowStay(stay.Id, before, Of(stay, permitted), stamp) > 0)
            {
                await TellAsync(database, resident, plan, stamp, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Agencies may work with the person no longer. What they were to do for the leaving goes to another that does such things and may, or to
    /// the hospital, which asks the family first; what they were to take out of the way the hospital chases. Nothing that stops somebody
    /// from leaving is left without anybody while there is a hospital.
    /// </summary>
    internal async Task ReplaceAsync(GmConnectDbContext database, Resident resident, IReadOnlyCollection<Guid> gone, Stamp stamp, CancellationToken cancellationToken)
    {
        var stays = (await door.UnsafeAllOfAsync<HospitalStay>(database, resident.Id, cancellationToken))
            .Where(s => s.Status is not StayStatus.Died && !gone.Contains(s.AgencyId)).ToList();
        if (stays.Count == 0)
        {
            return;
        }

        var permitted = (await PermittedAsync(database, resident.Id, stamp.At, cancellationToken))
            .SelectMany(kind => kind.Where(id => !gone.Contains(id)), (kind, id) => (kind.Key, id)).ToLookup(one => one.Key, one => one.id);
        foreach (var plan in await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken))
        {
            var theirs = stays
                .SelectMany(s => plan.ActionsOf(s.Id).Where(a => a is { IsOpen: true, OwnerAgencyId: { } owner } && gone.Contains(owner)), (s, a) => (s, a)).ToList();
            foreach (var (stay, action) in theirs)
            {
                plan.PassOn(action, Of(stay, permitted).SingleOrDefault(t => t.Task == action.Task)?.Owner ?? new PlanOwner(stay.AgencyId), stamp);
            }

            if (theirs.Count > 0)
            {
                await TellAsync(database, resident, plan, stamp, cancellationToken);
            }
        }

        stays.ForEach(s => s.PassBlockersOn(gone, stamp));
        database.TellAfterCommit(Topics.Resident(resident.Id));
    }

    /// <summary>Agencies have just been given permission: what the hospital had because nobody else might do it goes over to them.</summary>
    internal async Task HandOverAsync(GmConnectDbContext database, Resident resident, IReadOnlyCollection<Guid> came, Stamp stamp, CancellationToken cancellationToken)
    {
        var stays = (await door.UnsafeAllOfAsync<HospitalStay>(database, resident.Id, cancellationToken)).Where(s => s.Status is not StayStatus.Died).ToList();
        if (stays.Count == 0)
        {
            return;
        }

        var before = await PermittedAsync(database, resident.Id, stamp.At, cancellationToken);
        var known = before.SelectMany(kind => kind).ToHashSet();
        var kinds = await database.Agencies.AsNoTracking().Where(a => came.Contains(a.Id) && !known.Contains(a.Id)).OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Kind }).ToListAsync(cancellationToken);
        var now = before.SelectMany(kind => kind, (kind, id) => (kind.Key, id)).Concat(kinds.Select(a => (a.Kind, a.Id))).ToLookup(one => one.Item1, one => one.Item2);
        var plans = await door.UnsafeAllOfAsync<CarePlan>(database, resident.Id, cancellationToken);
        foreach (var stay in stays)
        {
            await FollowAsync(database, resident, plans, stay, Of(stay, before), now, stamp, cancellationToken);
        }
    }

    /// <summary>The agencies that may be given something to do, by kind.</summary>
    internal async Task<ILookup<AgencyKind, Guid>> PermittedAsync(GmConnectDbContext database, Guid residentId, DateTime now, CancellationToken cancellationToken)
    {
        var ids = await door.PermittedAgenciesAsync(database, residentId, now, cancellationToken);
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Kind }).ToListAsync(cancellationToken);

        return agencies.ToLookup(a => a.Kind, a => a.Id);
    }

    /// <summary>The care team's systems, and who has the plan open.</summary>
    private async Task TellAsync(GmConnectDbContext database, Resident resident, CarePlan plan, Stamp stamp, CancellationToken cancellationToken)
    {
        await outbox.WritePlanAsync(database, resident, plan, stamp.At, cancellationToken);
        database.TellAfterCommit(Topics.Plan(plan.Id));
    }

    private static PlannedTask Of(LeavingTask task, HospitalStay stay, ILookup<AgencyKind, Guid> permitted)
    {
        var best = task.Owners?.Select(kind => kind is AgencyKind.Hospital ? stay.AgencyId : permitted[kind].FirstOrDefault()).FirstOrDefault(id => id != Guid.Empty);
        // Nobody of that kind has the family's permission: asking for it is the hospital's.
        var nobody = best == Guid.Empty;
        var left = stay.LeftAt is { } at ? LondonTime.DayOf(at) : (DateOnly?)null;

        return new PlannedTask(
            task.Id,
            task.What,
            best is null ? PlanOwner.Family : new PlanOwner(nobody ? stay.AgencyId : best),
            nobody,
            LeavingTasks.DueOn(task, stay.AdmittedOn, stay.Expected?.Day, left),
            task.After,
            task.Id switch
            {
                LeavingTasks.ExpectedDate => stay.Expected is not null,
                LeavingTasks.Ask => stay.Needs.IsAsked,
                LeavingTasks.Pathway => stay.Decided is not null,
                _ => false
            });
    }
}
