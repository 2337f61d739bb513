using System.Globalization;
using GmConnect.Domain.CarePlans;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.CarePlans;

/// <summary>The plan's states, days and changes in the family's words.</summary>
public static class PlanWords
{
    public static string Due(this IStringLocalizer<PlanTexts> words, ActionShown action, DateOnly today) => action switch
    {
        { IsOverdue: true, Due: { } due } => words["Overdue", London.Date(due)],
        { Due: null } => words["DueNone"],
        { Due: { } due } when due == today => words["DueToday"],
        { Due: { } due } => words["DueBy", London.Date(due)]
    };

    public static Tone Tone(this ActionShown action) => action switch
    {
        { IsOverdue: true } => Ui.Tone.Warn,
        { Status: ActionStatus.Done } => Ui.Tone.Good,
        { Status: ActionStatus.UnderWay } => Ui.Tone.Info,
        { Status: ActionStatus.NotNeeded } => Ui.Tone.Muted,
        _ => Ui.Tone.Plain
    };

    public static Tone Tone(this GoalStatus status) => status switch
    {
        GoalStatus.Reached => Ui.Tone.Good,
        GoalStatus.NoLongerWanted => Ui.Tone.Muted,
        _ => Ui.Tone.Info
    };

    public static string Change(this IStringLocalizer<PlanTexts> words, ChangeShown change) =>
        words[$"{change.Kind}-{change.Field}", change.Who, words.Value(change.Field, change.Was), words.Value(change.Field, change.Became)];

    public static string Value(this IStringLocalizer<PlanTexts> words, PlanField field, string? value) => (field, value) switch
    {
        (PlanField.GoalStatus, { Length: > 0 }) => words[$"Goal-{value}"],
        (PlanField.ActionStatus, { Length: > 0 }) => words[$"Action-{value}"],
        (PlanField.StatementStatus, { Length: > 0 }) => words[$"Statement-{value}"],
        (PlanField.ActionBlockedBy, null or "") => words["BlockedByNothing"],
        (PlanField.ActionOwner, null or "") => words["OwnerFamily"],
        (PlanField.ActionDue, null or "") => words["DueNone"],
        (PlanField.ActionDue, _) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? London.Date(day) : value,
        _ => value ?? ""
    };
}
