using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// Whom the asker acts for and may see, each with the widest of the delegations that make them so. Somebody with money matters
    /// alone may not read delegations, and still knows for whom they act.
    /// </summary>
    internal async Task<IReadOnlyList<(Opened<Resident> Person, Delegation Under)>> ActedForAsync(
        GmConnectDbContext database, int length, Asking asking, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var delegations = await database.Set<Delegation>().AsNoTracking()
            .Where(d => d.DelegateId == asking.Actor.AccountId && d.From <= at && d.Until > at && (d.EndedAt == null || d.EndedAt > at))
            .OrderBy(d => d.Id).Take(length)
            .ToListAsync(cancellationToken);
        var ids = delegations.Select(d => d.ResidentId).Distinct().ToList();
        var residents = await database.Set<Resident>().Where(r => ids.Contains(r.Id) && r.ErasedAt == null).ToListAsync(cancellationToken);
        var facts = await LoadAsync(database, residents, asking.Actor, at, cancellationToken);
        var permitted = (
            from resident in residents
            let decided = Decide(resident.Id, new(DataCategory.Identity), asking, at, facts[resident.Id])
            where decided.Decision.Permits
            select new Opened<Resident>(resident, resident, decided.Request, decided.Decision, asking.View) { Facts = facts[resident.Id] }).ToList();
        await RecordAsync(database, [.. permitted.Select(p => (p.Request, p.Decision))], asking, AccessKind.Listed, cancellationToken);

        return [.. permitted.Select(p => (p, delegations.Where(d => d.ResidentId == p.Resident.Id).MaxBy(d => d.Scope)!))];
    }
}
