using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.CarePlans;

internal static class CarePlanSubjects
{
    public static readonly Subject<CarePlan> Plan = new(
        DataCategory.Plan,
        plans => plans.Include(p => p.Goals).Include(p => p.Actions).Include(p => p.Changes).AsSplitQuery());
}
