using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.CarePlans;

public class CarePlanTests
{
    private static readonly DateOnly _today = new(2026, 3, 12);
    private static readonly Guid _ann = Guid.CreateVersion7();
    private static readonly Guid _ben = Guid.CreateVersion7();

    private readonly CarePlan _plan = new() { ResidentId = Guid.CreateVersion7(), BegunAt = World.Start.UtcDateTime };
    private readonly Guid _action;
    private int _seconds;

    public CarePlanTests() => _action = Expect.Value(_plan.AddAction(null, "Bring a ramp", PlanOwner.Family, "2026-03-20", _today, By(_ann))).Id;

    [Fact]
    public void Apply_FieldNobodyElseTouched_IsSaved()
    {
        Assert.Empty(Apply(_ben, What("Bring a ramp", "Bring a ramp and a rail")));

        Assert.Equal("Bring a ramp and a rail", _plan.ValueOf(_action, PlanField.ActionWhat));
        var change = _plan.Changes[^1];
        Assert.Equal(
            (PlanChangeKind.Changed, "Bring a ramp", "Bring a ramp and a rail", _ben), (change.Kind, change.Was, change.Became, change.By));
    }

    [Fact]
    public void Apply_NothingChanged_LeavesNoTrace()
    {
        var before = _plan.Changes.Count;

        Assert.Empty(Apply(_ben, What("Bring a ramp", "Bring a ramp"), What("Bring a ramp", " Bring a ramp\r\n")));

        Assert.Equal(before, _plan.Changes.Count);
    }

    [Fact]
    public void Apply_SameFieldOtherWords_KeepsBothAndTheFirstStands()
    {
        Apply(_ann, What("Bring a ramp", "Bring a wooden ramp"));

        var clash = Assert.Single(Apply(_ben, What("Bring a ramp", "Bring a steel ramp"), Due("2026-03-20", "2026-03-21")));

        Assert.Equal("Bring a wooden ramp", _plan.ValueOf(_action, PlanField.ActionWhat));
        Assert.Equal("2026-03-21", _plan.ValueOf(_action, PlanField.ActionDue));
        Assert.Equal(
            (PlanChangeKind.Clashed, "Bring a wooden ramp", "Bring a steel ramp", _ben), (clash.Kind, clash.Was, clash.Became, clash.By));
    }

    [Fact]
    public void Apply_SameFieldSameWords_IsOneChange()
    {
        Apply(_ann, What("Bring a ramp", "Bring two ramps"));
        var before = _plan.Changes.Count;

        Assert.Empty(Apply(_ben, What("Bring a ramp", "Bring two ramps")));

        Assert.Equal(before, _plan.Changes.Count);
    }

    [Fact]
    public void Apply_SamePageTwice_ClashesOnce()
    {
        Apply(_ann, What("Bring a ramp", "Bring a wooden ramp"));

        var first = Assert.Single(Apply(_ben, What("Bring a ramp", "Bring a steel ramp")));
        var second = Assert.Single(Apply(_ben, What("Bring a ramp", "Bring a steel ramp")));

        Assert.Same(first, second);
        Assert.Single(_plan.Changes, c => c.Kind is PlanChangeKind.Clashed);
    }

    /// <summary>A form sends line ends as CR LF, and what it was first shown with them.</summary>
    [Fact]
    public void Apply_LineEndsOfAForm_AreNoClash()
    {
        Apply(_ann, What("Bring a ramp", "Bring a ramp\nand a rail"));

        Assert.Empty(Apply(_ben, What("Bring a ramp\r\nand a rail", "Bring a ramp\r\nand two rails")));

        Assert.Equal("Bring a ramp\nand two rails", _plan.ValueOf(_action, PlanField.ActionWhat));
    }

    [Fact]
    public void Apply_OneFieldRefused_ChangesNone()
    {
        var outcome = _plan.Apply([What("Bring a ramp", "Bring it today"), Due("2026-03-20", "2026-03-01")], _today, By(_ben));

        Expect.Refused<PlanDueInThePast, IReadOnlyList<PlanChange>>(outcome);
        Assert.Equal("Bring a ramp", _plan.ValueOf(_action, PlanField.ActionWhat));
    }

    [Fact]
    public void Apply_UnknownItem_IsPassedOver() =>
        Assert.Empty(Apply(_ben, new PlanEdit(Guid.CreateVersion7(), PlanField.GoalText, "a", "b"), new PlanEdit(_action, PlanField.GoalText, "a", "b")));

