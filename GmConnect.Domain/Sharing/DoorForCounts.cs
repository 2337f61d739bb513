using GmConnect.Domain.Agreements;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// How many residents' permissions in force at an instant lean on these flows: a number for each flow, in their order, and
    /// of all together. Nobody is looked at: the database counts, and no row leaves it.
    /// </summary>
    internal static async Task<(IReadOnlyList<int> Each, int Together)> CountLeaningAsync(
        GmConnectDbContext database, IReadOnlyList<Flow> flows, DateTime at, CancellationToken cancellationToken)
    {
        var counted = new Dictionary<(Guid, Purpose), int>();
        IQueryable<Guid>? everybody = null;
        // Agencies that lose the same parts are counted in one question: an agreement of many parties takes a few.
        foreach (var alike in flows.GroupBy(f => (f.Purpose, Parts: string.Join(',', f.Parts), IsWhole: f.Categories.Count > 0)))
        {
            var leaning = Leaning(database, [.. alike.Select(f => f.AgencyId)], alike.First(), at);
            everybody = everybody is null ? leaning.Select(c => c.ResidentId) : everybody.Union(leaning.Select(c => c.ResidentId));
            foreach (var found in await leaning
                .GroupBy(c => c.AgencyId)
                .Select(g => new { g.Key, Count = g.Select(c => c.ResidentId).Distinct().Count() })
                .ToListAsync(cancellationToken))
            {
                counted[(found.Key, alike.Key.Purpose)] = found.Count;
            }
        }

        return (
            [.. flows.Select(f => counted.GetValueOrDefault((f.AgencyId, f.Purpose)))],
            everybody is null ? 0 : await everybody.Distinct().CountAsync(cancellationToken));
    }

    /// <summary>A permission leans on its parts, and on whatever else flows once there is a permission at all.</summary>
    private static IQueryable<ConsentRecord> Leaning(GmConnectDbContext database, List<Guid> agencies, Flow flow, DateTime at)
    {
        var (purpose, parts, isWhole) = (flow.Purpose, flow.Parts.ToList(), flow.Categories.Count > 0);

        return InForce(database, at).Where(c =>
            agencies.Contains(c.AgencyId) && c.Purpose == purpose && (isWhole || c.Parts.Any(p => parts.Contains(p.Part))));
    }
}
