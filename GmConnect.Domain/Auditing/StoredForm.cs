using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Entries that stand in the database in another form than the service writes: a name or an id in other letters. Such an
/// entry may read, and so hash, as it was sealed, yet no question finds it: it is hidden from the resident's log.
/// </summary>
internal static class StoredForm
{
    /// <returns>The id, as far as it can be read, of one such entry.</returns>
    public static async Task<(bool Found, Guid? EntryId)> OtherAsync(GmConnectDbContext database, CancellationToken cancellationToken)
    {
        var id = await database.AccessEntriesInAnotherForm().FirstOrDefaultAsync(cancellationToken)
            ?? (await OtherNamesAsync(database, cancellationToken))?.ToString();

        return (id is not null, Guid.TryParse(id, out var readable) ? readable : null);
    }

    private static Task<Guid?> OtherNamesAsync(GmConnectDbContext database, CancellationToken cancellationToken)
    {
        var (roles, kinds, categories) = (Enum.GetValues<Role>(), Enum.GetValues<AccessKind>(), Enum.GetValues<DataCategory>());
        var (purposes, channels) = (Enum.GetValues<Purpose>(), Enum.GetValues<Channel>());
        GroundKind?[] grounds = [null, .. Enum.GetValues<GroundKind>()];
        Act?[] acts = [null, .. Enum.GetValues<Act>()];
        RefusedBecause?[] reasons = [null, .. Enum.GetValues<RefusedBecause>()];

        return database.Set<AccessEntry>().AsNoTracking()
            .Where(e => !EF.Constant(roles).Contains(e.Role) || !EF.Constant(kinds).Contains(e.Kind)
                || !EF.Constant(categories).Contains(e.Category) || !EF.Constant(purposes).Contains(e.Purpose)
                || !EF.Constant(channels).Contains(e.Channel) || !EF.Constant(grounds).Contains(e.Ground)
                || !EF.Constant(acts).Contains(e.Act) || !EF.Constant(reasons).Contains(e.Because))
            .Select(e => (Guid?)e.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
