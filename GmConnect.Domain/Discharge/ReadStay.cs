using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="Owner">The agency, or its worker and the agency; nothing: the family.</param>
/// <param name="WaitsFor">What must be done first and is not.</param>
/// <param name="StopsLeaving">They do not leave before it is accepted.</param>
/// <param name="HasNobody">No agency that does such things has permission; somebody asks the family first.</param>
public sealed record LeavingTaskShown(
    Guid ActionId, string What, string? Owner, DateOnly? Due, ActionStatus Status, bool IsLate, string? WaitsFor, bool StopsLeaving, bool HasNobody);

/// <param name="Day">The day it was expected on.</param>
public sealed record ExpectedShown(DateOnly Day, string? Why, DateTime At, string By);

public sealed record AgencyToName(Guid AgencyId, string Name);

/// <summary>A stay in hospital for those in the care team.</summary>
/// <param name="IsOurs">The reader works in that hospital.</param>
/// <param name="IsReadmission">They came back within thirty days of leaving, and it was not planned.</param>
public sealed record StayShown(
    StayRow Row, WhoItIs Who, bool IsOurs, bool MayDecidePathway, string? WhatMustBeTrue, HomeNeeds Needs, IReadOnlyList<ExpectedShown> Expected, IReadOnlyList<string> Criteria,
    IReadOnlyList<LeavingTaskShown> Tasks, IReadOnlyList<AgencyToName> Agencies, string? ToldWho, DateOnly? DoseDay, bool DoseIsGiven, string? LeavingWhy, bool IsReadmission);

public sealed class ReadStay(IDbContextFactory<GmConnectDbContext> databases, Door door, PlanLeaving leaving, ListStays list, TimeProvider clock)
{
    /// <summary>The stay that somebody is in now, or left last, if the reader may know of one.</summary>
    public Task<Outcome<Guid?>> LatestAsync(Guid residentId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<Guid?>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Plan, Asking.ToRead(actor, view), null, cancellationToken);
            if (!entered.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            return Outcome.Of((await door.RowsOfAsync<HospitalStay>(database, entered.Value, cancellationToken)).MaxBy(s => s.AdmittedOn)?.Id);
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
                earlier.Any(e => e.Id != stay.Id && e.LeftAt is { } left && e.Status is StayStatus.Left && Readmission.Is(LondonTime.DayOf(left), stay.AdmittedOn, stay.WasPlanned)));
        }, cancellationToken);

    private static LeavingTaskShown Show(CarePlan plan, PlanAction action, StayNames names, DateOnly today, HashSet<string> nobody) => new(
        action.Id, action.What, names.Of(action.Owner), action.Due, action.Status, action.IsOpen && action.Due < today,
        plan.IsBlocked(action) ? plan.TextOf(action.BlockedBy) : null, LeavingTasks.Stops(action.Task), action.IsOpen && nobody.Contains(action.Task ?? ""));
}
