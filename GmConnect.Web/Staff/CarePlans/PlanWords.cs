using GmConnect.Domain.CarePlans;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>The plan's stored values in words.</summary>
public static class PlanWords
{
    /// <summary>A value of the history or of a clash; owners come as names already.</summary>
    public static string Shown(this IStringLocalizer<PlanTexts> words, PlanField field, string? value) => (field, value) switch
    {
        (PlanField.ActionOwner, null or "") => words["ActionOwnerFamily"],
        (PlanField.ActionDue, null or "") => words["NoDue"],
        (PlanField.ActionBlockedBy, null or "") => words["BlockedByNothing"],
        (_, null or "") => words["MeanwhileEmpty"],
        (PlanField.ActionDue, _) => PlanValues.Due(value) is { } due ? London.Date(due) : value,
        (PlanField.GoalStatus or PlanField.ActionStatus or PlanField.StatementStatus, _) => words[$"{field}-{value}"],
        _ => value
    };

    public static string NameOf(this IStringLocalizer<PlanTexts> words, PlanField field) => words[field.ToString()];

    public static (string Text, Tone Tone) StateOf(this IStringLocalizer<PlanTexts> words, GoalStatus status) =>
        (words[$"GoalStatus-{status}"], status switch
        {
            GoalStatus.Reached => Tone.Good,
            GoalStatus.NoLongerWanted => Tone.Muted,
            _ => Tone.Info
        });

    public static (string Text, Tone Tone) StateOf(this IStringLocalizer<PlanTexts> words, ActionStatus status) =>
        (words[$"ActionStatus-{status}"], status switch
        {
            ActionStatus.Done => Tone.Good,
            ActionStatus.UnderWay => Tone.Info,
            ActionStatus.NotNeeded => Tone.Muted,
            _ => Tone.Plain
        });
}
