using System.Security.Cryptography;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Seals what is queued, the oldest first, batch by batch until nothing is left. A batch is one save: killed anywhere,
/// nothing is lost or sealed twice. Of several nodes at it at once one gets the number; the others start over.
/// </summary>
public sealed class SealEntries(
    IDbContextFactory<GmConnectDbContext> databases, Keyring keyring, AuditMeters meters, IOptions<AuditOptions> options, TimeProvider clock)
{
    /// <returns>How many were sealed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var size = Math.Clamp(options.Value.BatchSize, 1, AuditOptions.LargestBatch);
        for (var total = 0; ;)
        {
            var sealedNow = await databases.InOneSaveAsync(database => SealBatchAsync(database, size, cancellationToken), cancellationToken);
            total += sealedNow;
            meters.Sealed(sealedNow);
            if (sealedNow < size)
            {
                return total;
            }
        }
    }

    private async Task<int> SealBatchAsync(GmConnectDbContext database, int size, CancellationToken cancellationToken)
    {
        var queued = await QueuedAsync(database, size, cancellationToken);
        if (queued.Count == 0)
        {
            return 0;
        }

        var before = await database.Set<SealBatch>().AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(cancellationToken);
        var salts = RandomNumberGenerator.GetBytes(queued.Count * MerkleTree.SaltLength).Chunk(MerkleTree.SaltLength).ToList();
        var to = new CanonicalWriter();
        var leaves = queued.Select((q, position) => MerkleTree.Leaf(salts[position], q.Write(to).Written)).ToList();
        var batch = SealBatch.After(before, leaves, queued.Min(q => q.At), queued.Max(q => q.At), clock.UtcNow(), keyring.Key);

        database.ChangeTracker.AutoDetectChangesEnabled = false;
        database.Add(batch);
        database.AddRange(queued.Select((q, position) => new SealedEntry
        {
            BatchNumber = batch.Number, Position = position, EntryId = q.Unsealed.EntryId, Salt = salts[position], Leaf = leaves[position]
        }));
        database.RemoveRange(queued.Select(q => q.Unsealed));

        return queued.Count;
    }

    /// <summary>What stands in the queue wrongly, because its entry is gone or was sealed before, stays there for <see cref="VerifyLog"/> to find.</summary>
    private static async Task<List<Queued>> QueuedAsync(GmConnectDbContext database, int size, CancellationToken cancellationToken)
    {
        var unsealed = database.Set<UnsealedEntry>().AsNoTracking()
            .Where(u => !database.Set<SealedEntry>().Any(s => s.EntryId == u.EntryId));
        var entries = await (
            from u in unsealed
            join entry in database.Set<AccessEntry>() on u.EntryId equals entry.Id
            orderby u.At, u.EntryId
            select new Queued(u, entry, null)).Take(size).ToListAsync(cancellationToken);
        var destructions = await (
            from u in unsealed
            join destruction in database.Set<EntryDestruction>() on u.EntryId equals destruction.Id
            orderby u.At, u.EntryId
            select new Queued(u, null, destruction)).Take(size).ToListAsync(cancellationToken);

        return [.. entries.Concat(destructions).OrderBy(q => q.At).ThenBy(q => q.Unsealed.EntryId).Take(size)];
    }

    private sealed record Queued(UnsealedEntry Unsealed, AccessEntry? Entry, EntryDestruction? Destruction)
    {
        public DateTime At => Entry?.At ?? Destruction!.At;

        public CanonicalWriter Write(CanonicalWriter to) => Entry is null ? to.Write(Destruction!) : to.Write(Entry);
    }
}