    [Fact]
    public void Settle_Mine_TakesItAndTheHistoryHoldsBoth()
    {
        var clash = Clash();

        Expect.Done(_plan.Settle(clash.Id, takeMine: true, By(_ben)));

        Assert.Equal("Bring a steel ramp", _plan.ValueOf(_action, PlanField.ActionWhat));
        Assert.Equal(
            [
                (PlanChangeKind.Added, "Bring a ramp"), (PlanChangeKind.Changed, "Bring a wooden ramp"),
                (PlanChangeKind.ClashWon, "Bring a steel ramp"), (PlanChangeKind.Changed, "Bring a steel ramp")
            ],
            _plan.Changes.Where(c => c.Field is PlanField.ActionWhat).Select(c => (c.Kind, c.Became)));
        Expect.Refused<PlanClashAlreadySettled>(_plan.Settle(clash.Id, takeMine: false, By(_ben)));
    }

    [Fact]
    public void Settle_Theirs_LeavesItAndKeepsMineInTheHistory()
    {
        var clash = Clash();

        Expect.Done(_plan.Settle(clash.Id, takeMine: false, By(_ben)));

        Assert.Equal("Bring a wooden ramp", _plan.ValueOf(_action, PlanField.ActionWhat));
        Assert.Equal((PlanChangeKind.ClashGivenUp, "Bring a steel ramp"), (clash.Kind, clash.Became));
    }

    [Fact]
    public void Settle_AnothersClash_IsNotFound()
    {
        var clash = Clash();

        Expect.Refused<NotFound>(_plan.Settle(clash.Id, takeMine: true, By(_ann)));
        Expect.Refused<NotFound>(_plan.Settle(Guid.CreateVersion7(), takeMine: true, By(_ben)));
        Assert.Equal(PlanChangeKind.Clashed, clash.Kind);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("2026-03-12", null)]
    [InlineData("2036-03-12", null)]
    [InlineData("2026-03-11", typeof(PlanDueInThePast))]
    [InlineData("2036-03-13", typeof(PlanDueTooFar))]
    [InlineData("2026-02-30", typeof(PlanDueNotReal))]
    [InlineData("12/03/2026", typeof(PlanDueNotReal))]
    [InlineData("soon", typeof(PlanDueNotReal))]
    public void Due_IsADayFromTodayToTenYears(string? due, Type? refusal) =>
        Assert.Equal(refusal, _plan.AddAction(null, "Call", PlanOwner.Family, due, _today, By(_ann)).Refusal?.GetType());

    [Theory]
    [InlineData(0, typeof(PlanTextNeeded))]
    [InlineData(1_000, null)]
    [InlineData(1_001, typeof(PlanTextTooLong))]
    public void Words_AreNeededAndAtMostAThousand(int length, Type? refusal)
    {
        var words = new string('م', length);

        Assert.Equal(refusal, _plan.AddGoal(words, _today, By(_ann)).Refusal?.GetType());
        Assert.Equal(refusal, _plan.AddAction(null, words, PlanOwner.Family, null, _today, By(_ann)).Refusal?.GetType());
        Assert.Equal(refusal, _plan.Apply([What("Bring a ramp", words)], _today, By(_ann)).Refusal?.GetType());
    }

    [Fact]
    public void Status_ThatIsNone_IsRefused()
    {
        Expect.Refused<PlanTextNeeded, IReadOnlyList<PlanChange>>(
            _plan.Apply([new(_action, PlanField.ActionStatus, "ToDo", "Sleeping")], _today, By(_ann)));
        Expect.Refused<PlanTextNeeded, IReadOnlyList<PlanChange>>(
            _plan.Apply([new(_action, PlanField.ActionStatus, "ToDo", "77")], _today, By(_ann)));
        Assert.Empty(Apply(_ann, new PlanEdit(_action, PlanField.ActionStatus, "ToDo", "Done")));
        Assert.Equal("Done", _plan.ValueOf(_action, PlanField.ActionStatus));
    }

    [Fact]
    public void BlockedBy_NeverMakesAnActionWaitForItself()
    {
        var (second, third) = (AddAction("Measure the door"), AddAction("Order the ramp"));
        Assert.Empty(Apply(_ann, Blocked(_action, "", third)));
        Assert.Empty(Apply(_ann, Blocked(third, "", second)));

        foreach (var (action, first) in new[] { (second, _action), (second, third), (second, second), (second, Guid.NewGuid()), (second, _plan.Id) })
        {
            Expect.Refused<PlanBlocksItself, IReadOnlyList<PlanChange>>(_plan.Apply([Blocked(action, "", first)], _today, By(_ann)));
        }

        Expect.Refused<PlanBlocksItself, IReadOnlyList<PlanChange>>(
            _plan.Apply([new(second, PlanField.ActionBlockedBy, "", "the other one")], _today, By(_ann)));
        Assert.True(_plan.IsBlocked(_plan.Actions.Single(a => a.Id == _action)));
        Assert.Empty(Apply(_ann, new PlanEdit(third, PlanField.ActionStatus, "ToDo", "Done")));
        Assert.False(_plan.IsBlocked(_plan.Actions.Single(a => a.Id == _action)));
        Assert.Empty(Apply(_ann, Blocked(third, PlanValues.Of((Guid?)second), null)));
        Assert.Empty(Apply(_ann, Blocked(second, "", third)));
    }

