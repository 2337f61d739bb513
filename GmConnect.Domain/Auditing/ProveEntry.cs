using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>A proof of one entry of their own log for a resident or who acts for them, to keep and to check without us.</summary>
public sealed class ProveEntry(IDbContextFactory<GmConnectDbContext> databases, Door door, Keyring keyring, IOptions<AuditOptions> options)
{
    public Task<Outcome<EntryProof>> ExecuteAsync(Guid entryId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<EntryProof>>(async database =>
        {
            var opened = await door.OpenAsync<AccessEntry>(database, entryId, Asking.ToRead(actor, Purpose.OwnRecord), cancellationToken);

            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            // What the log withholds has no proof either.
            var log = opened.Value.With(opened.Value.Resident);
            var shown = await door.ShownOfAsync(database, log, rows => rows.Where(e => e.Id == entryId), cancellationToken);

            return shown.Count == 0 ? NotFound.Instance : await MakeAsync(database, shown[0], cancellationToken);
        }, cancellationToken);

    /// <summary>Past the door and without a look in the log: for the operator's command alone, which no page calls.</summary>
    public async Task<Outcome<EntryProof>> UnsafeOfAnyAsync(Guid entryId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entry = await database.Set<AccessEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == entryId, cancellationToken);

        return entry is null ? NotFound.Instance : await MakeAsync(database, entry, cancellationToken);
    }

    private async Task<Outcome<EntryProof>> MakeAsync(GmConnectDbContext database, AccessEntry entry, CancellationToken cancellationToken)
    {
        var place = await database.Set<SealedEntry>().AsNoTracking().SingleOrDefaultAsync(s => s.EntryId == entry.Id, cancellationToken);
        if (place?.Salt is null)
        {
            return new EntryNotSealed();
        }

        var batch = await database.Set<SealBatch>().AsNoTracking().SingleAsync(b => b.Number == place.BatchNumber, cancellationToken);
        var leaves = await database.Set<SealedEntry>().AsNoTracking()
            .Where(s => s.BatchNumber == batch.Number).OrderBy(s => s.Position).Select(s => s.Leaf)
            .ToListAsync(cancellationToken);
        var key = keyring.Find(batch.KeyId)
            ?? throw new InvalidOperationException($"The public key {batch.KeyId} is in neither Audit:Key nor Audit:PublicKeys.");

        return new EntryProof(
            EntryProof.Version1,
            SealedText.Of(new CanonicalWriter().Write(entry).Written),
            Convert.ToBase64String(place.Salt),
            place.Position,
            [.. MerkleTree.Path(leaves, place.Position).Select(Convert.ToHexStringLower)],
            SealedText.Of(batch.Header()),
            Convert.ToBase64String(batch.Signature),
            key.Pem,
            HeadOf(batch));
    }

    private Head? HeadOf(SealBatch batch) => options.Value.Anchors
        .Select(path => new AnchorFile(path).Read().FirstOrDefault(head => head.IsOf(batch)))
        .FirstOrDefault(head => head is not null);
}
