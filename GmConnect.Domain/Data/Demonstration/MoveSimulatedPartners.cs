using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// The simulated partners are played by whichever process serves the demonstration: their addresses follow it, wherever the
/// world was seeded. A partner that somebody connected to another system stays there.
/// </summary>
public sealed class MoveSimulatedPartners(IDbContextFactory<GmConnectDbContext> databases)
{
    internal const string Path = "/simulated-partners/";

    /// <param name="servedAt">Without a slash at the end: "http://127.0.0.1:5080".</param>
    /// <returns>How many moved.</returns>
    public async Task<int> ExecuteAsync(string servedAt, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.Set<DemonstrationMark>().AnyAsync(cancellationToken))
        {
            return 0;
        }

        foreach (var partner in await database.PartnerSystems.Where(p => p.Address.Contains(Path)).ToListAsync(cancellationToken))
        {
            partner.Address = servedAt + partner.Address[partner.Address.IndexOf(Path, StringComparison.Ordinal)..];
        }

        return await database.SaveChangesAsync(cancellationToken);
    }
}
