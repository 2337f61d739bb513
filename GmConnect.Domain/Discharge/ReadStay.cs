using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="Owner">The agency, or its worker and the agency; nothing: the family.</param>
/// <param name="WaitsFor">What must be done first and is not.</param>
/// <param name="StopsLeaving">They do not leave before it is accepted.</param>
/// <param name="HasNobody">No agency that does such things has permission; somebody asks the family first.</param>
public sealed record LeavingTaskShown(
    Guid ActionId, string What, Guid? OwnerAgencyId, string? Owner, DateOnly? Due, ActionStatus Status, bool IsLate, string? WaitsFor, bool StopsLeaving, bool HasNobody)
{
    public bool IsOpen => Status is ActionStatus.ToDo or ActionStatus.UnderWay;

    /// <summary>It is why they cannot leave yet.</summary>
    public bool IsStopping => StopsLeaving && Status is ActionStatus.ToDo;
}

/// <param name="Day">The day it was expected on.</param>
public sealed record ExpectedShown(DateOnly Day, string? Why, DateTime At, string By);

public sealed record StayFound(Guid StayId, StayStatus Status, DateOnly AdmittedOn, DateTime? LeftAt);

public sealed record AgencyToName(Guid AgencyId, string Name);

/// <summary>A stay in hospital for those in the care team.</summary>
/// <param name="IsOurs">The reader works in that hospital.</param>
/// <param name="CaseId">The case in whose care team the reader is, where they are in one.</param>
/// <param name="IsReadmission">They came back within thirty days of leaving, and it was not planned.</param>
public sealed record StayShown(
    StayRow Row, WhoItIs Who, bool IsOurs, bool MayDecidePathway, string? WhatMustBeTrue, HomeNeeds Needs, IReadOnlyList<ExpectedShown> Expected, IReadOnlyList<string> Criteria,
    IReadOnlyList<LeavingTaskShown> Tasks, IReadOnlyList<AgencyToName> Agencies, string? ToldWho, DateOnly? DoseDay, bool DoseIsGiven, string? LeavingWhy, bool IsReadmission,
    string? PathwayWhy, Guid? CaseId)
{
    /// <summary>Whether a page that shows the other has something to draw.</summary>
    public bool Differs(StayShown? other) => other is null
        || this with { Row = other.Row, Expected = other.Expected, Criteria = other.Criteria, Tasks = other.Tasks, Agencies = other.Agencies } != other
        || Row.Differs(other.Row) || !Expected.SequenceEqual(other.Expected) || !Criteria.SequenceEqual(other.Criteria)
        || !Tasks.SequenceEqual(other.Tasks) || !Agencies.SequenceEqual(other.Agencies);
}

public sealed class ReadStay(IDbContextFactory<GmConnectDbContext> databases, Door door, PlanLeaving leaving, ListStays list, TimeProvider clock)
{
    private static readonly StoryPartKind[] _bearsOnLeaving =
        [StoryPartKind.WhatIsNeededNow, StoryPartKind.HomeAndAccess, StoryPartKind.Medicines, StoryPartKind.Equipment];

