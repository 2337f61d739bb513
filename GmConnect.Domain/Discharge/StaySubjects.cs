using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

internal static class StaySubjects
{
    /// <summary>Leaving hospital is part of the one plan: who may see that, sees this.</summary>
    public static readonly Subject<HospitalStay> Stay = new(
        DataCategory.Plan,
        stays => stays.Include(s => s.ExpectedDates).Include(s => s.Reviews).Include(s => s.Pathways).Include(s => s.Blockers)
            .Include(s => s.CarersTold).Include(s => s.Doses).AsSplitQuery());

    /// <summary>From when to when.</summary>
    public static readonly Subject<HospitalStay> Bare = new(DataCategory.Plan);
}
