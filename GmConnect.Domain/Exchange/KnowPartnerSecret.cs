using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// The secret that a partner was given, for the simulated partners of the demonstration alone: a real one keeps its own.
/// </summary>
public sealed class KnowPartnerSecret(IDbContextFactory<GmConnectDbContext> databases)
{
    /// <returns>Nothing when no system of that agency is connected.</returns>
    public async Task<string?> OfAsync(string agencyCode, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await (
            from partner in database.PartnerSystems.AsNoTracking()
            join agency in database.Agencies on partner.AgencyId equals agency.Id
            where agency.Code == agencyCode && !partner.IsRevoked
            select partner.Secret).SingleOrDefaultAsync(cancellationToken);
    }
}
