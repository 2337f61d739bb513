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
}
