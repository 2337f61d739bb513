using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.CarePlans;

public sealed record ActionTyped(Guid? GoalId, string? What, Guid? OwnerAgencyId, string? Due, Guid? OwnerAccountId = null)
{
    public PlanOwner Owner => new(OwnerAgencyId, OwnerAgencyId is null ? null : OwnerAccountId);
}

/// <summary>Who may own an action: agencies with permission, and of them the workers in the care team.</summary>
internal sealed record PlanPeople(IReadOnlySet<Guid> Agencies, IReadOnlySet<(Guid Agency, Guid Account)> Workers)
{
    public bool May(PlanOwner owner) => owner.AgencyId is not { } agency
        || (Agencies.Contains(agency) && (owner.AccountId is not { } worker || Workers.Contains((agency, worker))));
}

/// <param name="Clashes">How many of the fields were changed by somebody else meanwhile: theirs stand, these wait beside them.</param>
public sealed record PlanSaved(int Clashes);

/// <summary>
/// Everything that changes the shared plan. Each change goes to the systems of the care team's agencies in the same save,
/// and whoever has the plan open is told.
/// </summary>
public sealed class ChangePlan(IDbContextFactory<GmConnectDbContext> databases, Door door, Outbox outbox, TimeProvider clock)
{
    public Task<Outcome<Guid>> AddGoalAsync(Guid residentId, string? text, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, _, stamp) =>
            plan.AddGoal(text, clock.Today(), stamp).Then<Guid>(goal => goal.Id), cancellationToken);

    public Task<Outcome<Guid>> AddActionAsync(
        Guid residentId, ActionTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, people, stamp) =>
            !people.May(typed.Owner)
                ? new PlanOwnerHasNoPermission()
                : plan.AddAction(typed.GoalId, typed.What, typed.Owner, typed.Due, clock.Today(), stamp)
                    .Then<Guid>(action => action.Id), cancellationToken);

    public Task<Outcome<Guid>> AddStatementAsync(
        Guid residentId, StatementKind kind, string? text, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, _, stamp) =>
            plan.AddStatement(kind, text, clock.Today(), stamp).Then<Guid>(statement => statement.Id), cancellationToken);

    /// <summary>A worker went through the plan with the person or who acts for them.</summary>
    public Task<Outcome<Guid>> ReviewAsync(Guid residentId, ReviewTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, _, stamp) => actor.Role.IsWorker()
            ? plan.Review(typed, clock.Today(), stamp).Then<Guid>(review => review.Id)
            : NotFound.Instance, cancellationToken);

    /// <param name="itemId">What it is about; nothing: the plan as a whole.</param>
    public Task<Outcome<Guid>> CommentAsync(Guid residentId, Guid? itemId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, _, stamp) => plan.Comment(itemId, words, stamp).Then<Guid>(comment => comment.Id), cancellationToken);

    public Task<Outcome<PlanSaved>> EditAsync(
        Guid residentId, IReadOnlyList<PlanEdit> edits, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, people, stamp) =>
            actor.Role.IsCitizen() && edits.Any(e => IsAServices(plan, e.ItemId))
                ? new PlanActionIsAServices()
            : edits.Any(e => e.Field is PlanField.ActionOwner && e.Wanted != e.FirstShown && !people.May(PlanValues.Owner(e.Wanted)))
                ? new PlanOwnerHasNoPermission()
                : plan.Apply(edits, clock.Today(), stamp).Then<PlanSaved>(clashes => new PlanSaved(clashes.Count)), cancellationToken);

    /// <summary>After a clash its writer chooses; both stay in the history.</summary>
    public Task<Outcome<bool>> SettleAsync(
        Guid residentId, Guid changeId, bool takeMine, Actor actor, CancellationToken cancellationToken = default) =>
        InPlanAsync(residentId, actor, (plan, people, stamp) =>
        {
            // Permissions and owners may have changed while the clash waited.
            var taken = takeMine ? plan.Changes.SingleOrDefault(c =>
                c.Id == changeId && c.By == actor.AccountId && c.Kind is PlanChangeKind.Clashed) : null;
            if (taken is not null && actor.Role.IsCitizen() && IsAServices(plan, taken.ItemId))
            {
                return new PlanActionIsAServices();
            }

            if (taken is { Field: PlanField.ActionOwner } && !people.May(PlanValues.Owner(taken.Became)))
            {
                return new PlanOwnerHasNoPermission();
            }

            var settled = plan.Settle(changeId, takeMine, stamp);

            return settled.Succeeded ? true : (Outcome<bool>)settled.Refusal;
        }, cancellationToken);

    private Task<Outcome<T>> InPlanAsync<T>(
        Guid residentId,
        Actor actor,
        Func<CarePlan, PlanPeople, Stamp, Outcome<T>> change,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome<T>>(async database =>
        {
            var opened = await door.OpenWhereAsync<CarePlan>(
                database, p => p.ResidentId == residentId, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (plan, resident) = (opened.Value.Entity, opened.Value.Resident);
            var now = clock.UtcNow();
            var permitted = await door.PermittedAgenciesAsync(database, residentId, now, cancellationToken);
            var before = plan.Changes.Count;
            var workers = (await door.UnsafeAllOfAsync<CaseFile>(database, residentId, cancellationToken)).Where(c => c.Status.IsLive())
                .SelectMany(c => c.CareTeam).Where(m => m.IsOn(now)).Select(m => (m.AgencyId, m.AccountId)).ToHashSet();
            var outcome = change(plan, new PlanPeople(permitted, workers), actor.At(now));
            if (outcome.Succeeded && ChangedSomething(plan, before))
            {
                await outbox.WritePlanAsync(database, resident, plan, now, cancellationToken);
            }

            database.TellAfterCommit(Topics.Plan(plan.Id));
            database.TellAfterCommit(Topics.Resident(resident.Id));

            return outcome;
        }, cancellationToken);

    private static bool IsAServices(CarePlan plan, Guid itemId) =>
        plan.Actions.Any(a => a.Id == itemId && a.OwnerAgencyId is not null);

    private static bool ChangedSomething(CarePlan plan, int before) =>
        plan.Changes.Skip(before).Any(c => c.Kind is PlanChangeKind.Added or PlanChangeKind.Changed);
}
