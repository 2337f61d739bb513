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

    public CarePlanTests() => _action = Expect.Value(_plan.AddAction(null, "Bring a ramp", null, "2026-03-20", _today, By(_ann))).Id;

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
        Assert.Equal(_ann, _plan.LastChangeOf(_action, PlanField.ActionWhat)!.By);
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
        Assert.Equal(refusal, _plan.AddAction(null, "Call", null, due, _today, By(_ann)).Refusal?.GetType());

    [Theory]
    [InlineData(0, typeof(PlanTextNeeded))]
    [InlineData(1_000, null)]
    [InlineData(1_001, typeof(PlanTextTooLong))]
    public void Words_AreNeededAndAtMostAThousand(int length, Type? refusal)
    {
        var words = new string('م', length);

        Assert.Equal(refusal, _plan.AddGoal(words, _today, By(_ann)).Refusal?.GetType());
        Assert.Equal(refusal, _plan.AddAction(null, words, null, null, _today, By(_ann)).Refusal?.GetType());
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
