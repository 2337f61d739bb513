using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// What the family's log does not show yet: looks on a ground that is withheld, and for an override also the search that led
/// to it. Who made the override, and when, is how that search is known.
/// </summary>
internal static class Withheld
{
    private static readonly TimeSpan _searchedBefore = TimeSpan.FromHours(1);

    /// <summary>What of a log that was just entered the family may read now.</summary>
    public static async Task<IReadOnlyList<AccessEntry>> ShownOfAsync(
        this Door door,
        GmConnectDbContext database,
        Opened<Resident> log,
        Func<IQueryable<AccessEntry>, IQueryable<AccessEntry>> page,
        CancellationToken cancellationToken)
    {
        var standing = await door.UnsafeAllOfAsync<StandingFact>(database, log.Resident.Id, cancellationToken);

        return await door.PageOfAsync<AccessEntry>(database, log, rows => page(Without(rows, standing, log.Request.At)), cancellationToken);
    }

    private static IQueryable<AccessEntry> Without(
        IQueryable<AccessEntry> entries, IReadOnlyCollection<StandingFact> standing, DateTime now)
    {
        foreach (var withheld in standing.OfType<LogWithheld>().Where(w => w.IsInForce(now)))
        {
            var ground = withheld.GroundId.ToString("N");
            entries = entries.Where(e => !e.GroundFacts.Contains(ground));
            if (standing.OfType<OverrideMade>().SingleOrDefault(o => o.Id == withheld.GroundId) is { } made)
            {
                var (worker, from, until) = (made.AccountId, made.From - _searchedBefore, made.Until);
                entries = entries.Where(e => e.AccountId != worker || e.At < from || e.At >= until);
            }
        }

        return entries;
    }
}
