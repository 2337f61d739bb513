using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

/// <summary>The written form of each field, the same in the history, in a form and in a comparison.</summary>
public static class PlanValues
{
    public const int DueMaxYears = 10;

    private const string DateForm = "yyyy-MM-dd";

    /// <summary>Between the agency and its worker.</summary>
    private const char Between = ':';

    public static string Of(DateOnly? due) => due?.ToString(DateForm, CultureInfo.InvariantCulture) ?? "";

    public static string Of(Guid? item) => item?.ToString("N") ?? "";

    public static string Of(PlanOwner owner) => owner.AccountId is { } person ? $"{owner.AgencyId:N}{Between}{person:N}" : Of(owner.AgencyId);

    public static DateOnly? Due(string value) =>
        value.Length == 0 ? null : DateOnly.ParseExact(value, DateForm, CultureInfo.InvariantCulture);

    public static Guid? Item(string value) => value.Length == 0 ? null : Guid.Parse(value);

    public static PlanOwner Owner(string value) => ReadOwner(value) ?? PlanOwner.Family;

    /// <summary>What was typed, made comparable; refuses what the field cannot hold.</summary>
    /// <param name="today">Today in London.</param>
    public static Outcome<string> Read(PlanField field, string? typed, DateOnly today)
    {
        var text = PlainText.Clean(typed);

        return field switch
        {
            PlanField.GoalText => ReadText(field, text, PlanGoal.TextMaxLength),
            PlanField.ActionWhat => ReadText(field, text, PlanAction.WhatMaxLength),
            PlanField.ActionDue => ReadDue(text, today),
            PlanField.StatementText => ReadText(field, text, PlanStatement.TextMaxLength),
            PlanField.ActionOwner => text.Length == 0 ? "" : ReadOwner(text) is { } owner ? Of(owner) : new PlanOwnerHasNoPermission(),
            PlanField.ActionBlockedBy => text.Length == 0 ? "" : Guid.TryParse(text, out var first) ? Of(first) : new PlanBlocksItself(),
            PlanField.StatementStatus => Enum.TryParse<StatementStatus>(text, out var statement) && Enum.IsDefined(statement)
                ? statement.ToString() : new PlanTextNeeded(field),
            PlanField.ActionStatus => Enum.TryParse<ActionStatus>(text, out var status) && Enum.IsDefined(status)
                ? status.ToString() : new PlanTextNeeded(field),
            _ => Enum.TryParse<GoalStatus>(text, out var goal) && Enum.IsDefined(goal)
                ? goal.ToString() : new PlanTextNeeded(field)
        };
    }

    private static PlanOwner? ReadOwner(string text)
    {
        var parts = text.Split(Between);

        return parts.Length is 1 or 2 && Guid.TryParse(parts[0], out var agency)
            ? parts.Length == 1 ? new PlanOwner(agency)
                : Guid.TryParse(parts[1], out var person) ? new PlanOwner(agency, person) : null
            : null;
    }

    private static Outcome<string> ReadText(PlanField field, string text, int limit) => text.Length switch
    {
        0 => new PlanTextNeeded(field),
        var length when length > limit => new PlanTextTooLong(field, length, limit),
        _ => text
    };

    private static Outcome<string> ReadDue(string text, DateOnly today)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (!DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            return new PlanDueNotReal();
        }

        return due < today ? new PlanDueInThePast()
            : due > today.AddYears(DueMaxYears) ? new PlanDueTooFar(DueMaxYears)
            : Of(due);
    }
}