    [Theory]
    [InlineData(0, typeof(PlanTextNeeded))]
    [InlineData(1_000, null)]
    [InlineData(1_001, typeof(PlanTextTooLong))]
    public void Statement_HasWords_AndAState(int length, Type? refusal)
    {
        var added = _plan.AddStatement(StatementKind.Strength, new string('م', length), _today, By(_ann));

        Assert.Equal(refusal, added.Refusal?.GetType());
        if (added.Succeeded)
        {
            Assert.Empty(Apply(_ben, new PlanEdit(added.Value.Id, PlanField.StatementStatus, "Standing", "NoLonger")));
            Assert.Equal(StatementStatus.NoLonger, added.Value.Status);
            Expect.Refused<PlanTextNeeded, IReadOnlyList<PlanChange>>(
                _plan.Apply([new(added.Value.Id, PlanField.StatementStatus, "NoLonger", "Perhaps")], _today, By(_ben)));
        }
    }

    [Theory]
    [InlineData(AgreedWith.Person, null, true, null, 1, null)]
    [InlineData(AgreedWith.Person, null, true, null, 365, null)]
    [InlineData(AgreedWith.Person, null, true, null, 366, typeof(PlanReviewDayWrong))]
    [InlineData(AgreedWith.Person, null, true, null, 0, typeof(PlanReviewDayWrong))]
    [InlineData(AgreedWith.Person, null, true, null, null, typeof(PlanReviewDayWrong))]
    [InlineData(AgreedWith.Person, null, false, " ", 30, typeof(PlanNotAgreedNeedsWhy))]
    [InlineData(AgreedWith.Person, null, false, "Not the frame.", 30, null)]
    [InlineData(AgreedWith.Representative, " ", true, null, 30, typeof(PlanAgreedWithNeeded))]
    [InlineData(AgreedWith.Representative, "Helen", true, null, 30, null)]
    public void Review_SaysWithWhomAndWhenAgain(AgreedWith with, string? name, bool agreed, string? why, int? days, Type? refusal)
    {
        var review = _plan.Review(new(with, name, agreed, why, days is { } ahead ? _today.AddDays(ahead) : null), _today, By(_ann));

        Assert.Equal(refusal, review.Refusal?.GetType());
        Assert.Equal(refusal is null, _plan.LastReview is not null);
    }

    [Fact]
    public void Comment_OnWhatIsNotInThePlan_IsOnThePlan()
    {
        Expect.Refused<PlanCommentNeeded, PlanComment>(_plan.Comment(null, " ", By(_ann)));
        Expect.Refused<PlanCommentNeeded, PlanComment>(_plan.Comment(null, new string('x', 1_001), By(_ann)));

        Assert.Equal(_action, Expect.Value(_plan.Comment(_action, "Good.", By(_ann))).ItemId);
        Assert.Null(Expect.Value(_plan.Comment(Guid.NewGuid(), "Good.", By(_ann))).ItemId);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("0198a0c0-0000-7000-8000-000000000001", "0198a0c0000070008000000000000001")]
    [InlineData("0198a0c0-0000-7000-8000-000000000001:0198a0c0-0000-7000-8000-000000000002", "0198a0c0000070008000000000000001:0198a0c0000070008000000000000002")]
    [InlineData("0198a0c0-0000-7000-8000-000000000001:", null)]
    [InlineData(":0198a0c0-0000-7000-8000-000000000002", null)]
    [InlineData("somebody", null)]
    public void Owner_IsAnAgencyOrOneOfItsWorkers(string typed, string? stored)
    {
        var read = PlanValues.Read(PlanField.ActionOwner, typed, _today);

        Assert.Equal(stored, read.Value);
        Assert.True(stored is not null || read.Refusal is PlanOwnerHasNoPermission);
        Assert.Equal(stored ?? "", PlanValues.Of(PlanValues.Owner(typed)));
    }

    private Guid AddAction(string what) => Expect.Value(_plan.AddAction(null, what, PlanOwner.Family, null, _today, By(_ann))).Id;

    private static PlanEdit Blocked(Guid action, string shown, Guid? by) => new(action, PlanField.ActionBlockedBy, shown, PlanValues.Of(by));

    private PlanChange Clash()
    {
        Apply(_ann, What("Bring a ramp", "Bring a wooden ramp"));

        return Assert.Single(Apply(_ben, What("Bring a ramp", "Bring a steel ramp")));
    }

    private PlanEdit What(string shown, string wanted) => new(_action, PlanField.ActionWhat, shown, wanted);

    private PlanEdit Due(string shown, string wanted) => new(_action, PlanField.ActionDue, shown, wanted);

    private IReadOnlyList<PlanChange> Apply(Guid by, params PlanEdit[] edits) => Expect.Value(_plan.Apply(edits, _today, By(by)));

    private Stamp By(Guid account) => new(account, World.Start.UtcDateTime.AddSeconds(_seconds++));
}
