using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.CarePlans;

internal static class CarePlanSubjects
{
    public static readonly Subject<CarePlan> Plan = new(
        DataCategory.Plan,
        // A plan of years has thousands of changes, and only the clashes that wait bear on what it is now.
        plans => plans.Include(p => p.Goals).Include(p => p.Actions).Include(p => p.Statements).Include(p => p.Reviews)
            .Include(p => p.Changes.Where(c => c.Kind == PlanChangeKind.Clashed)).AsSplitQuery());

    /// <summary>That there is one.</summary>
    public static readonly Subject<CarePlan> Bare = new(DataCategory.Plan);

    /// <summary>Of its actions only those that follow from a stay in hospital.</summary>
    public static readonly Subject<CarePlan> Leaving = new(DataCategory.Plan, plans => plans.Include(p => p.Actions.Where(a => a.StayId != null)));

    /// <summary>Of its actions those that are open, and those named: after years most are over, and nobody asks for them.</summary>
    public static Subject<CarePlan> Standing(IReadOnlyCollection<Guid> named) => new(
        DataCategory.Plan,
        plans => plans.Include(p => p.Goals).Include(p => p.Statements).Include(p => p.Reviews)
            .Include(p => p.Actions.Where(a => a.Status == ActionStatus.ToDo || a.Status == ActionStatus.UnderWay || named.Contains(a.Id)))
            .Include(p => p.Changes.Where(c => c.Kind == PlanChangeKind.Clashed)).AsSplitQuery());
}
