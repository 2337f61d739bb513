using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Households;

/// <summary>A case that closes is nobody's together any more.</summary>
public sealed class EndHouseholds(Door door)
{
    internal async Task ExecuteAsync(GmConnectDbContext database, CaseFile closed, Stamp stamp, CancellationToken cancellationToken)
    {
        var places = await door.UnsafeAllOfAsync<HouseholdPlace>(database, closed.ResidentId, cancellationToken);
        foreach (var place in places.Where(p => p.CaseFileId == closed.Id && !p.IsOver))
        {
            place.End(await door.OtherSideAsync(database, place, cancellationToken), stamp);
            database.TellBoth(place);
        }
    }
}
