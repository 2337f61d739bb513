using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Residents;
using GmConnect.Web.Staff.CarePlans;

namespace GmConnect.Tests.Web.Staff.CarePlans;

public class ItemDraftTests
{
    private static readonly ActionShown Rails =
        new(Guid.NewGuid(), null, "Grab rails", null, null, null, new DateOnly(2026, 3, 20), ActionStatus.ToDo, false, null, false);

    [Fact]
    public void FieldNobodyTypedInYet_SaysWhatHappened_AndIsNoEdit()
    {
        var draft = ItemDraft.Of(Rails);

        draft.Follow(Plan(Rails with { What = "Grab rails on both sides" }));

        Assert.True(draft[PlanField.ActionWhat].ChangedMeanwhile);
        Assert.Empty(draft.Edits());
    }

    [Fact]
    public void LettersThatWereOnTheirWay_AreComparedWithWhatTheirWriterSaw()
    {
        var draft = ItemDraft.Of(Rails);

        draft.Follow(Plan(Rails with { What = "Two rails" }));
        draft[PlanField.ActionWhat].Wanted = "Grab rails, please";

        Assert.Equal(new PlanEdit(Rails.Id, PlanField.ActionWhat, "Grab rails", "Grab rails, please"), Assert.Single(draft.Edits()));
    }

    [Fact]
    public void FieldTypedIn_KeepsItsWordsAndWhatWasFirstShown_AndNamesWhoChangedIt()
    {
        var draft = ItemDraft.Of(Rails);
        draft[PlanField.ActionWhat].Wanted = "One rail";

        draft.Follow(Plan(Rails with { What = "Two rails" }, By(Rails.Id, "Two rails")));

        var field = draft[PlanField.ActionWhat];
        Assert.True(field.ChangedMeanwhile);
        Assert.Equal(("Two rails", "Amira Khan"), (field.StandsNow, field.ChangedBy?.Who));
        Assert.Equal(new PlanEdit(Rails.Id, PlanField.ActionWhat, "Grab rails", "One rail"), Assert.Single(draft.Edits()));
    }

    [Fact]
    public void TheSameWordsTwice_AreNoNotice()
    {
        var draft = ItemDraft.Of(Rails);
        draft[PlanField.ActionWhat].Wanted = "Two rails";

        draft.Follow(Plan(Rails with { What = "Two rails" }));

        Assert.False(draft[PlanField.ActionWhat].ChangedMeanwhile);
    }

    [Fact]
    public void OnlyWhatWasTouched_IsSaved()
    {
        var draft = ItemDraft.Of(Rails);
        draft[PlanField.ActionDue].Wanted = "";
        draft[PlanField.ActionStatus].Wanted = nameof(ActionStatus.ToDo);

        Assert.Equal([PlanField.ActionDue], draft.Edits().Select(edit => edit.Field));
    }

    [Fact]
    public void ItemThatLeftThePlan_SaysSo() => Assert.False(ItemDraft.Of(Rails).Follow(Plan(null)));

    private static ChangeShown By(Guid item, string became) =>
        new(item, new DateTime(2026, 3, 12, 14, 2, 0, DateTimeKind.Utc), "Amira Khan", PlanField.ActionWhat, PlanChangeKind.Changed, "Grab rails", became);

    private static PlanShown Plan(ActionShown? action, params ChangeShown[] history) => new(
        Guid.NewGuid(), new WhoItIs(Guid.NewGuid(), "", "", default, null, null, null), true, [], action is null ? [] : [action], [], history, []);
}
