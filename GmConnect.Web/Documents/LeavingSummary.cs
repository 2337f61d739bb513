using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Discharge;

namespace GmConnect.Web.Documents;

/// <param name="Owner">Nothing: the family.</param>
/// <param name="WaitsFor">What must be done first and is not.</param>
/// <param name="StopsLeaving">They do not leave before it is accepted.</param>
public sealed record ActionPrinted(
    string What, string? Owner, DateOnly? Due, ActionStatus Status, bool IsLate, string? WaitsFor = null, bool StopsLeaving = false)
{
    public bool IsOpen => Status is ActionStatus.ToDo or ActionStatus.UnderWay;

    public static ActionPrinted Of(ActionShown action, IReadOnlyList<ActionShown> all) => new(
        action.What, action.Owner, action.Due, action.Status, action.IsOverdue,
        action.IsBlocked ? all.FirstOrDefault(other => other.Id == action.BlockedBy)?.What : null);
}

/// <summary>Leaving hospital on paper: the days, and who does what.</summary>
public sealed record LeavingSummary(
    DateOnly AdmittedOn, string? Hospital, string? Ward, DateOnly? ExpectedOn, DateTime? LeftAt, string? WhatMustBeTrue, IReadOnlyList<ActionPrinted> Actions)
{
    public static LeavingSummary Of(StayShown stay) => new(
        stay.Row.AdmittedOn, stay.Row.Hospital, stay.Row.Ward, stay.Row.Expected, stay.Row.LeftAt, stay.WhatMustBeTrue,
        [.. stay.Tasks.Select(t => new ActionPrinted(t.What, t.Owner, t.Due, t.Status, t.IsLate, t.WaitsFor, t.StopsLeaving))]);

    public static LeavingSummary Of(LeavingShown stay, PlanShown plan) => new(
        stay.AdmittedOn, stay.Hospital, stay.Ward, stay.Expected, stay.LeftAt, stay.WhatMustBeTrue,
        [.. plan.Actions.Where(a => a.StayId == stay.StayId && a.Status is not ActionStatus.NotNeeded)
            .OrderBy(a => !a.IsOpen).ThenBy(a => a.Due ?? DateOnly.MaxValue).Select(a => ActionPrinted.Of(a, plan.Actions))]);
}
