using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

internal static class RightsSubjects
{
    public static readonly Subject<AccessPack> Pack = new(DataCategory.Rights, packs => packs.Include(p => p.Decisions));
}
