using GmConnect.Domain.Data;
using GmConnect.Domain.Households;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// What those are called with whom somebody is asked to be, or is, on a case: each was told so before they were asked, and it is no
    /// more than a name. Of who is protected nothing, and of who is known no longer.
    /// </summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> NamesOfOthersAsync(
        GmConnectDbContext database, IReadOnlyCollection<HouseholdPlace> places, DateTime at, CancellationToken cancellationToken)
    {
        var ids = places.Select(p => p.OtherId).Distinct().ToList();
        var names = new Dictionary<Guid, string>();
        foreach (var other in await database.Set<Resident>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.ErasedAt == null).ToListAsync(cancellationToken))
        {
            if (await SystemsMayKnowPlaceAsync(database, other, at, cancellationToken))
            {
                names[other.Id] = other.FullName;
            }
        }

        return names;
    }
}
