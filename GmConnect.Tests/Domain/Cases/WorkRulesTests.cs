using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Cases;

public class WorkRulesTests
{
    private static readonly Guid _case = Guid.CreateVersion7();
    private static readonly Guid _ours = Guid.CreateVersion7();
    private static readonly Guid _me = Guid.CreateVersion7();

    /// <summary>A Friday before a long weekend: Monday 4 May 2026 is a bank holiday.</summary>
    private static readonly DateTime _friday = new(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-05-01T09:00", WorkUrgency.Late)]
    [InlineData("2026-05-01T09:01", WorkUrgency.Today)]
    [InlineData("2026-05-01T23:00", WorkUrgency.Today)]
    // The day ends at midnight in London, which is 23:00 in summer.
    [InlineData("2026-05-01T23:01", WorkUrgency.Soon)]
    [InlineData("2026-05-05T23:00", WorkUrgency.Soon)]
    [InlineData("2026-05-05T23:01", WorkUrgency.Later)]
    [InlineData(null, WorkUrgency.SomeDay)]
    public void Urgency_IsOfTheDayInLondon_AndTheNextWorkingDay(string? due, WorkUrgency urgency) =>
        Assert.Equal(urgency, WorkRules.UrgencyOf(due is null ? null : DateTime.SpecifyKind(DateTime.Parse(due, null), DateTimeKind.Utc), _friday));

    /// <summary>Who must do an action, and from when its being late is the lead's too.</summary>
    [Theory]
    [InlineData(true, true, "2026-04-01", false, WorkKind.PlanAction)]
    [InlineData(true, false, "2026-04-01", false, WorkKind.PlanAction)]
    [InlineData(true, null, null, true, WorkKind.PlanAction)]
    [InlineData(false, null, "2026-04-01", false, null)]
    // Due on Tuesday; two working days late when Thursday is over.
    [InlineData(false, null, "2026-04-28", true, WorkKind.EscalatedAction)]
    [InlineData(false, null, "2026-04-29", true, null)]
    [InlineData(false, null, null, true, null)]
    public void Action_IsWhoseItIs_AndEscalatesToTheLead(bool ours, bool? mine, string? due, bool leads, WorkKind? kind)
    {
        var plan = NewPlan();
        var owner = new PlanOwner(ours ? _ours : Guid.NewGuid(), mine is true ? _me : null);
        Expect.Value(plan.AddAction(null, "Call", owner, due, new DateOnly(2026, 3, 1), By()));

        var tasks = WorkRules.OfPlan(plan, "George", _case, _ours, _me, leads, _friday, _friday).Where(t => t.Kind is not WorkKind.AgreePlan).ToList();

        Assert.Equal(kind is null ? [] : [kind.Value], tasks.Select(t => t.Kind));
        Assert.All(tasks, t => Assert.Equal(due is null ? null : LondonTime.EndOf(DateOnly.Parse(due, null)), t.DueAt));
    }

    [Fact]
    public void Action_ThatIsAColleagues_OrOver_IsNoTask()
    {
        var plan = NewPlan();
        Expect.Value(plan.AddAction(null, "Call", new PlanOwner(_ours, Guid.NewGuid()), null, new DateOnly(2026, 3, 1), By()));
        var done = Expect.Value(plan.AddAction(null, "Ring", new PlanOwner(_ours), null, new DateOnly(2026, 3, 1), By()));
        Expect.Value(plan.Apply([new(done.Id, PlanField.ActionStatus, "ToDo", "NotNeeded")], new DateOnly(2026, 3, 1), By()));

        Assert.Empty(WorkRules.OfPlan(plan, "George", _case, _ours, _me, false, _friday, _friday));
    }

    [Fact]
    public void Lead_AgreesThePlanWithinFourWeeks_ThenReviewsIt()
    {
        var plan = NewPlan();
        var first = Assert.Single(WorkRules.OfPlan(plan, "George", _case, _ours, _me, true, _friday, _friday));
        Assert.Equal((WorkKind.AgreePlan, LondonTime.EndOf(new DateOnly(2026, 5, 29))), (first.Kind, first.DueAt));

        Expect.Value(plan.Review(new(AgreedWith.Person, null, true, null, new DateOnly(2026, 8, 1)), new DateOnly(2026, 5, 1), By()));
        var next = Assert.Single(WorkRules.OfPlan(plan, "George", _case, _ours, _me, true, _friday, _friday));
        Assert.Equal((WorkKind.ReviewPlan, LondonTime.EndOf(new DateOnly(2026, 8, 1))), (next.Kind, next.DueAt));
    }

    [Fact]
    public void Case_AsksWhoMustAgree_AndTheLeadWhenThePermissionEnds()
    {
        var file = Expect.Value(CaseFile.Open(Guid.NewGuid(), _ours, "Home safely", "leads", By()));
        var manager = Guid.CreateVersion7();
        Expect.Done(file.Close(new(CaseClosedBecause.GoalsReached, "He is home.", 0, false, [manager]), 1, new(_me, _friday)));

        var asked = Assert.Single(WorkRules.OfCase(file, "George", manager, _friday.AddDays(3), _friday));
        Assert.Equal((WorkKind.AnswerClosing, LondonTime.EndOf(new DateOnly(2026, 5, 6))), (asked.Kind, asked.DueAt));
        Assert.Empty(WorkRules.OfCase(file, "George", _me, _friday.AddDays(31), _friday));
        var ends = Assert.Single(WorkRules.OfCase(file, "George", _me, _friday.AddDays(30), _friday));
        Assert.Equal((WorkKind.PermissionEnds, _friday.AddDays(30)), (ends.Kind, ends.DueAt));
    }

    /// <summary>The order never depends on where a task came from: any shuffle gives the same list, and nothing undated comes before a date.</summary>
    [Fact]
    public void Order_IsByWhatBreachesFirst_HoweverTheyCome()
    {
        var tasks = Enumerable.Range(0, 40).Select(i => new WorkTask(
            (WorkKind)(i % 9), "George", _case, null, Guid.NewGuid(), null, i % 5 == 0 ? null : _friday.AddHours(i % 7), WorkUrgency.Later)).ToList();
        var ordered = WorkRules.InOrder(tasks);

        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(ordered, WorkRules.InOrder(tasks.OrderBy(t => HashCode.Combine(seed, t.ItemId))));
        }

        Assert.Equal(ordered.Select(t => t.DueAt ?? DateTime.MaxValue).Order(), ordered.Select(t => t.DueAt ?? DateTime.MaxValue));
    }

    private static CarePlan NewPlan() => new() { ResidentId = Guid.CreateVersion7(), BegunAt = _friday };

    private static Stamp By() => new(_me, _friday);
}
