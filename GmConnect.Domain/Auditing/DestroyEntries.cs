using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>An entry that is not sealed yet cannot be destroyed: nothing would say that it ever was.</summary>
public sealed record EntryNotSealed : Refusal;

/// <summary>
/// Destroys entries under a retention rule. Their places in the seal stay, without salt; a signed record of each destruction
/// is queued to be sealed in the same save, so that verifying can tell it from a deletion.
/// </summary>
public sealed class DestroyEntries(Keyring keyring)
{
    public const int AtMost = 500;

    /// <param name="entryIds">At most <see cref="AtMost"/>; the caller saves. What was destroyed before is passed over.</param>
    /// <param name="rule">The name of the retention rule, not of a person.</param>
    public async Task<Outcome> ExecuteAsync(
        GmConnectDbContext database, IReadOnlyCollection<Guid> entryIds, string rule, Stamp stamp, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entryIds.Count, AtMost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rule.Length, EntryDestruction.RuleMaxLength);
        var entries = await database.Set<AccessEntry>().Where(e => entryIds.Contains(e.Id)).ToListAsync(cancellationToken);
        var ids = entries.Select(e => e.Id).ToList();
        var places = await database.Set<SealedEntry>().Where(s => ids.Contains(s.EntryId)).ToListAsync(cancellationToken);
        if (places.Count < entries.Count)
        {
            return new EntryNotSealed();
        }

        foreach (var place in places)
        {
            place.Salt = null;
        }

        database.RemoveRange(entries);
        database.AddRange(entries.Select(e => EntryDestruction.Of(e.Id, rule, stamp, keyring.Key)));

        return Outcome.Done;
    }
}