    /// <summary>The stay that somebody is in now, or left last, if there was one.</summary>
    public Task<Outcome<StayFound?>> LatestAsync(Guid residentId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StayFound?>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Plan, Asking.ToRead(actor, view), null, cancellationToken);
            if (!entered.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            return (await door.RowsOfAsync<HospitalStay>(database, entered.Value, cancellationToken)).MaxBy(s => s.AdmittedOn) is { } latest
                ? new StayFound(latest.Id, latest.Status, latest.AdmittedOn, latest.LeftAt)
                : Outcome.Of<StayFound?>(null);
        }, cancellationToken);

    /// <param name="channel">Export: it leaves as a document.</param>
    public Task<Outcome<StayShown>> ExecuteAsync(
        Guid stayId, Actor actor, Guid view, Channel channel = Channel.Page, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StayShown>>(async database =>
        {
            var opened = await door.OpenAsync<HospitalStay>(
                database, stayId, Asking.ToRead(actor, view) with { Channel = channel }, cancellationToken);
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var (stay, now, today) = (opened.Value.Entity, clock.UtcNow(), clock.Today());
            var plan = (await door.BesideAsync(database, [opened.Value], CarePlanSubjects.Leaving, cancellationToken)).SingleOrDefault();
            var permitted = await leaving.PermittedAsync(database, stay.ResidentId, now, cancellationToken);
            var mayOwn = permitted.SelectMany(kind => kind).Append(stay.AgencyId).Distinct().ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => mayOwn.Contains(a.Id)).OrderBy(a => a.Name)
                .Select(a => new AgencyToName(a.Id, a.Name)).ToListAsync(cancellationToken);
            var nobody = PlanLeaving.Of(stay, permitted).Where(t => t.HasNobody).Select(t => t.Task).ToHashSet();
            var names = await StayNames.LoadAsync(database, [stay], [.. plan?.Actions ?? []], cancellationToken);
            var earlier = await door.BesideAsync(database, [opened.Value], StaySubjects.Bare, cancellationToken);

            return new StayShown(
                (await list.RowsAsync(database, [opened.Value], cancellationToken)).Single(),
                WhoItIs.For(opened.Value),
                stay.AgencyId == actor.AgencyId,
                stay.AgencyId == actor.AgencyId || opened.Value.Facts.KindOf(actor.AgencyId) is AgencyKind.AdultSocialCare,
                stay.WhatMustBeTrue,
                stay.Needs,
                [.. stay.ExpectedDates.OrderByDescending(d => d.At).Select(d => new ExpectedShown(d.Day, d.Why, d.At, names.Person(d.By)))],
                stay.LastReview?.Criteria ?? [],
                [.. (plan?.ActionsOf(stay.Id) ?? []).Where(a => a.Status is not ActionStatus.NotNeeded).OrderBy(a => !a.IsOpen).ThenBy(a => a.Due is null).ThenBy(a => a.Due).ThenBy(a => LeavingTasks.OrderOf(a.Task))
                    .Select(a => Show(plan!, a, names, today, nobody))],
                agencies,
                stay.LastTold?.Name,
                stay.HasDoseOn(today) ? today : null,
                stay.Doses.Any(d => d.Day == today),
                stay.LeavingWhy,
                earlier.Any(e => e.Id != stay.Id && e.LeftAt is { } left && e.Status is StayStatus.Left && Readmission.Is(LondonTime.DayOf(left), stay.AdmittedOn, stay.WasPlanned)),
                stay.Decided?.Why,
                opened.Value.Facts.Facts.CareTeam.Where(m => m.AccountId == actor.AccountId && m.IsInForce(now)).Select(m => (Guid?)m.CaseId).FirstOrDefault());
        }, cancellationToken);

    /// <summary>
    /// What the family told that bears on the way home, as far as the reader may see it: nobody is asked again for what is known. Nothing
    /// where no part is theirs to see.
    /// </summary>
    public Task<Outcome<IReadOnlyList<StoryWords>>> ToldAsync(Guid stayId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<StoryWords>>>(async database =>
        {
            var opened = await door.OpenAsync<HospitalStay>(database, stayId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            if (!opened.Value.May(Act.Read, DataCategory.StoryPart))
            {
                return Outcome.Of<IReadOnlyList<StoryWords>>([]);
            }

            var story = await door.OpenStoryAsync(database, opened.Value.Resident.Id, Asking.ToRead(actor, view), cancellationToken);

            return Outcome.Of<IReadOnlyList<StoryWords>>(
                [.. (story.Value?.Entity ?? []).Where(p => _bearsOnLeaving.Contains(p.Part)).SelectMany(p => p.Words).Where(w => w.Text.Length > 0)]);
        }, cancellationToken);

    private static LeavingTaskShown Show(CarePlan plan, PlanAction action, StayNames names, DateOnly today, HashSet<string> nobody) => new(
        action.Id, action.What, action.OwnerAgencyId, names.Of(action.Owner), action.Due, action.Status, action.IsOpen && action.Due < today,
        plan.IsBlocked(action) ? plan.TextOf(action.BlockedBy) : null, LeavingTasks.Stops(action.Task), action.IsOpen && nobody.Contains(action.Task ?? ""));
}
