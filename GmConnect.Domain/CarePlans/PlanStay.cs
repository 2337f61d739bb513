using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

/// <summary>An action of the plan that follows from something else than somebody's writing it: a stay in hospital.</summary>
/// <param name="Task">Which of the tasks of that kind it is; there is one of each.</param>
/// <param name="HasNobody">No agency that does such things has permission yet: it goes over to the first that gets it.</param>
/// <param name="After">The task that must be done first.</param>
/// <param name="IsDone">It was done by something that was noted elsewhere.</param>
public sealed record PlannedTask(string Task, string What, PlanOwner Owner, bool HasNobody, DateOnly? Due, string? After, bool IsDone);

/// <content>The actions that follow a stay in hospital.</content>
public sealed partial class CarePlan
{
    public IEnumerable<PlanAction> ActionsOf(Guid stayId) => _actions.Where(a => a.StayId == stayId);

    /// <summary>
    /// Brings the actions of a stay in step with what it needs now: adds what is missing, sets aside what is not needed any more and moves
    /// the days. What somebody decided in the plan itself stays: an owner they chose, a day they moved, what they began or finished.
    /// </summary>
    /// <param name="before">What it needed until now.</param>
    /// <returns>How much changed.</returns>
    internal int FollowStay(Guid stayId, IReadOnlyList<PlannedTask> before, IReadOnlyList<PlannedTask> wanted, Stamp stamp)
    {
        var known = _changes.Count;
        foreach (var task in wanted)
        {
            if (ActionsOf(stayId).SingleOrDefault(a => a.Task == task.Task) is not { } action)
            {
                action = new PlanAction
                {
                    PlanId = Id, StayId = stayId, Task = task.Task, What = task.What, Owner = task.Owner, Due = task.Due, AddedAt = stamp.At
                };
                _actions.Add(action);
                Record(action.Id, PlanField.ActionWhat, null, task.What, PlanChangeKind.Added, stamp);
            }

            var was = before.SingleOrDefault(t => t.Task == task.Task);
            Follow(action, was, task, stamp);
        }

        foreach (var action in ActionsOf(stayId).Where(a => a.IsOpen && wanted.All(t => t.Task != a.Task)))
        {
            Put(action, PlanField.ActionStatus, ActionStatus.NotNeeded.ToString(), stamp);
        }

        // Only now do all of them have ids.
        foreach (var task in wanted.Where(t => t.After is not null))
        {
            var first = ActionsOf(stayId).SingleOrDefault(a => a.Task == task.After && a.Status is not ActionStatus.NotNeeded);
            var action = ActionsOf(stayId).Single(a => a.Task == task.Task);
            if (before.All(t => t.Task != task.Task) && first is not null && action.BlockedBy is null)
            {
                action.BlockedBy = first.Id;
            }
        }

        return _changes.Count - known;
    }

    /// <summary>Who had it may not do it any more; another does.</summary>
    internal void PassOn(PlanAction action, PlanOwner owner, Stamp stamp) => Put(action, PlanField.ActionOwner, PlanValues.Of(owner), stamp);

    private void Follow(PlanAction action, PlannedTask? was, PlannedTask wanted, Stamp stamp)
    {
        if (wanted.IsDone && action.Status is not ActionStatus.Done)
        {
            Put(action, PlanField.ActionStatus, ActionStatus.Done.ToString(), stamp);
        }
        else if (was is null && action.Status is ActionStatus.NotNeeded && !wanted.IsDone)
        {
            Put(action, PlanField.ActionStatus, ActionStatus.ToDo.ToString(), stamp);
        }

        if (!action.IsOpen)
        {
            return;
        }

        if (action.Due != wanted.Due && (was is null || action.Due == was.Due))
        {
            Put(action, PlanField.ActionDue, PlanValues.Of(wanted.Due), stamp);
        }

        if (was is { HasNobody: true } && !wanted.HasNobody && action.Owner == was.Owner)
        {
            Put(action, PlanField.ActionOwner, PlanValues.Of(wanted.Owner), stamp);
        }
    }

    private void Put(PlanAction action, PlanField field, string value, Stamp stamp)
    {
        var was = ValueOf(action.Id, field);
        Set(action.Id, field, value);
        Record(action.Id, field, was, value, PlanChangeKind.Changed, stamp);
    }
}
