using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// What the family's log does not show yet: looks on a ground that is withheld, and for an override also the search that led
/// to it. Who made the override, and when, is how that search is known.
/// </summary>
internal static class Withheld
{
    private static readonly TimeSpan _searchedBefore = TimeSpan.FromHours(1);

    public static IQueryable<AccessEntry> WithoutWithheld(
        this IQueryable<AccessEntry> entries, IReadOnlyCollection<StandingFact> standing, DateTime now)
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
