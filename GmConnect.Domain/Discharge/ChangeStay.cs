using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="At">UTC.</param>
/// <param name="AllTheSame">They were shown what is not accepted, and the person left all the same.</param>
public sealed record LeavingTyped(DateTime? At, bool AllTheSame, string? Why);

/// <summary>
/// Everything that changes a stay in hospital, for those in the care team: the hospital says who lies there, needs the bed and left; the
/// hospital and adult social care, who sit in the care transfer hub, decide the pathway; everybody says what holds somebody up and what
/// they need at home. Each change brings the plan in step.
/// </summary>
public sealed class ChangeStay(IDbContextFactory<GmConnectDbContext> databases, Door door, PlanLeaving leaving, TimeProvider clock)
{
    public Task<Outcome> MoveAsync(Guid stayId, string? ward, Actor actor, CancellationToken cancellationToken = default) =>
        ByHospitalAsync(stayId, actor, (stay, _) => stay.MoveTo(ward), cancellationToken);

    /// <param name="day">A day in London.</param>
    /// <param name="whatMustBeTrue">Nothing leaves it as it is.</param>
    public Task<Outcome> ExpectAsync(Guid stayId, DateOnly? day, string? why, string? whatMustBeTrue, Actor actor, CancellationToken cancellationToken = default) =>
        ByHospitalAsync(stayId, actor, (stay, stamp) => day is { } wanted ? stay.Expect(wanted, why, whatMustBeTrue, clock.Today(), stamp) : new ExpectedDateNeeded(), cancellationToken);

    /// <param name="criteria">The codes of the criteria to reside that they meet; none: they are ready to leave.</param>
    public Task<Outcome> ReviewAsync(Guid stayId, IReadOnlyCollection<string> criteria, Actor actor, CancellationToken cancellationToken = default) =>
        ByHospitalAsync(stayId, actor, (stay, stamp) => stay.Review(criteria, stamp), cancellationToken);

    public Task<Outcome> DecidePathwayAsync(Guid stayId, Pathway pathway, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => work.Kind is AgencyKind.AdultSocialCare || work.IsHospitals
            ? stay.DecidePathway(pathway, why, work.Stamp)
            : new OnlyTheHospitalSays(), cancellationToken);

    /// <param name="owner">Who can take it away: the hospital, or an agency that has permission.</param>
    public Task<Outcome> BlockAsync(Guid stayId, string? reason, Guid owner, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => owner == stay.AgencyId || work.Permitted.Any(kind => kind.Contains(owner))
            ? stay.Block(reason, owner, work.Stamp)
            : new CarePlans.PlanOwnerHasNoPermission(), cancellationToken);

    public Task<Outcome> UnblockAsync(Guid stayId, Guid blockerId, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => stay.Unblock(blockerId, work.Stamp), cancellationToken);

    public Task<Outcome> AskAsync(Guid stayId, HomeNeeds needs, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, _) => stay.Ask(needs), cancellationToken);

    public Task<Outcome> TellCarerAsync(Guid stayId, string? name, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => stay.TellCarer(name, work.Stamp), cancellationToken);

    /// <summary>Refused while something that must be accepted first is not, unless they went all the same and somebody says why.</summary>
    public Task<Outcome> LeaveAsync(Guid stayId, LeavingTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => !work.IsHospitals ? new OnlyTheHospitalSays()
            : typed.At is not { } at ? new LeavingDayNeeded()
            : stay.Leave(at, work.Stopping, typed.AllTheSame, typed.Why, work.Stamp), cancellationToken);

    public Task<Outcome> CancelLeavingAsync(Guid stayId, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => !work.IsHospitals ? new OnlyTheHospitalSays()
            : work.IsBackSince ? new AlreadyInHospital()
            : stay.CancelLeaving(why, work.Stamp), cancellationToken);

    /// <param name="at">UTC.</param>
    public Task<Outcome> DieAsync(Guid stayId, DateTime? at, Actor actor, CancellationToken cancellationToken = default) =>
        ByHospitalAsync(stayId, actor, (stay, stamp) => at is { } died ? stay.Die(died, stamp) : new LeavingDayNeeded(), cancellationToken);

    /// <param name="day">The London day whose dose it is.</param>
    public Task<Outcome> GiveDoseAsync(Guid stayId, DateOnly day, Actor actor, CancellationToken cancellationToken = default) =>
        InStayAsync(stayId, actor, (stay, work) => stay.GiveDose(day, clock.Today(), work.Stamp), cancellationToken);

    private Task<Outcome> ByHospitalAsync(Guid stayId, Actor actor, Func<HospitalStay, Stamp, Outcome> change, CancellationToken cancellationToken) =>
        InStayAsync(stayId, actor, (stay, work) => work.IsHospitals ? change(stay, work.Stamp) : new OnlyTheHospitalSays(), cancellationToken);

    private Task<Outcome> InStayAsync(Guid stayId, Actor actor, Func<HospitalStay, StayWork, Outcome> change, CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<HospitalStay>(database, stayId, Asking.ToWrite(actor), cancellationToken);
            // The plan is the family's to change, and their part of leaving hospital is in it; a stay is noted by who works there.
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var (stay, resident, now) = (opened.Value.Entity, opened.Value.Resident, clock.UtcNow());
            var permitted = await leaving.PermittedAsync(database, resident.Id, now, cancellationToken);
            var plans = await door.UnsafeAllOfAsync<CarePlans.CarePlan>(database, resident.Id, cancellationToken);
            var others = await door.BesideAsync(database, [opened.Value], StaySubjects.Bare, cancellationToken);
            var work = new StayWork(
                actor.At(now),
                stay.AgencyId == actor.AgencyId,
                opened.Value.Facts.KindOf(actor.AgencyId),
                permitted,
                plans.SelectMany(p => p.ActionsOf(stay.Id)).Count(LeavingTasks.IsStopping),
                others.Any(o => o.Id != stay.Id && o.Status is StayStatus.InHospital));
            var (before, was) = (PlanLeaving.Of(stay, permitted), stay.Status);
            var changed = change(stay, work);
            if (!changed.Succeeded)
            {
                return changed;
            }

            await leaving.FollowAsync(database, resident, plans, stay, before, permitted, work.Stamp, cancellationToken);
            // What hangs on it is part of it: of two who change it at once the second decides from what stands.
            database.Touch(stay);
            database.TellAfterCommit(Topics.Resident(resident.Id));
            if (stay.Status != was)
            {
                database.TellAfterCommit(Topics.BoardOf(stay.AgencyId));
            }

            return Outcome.Done;
        }, cancellationToken);

    /// <param name="IsHospitals">The worker is the hospital's.</param>
    /// <param name="Kind">Of the worker's agency.</param>
    /// <param name="Stopping">What must be accepted before they leave and is not.</param>
    /// <param name="IsBackSince">They are in hospital again, in another stay.</param>
    private sealed record StayWork(Stamp Stamp, bool IsHospitals, AgencyKind? Kind, ILookup<AgencyKind, Guid> Permitted, int Stopping, bool IsBackSince);
}
