using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// Takes the decision behind an entry once more: the same question, from what stood and was known at that instant, by today's
    /// rules. It opens nothing. Who may read the entry may learn how it came about.
    /// </summary>
    internal static async Task<(AccessDecision Decision, SharingFacts Facts)> ReplayAsync(
        GmConnectDbContext database, Resident resident, AccessEntry entry, CancellationToken cancellationToken)
    {
        var account = entry.Role is Role.PartnerSystem
            ? null
            : await database.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == entry.AccountId, cancellationToken);
        var actor = new Actor(entry.AccountId, "", entry.Role, entry.Role is Role.Resident ? account?.ResidentId : null, entry.AgencyId);
        var facts = (await LoadSharingFacts.LoadAsync(
            database, [resident], actor, entry.At, entry.Because is RefusedBecause.LogNotAnchored, cancellationToken))[resident.Id];
        var request = new AccessRequest(
            actor, resident.Id, entry.Category, entry.Act ?? (entry.Kind is AccessKind.Changed ? Act.Write : Act.Read), entry.Purpose, entry.Channel,
            entry.At, entry.PartsWanted, entry.Row);

        return (SharingDecision.Decide(request, facts), facts.Facts);
    }
}
