using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;

namespace GmConnect.Web.Staff.CarePlans;

/// <summary>A goal, an action or a statement while it is being edited: the plan may go on changing around it.</summary>
public sealed class ItemDraft
{
    private readonly Dictionary<PlanField, FieldDraft> _fields;

    private ItemDraft(Guid itemId, IEnumerable<(PlanField Field, string Value)> values) =>
        (ItemId, _fields) = (itemId, values.ToDictionary(v => v.Field, v => new FieldDraft(v.Field, v.Value)));

    public Guid ItemId { get; }

    /// <summary>Why it was not saved.</summary>
    public Refusal? Refusal { get; set; }

    public FieldDraft this[PlanField field] => _fields[field];

    public static ItemDraft Of(GoalShown goal) => new(goal.Id, ValuesOf(goal));

    public static ItemDraft Of(ActionShown action) => new(action.Id, ValuesOf(action));

    public static ItemDraft Of(StatementShown statement) => new(statement.Id, ValuesOf(statement));

    /// <summary>Takes over what others saved.</summary>
    /// <returns>False when the item is not in the plan any more.</returns>
    public bool Follow(PlanShown plan)
    {
        var values = plan.Goals.Where(g => g.Id == ItemId).SelectMany(ValuesOf)
            .Concat(plan.Actions.Where(a => a.Id == ItemId).SelectMany(ValuesOf))
            .Concat(plan.Statements.Where(s => s.Id == ItemId).SelectMany(ValuesOf))
            .ToList();
        foreach (var (field, value) in values)
        {
            _fields[field].Follow(value, plan.History.FirstOrDefault(c =>
                c.ItemId == ItemId && c.Field == field && c.Kind is (PlanChangeKind.Added or PlanChangeKind.Changed)));
        }

        return values.Count > 0;
    }

    public IReadOnlyList<PlanEdit> Edits() =>
        [.. _fields.Values.Where(f => f.IsTouched).Select(f => new PlanEdit(ItemId, f.Field, f.FirstShown, f.Wanted))];

    /// <summary>Which field a refusal speaks of; nothing when it is not about one.</summary>
    public static PlanField? FieldOf(Refusal? refusal) => refusal switch
    {
        PlanTextNeeded needed => needed.Field,
        PlanTextTooLong tooLong => tooLong.Field,
        PlanDueNotReal or PlanDueInThePast or PlanDueTooFar => PlanField.ActionDue,
        PlanOwnerHasNoPermission => PlanField.ActionOwner,
        PlanBlocksItself => PlanField.ActionBlockedBy,
        _ => null
    };

    private static IEnumerable<(PlanField Field, string Value)> ValuesOf(GoalShown goal) =>
        [(PlanField.GoalText, goal.Text), (PlanField.GoalStatus, goal.Status.ToString())];

    private static IEnumerable<(PlanField Field, string Value)> ValuesOf(ActionShown action) =>
    [
        (PlanField.ActionWhat, action.What), (PlanField.ActionOwner, PlanValues.Of(new PlanOwner(action.OwnerAgencyId, action.OwnerAccountId))),
        (PlanField.ActionDue, PlanValues.Of(action.Due)), (PlanField.ActionStatus, action.Status.ToString()),
        (PlanField.ActionBlockedBy, PlanValues.Of(action.BlockedBy))
    ];

    private static IEnumerable<(PlanField Field, string Value)> ValuesOf(StatementShown statement) =>
        [(PlanField.StatementText, statement.Text), (PlanField.StatementStatus, statement.Status.ToString())];
}
