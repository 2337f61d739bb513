using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="CoordinatorRole">What the hospital's discharge coordinators are to the person from now on, for the team and the family to read.</param>
public sealed record StayTyped(string? Ward, DateOnly? AdmittedOn, bool WasPlanned, string? CoordinatorRole);

/// <summary>
/// Notes that somebody whose case the hospital works on lies in it. Its discharge coordinators join the care team, so that whoever is on
/// duty has the person on the board, and the plan gets what leaving takes.
/// </summary>
public sealed class BeginStay(IDbContextFactory<GmConnectDbContext> databases, Door door, PlanLeaving leaving, TimeProvider clock)
{
    public Task<Outcome<Guid>> ExecuteAsync(Guid caseId, StayTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            var (file, resident, now) = (opened.Entity, opened.Resident, clock.UtcNow());
            var hospital = await database.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.AgencyId && a.Kind == AgencyKind.Hospital, cancellationToken);
            if (hospital is null)
            {
                return new OnlyTheHospitalSays();
            }

            var entered = await door.EnterAsync(database, resident.Id, DataCategory.Plan, Asking.ToWrite(actor), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var (stays, stamp) = (await door.RowsOfAsync<HospitalStay>(database, entered.Value, cancellationToken), actor.At(now));
            var begun = typed.AdmittedOn is not { } day ? new AdmissionNeedsDay()
                : stays.Any(s => s.Status is StayStatus.InHospital || s.AdmittedOn == day) ? new AlreadyInHospital()
                : HospitalStay.Begin(resident.Id, hospital.Id, typed.Ward, day, typed.WasPlanned, clock.Today(), stamp);
            if (!begun.Succeeded)
            {
                return begun.Refusal;
            }

            var joined = await JoinAsync(database, file, hospital.Id, typed.CoordinatorRole, stamp, cancellationToken);
            if (!joined.Succeeded)
            {
                return joined.Refusal;
            }

            door.Admit(database, resident, begun.Value);
            await leaving.FollowAsync(
                database, resident, await door.RowsOfAsync<CarePlan>(database, entered.Value, cancellationToken), begun.Value, [], await leaving.PermittedAsync(database, resident.Id, now, cancellationToken), stamp, cancellationToken);
            database.TellAfterCommit(Topics.Resident(resident.Id));
            database.TellAfterCommit(Topics.BoardOf(hospital.Id));

            return begun.Value.Id;
        }, cancellationToken);

    private static async Task<Outcome> JoinAsync(
        GmConnectDbContext database, CaseFile file, Guid hospital, string? role, Stamp stamp, CancellationToken cancellationToken)
    {
        var coordinators = await database.Accounts.AsNoTracking()
            .Where(a => a.AgencyId == hospital && a.Role == Role.DischargeCoordinator).Select(a => a.Id).ToListAsync(cancellationToken);
        foreach (var coordinator in coordinators.Where(c => !file.IsInTheTeam(c, stamp.At)))
        {
            var joined = file.AddToCareTeam(coordinator, hospital, role, stamp);
            if (!joined.Succeeded)
            {
                return joined;
            }

            database.Touch(file);
            database.TellAfterCommit(Topics.WorkOf(coordinator));
        }

        return Outcome.Done;
    }
}
