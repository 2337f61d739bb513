using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// Who fits, among those that the asker may see or could see by an override. Whoever else fits is not told apart from nobody. Each one
    /// told of leaves an entry; so does the attempt at each one not told of.
    /// </summary>
    internal async Task<IReadOnlyList<(Guid ResidentId, AccessDecision Decision)>> SearchAsync(
        GmConnectDbContext database,
        Func<IQueryable<Resident>, IQueryable<Resident>> preFilter,
        Func<Resident, bool> fits,
        Asking asking,
        CancellationToken cancellationToken)
    {
        var candidates = (await preFilter(database.Set<Resident>().AsNoTracking().Where(r => r.ErasedAt == null)).ToListAsync(cancellationToken)).Where(fits).ToList();
        var at = clock.UtcNow();
        var facts = await LoadAsync(database, candidates, asking.Actor, at, cancellationToken);
        var decided = candidates.Select(c => Decide(c.Id, new(DataCategory.Identity), asking, at, facts[c.Id])).ToList();
        await RecordAsync(database, decided, asking, AccessKind.Searched, cancellationToken);

        return [.. decided.Where(d => d.Decision.Permits || d.Decision.Overridable).Select(d => (d.Request.ResidentId, d.Decision))];
    }

    /// <summary>Whether an override by this worker would open anything of the person. It is asked by who makes one; what they then see leaves its own entries.</summary>
    internal async Task<Resident?> MayOverrideAsync(
        GmConnectDbContext database, Guid residentId, Actor actor, CancellationToken cancellationToken)
    {
        var resident = await database.Set<Resident>().SingleOrDefaultAsync(r => r.Id == residentId && r.ErasedAt == null, cancellationToken);
        if (resident is null)
        {
            return null;
        }

        var at = clock.UtcNow();
        var asking = Asking.ToRead(actor);
        var facts = (await LoadAsync(database, [resident], actor, at, cancellationToken))[residentId];
        var asked = new[] { DataCategory.Identity, DataCategory.StoryPart, DataCategory.CaseHeader }
            .Select(category => Decide(residentId, new(category), asking, at, facts)).ToList();
        if (asked.Any(a => a.Decision.Overridable))
        {
            return resident;
        }

        // What they may see already they did not see now.
        var because = asked.Select(a => a.Decision.Because).FirstOrDefault(b => b is not null) ?? RefusedBecause.RoleHasNoAccess;
        await RecordAsync(database, [(asked[0].Request, AccessDecision.Refuse(because))], asking, AccessKind.Looked, cancellationToken);

        return null;
    }
}
