using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>Batches whose own data are right, with what must hold of the entries in them.</summary>
internal sealed record BatchToCheck(SealBatch Batch, DateTime NotBefore, DateTime NotAfter);

internal sealed record RowsChecked(long Entries, long Destroyed, Breach? Breach);

/// <summary>Checks what is sealed in a run of batches, as a stream: only the leaves of one batch are held.</summary>
internal sealed class SealedRows(GmConnectDbContext database, Keyring keyring)
{
    private readonly CanonicalWriter _to = new();

    public async Task<RowsChecked> CheckAsync(IReadOnlyList<BatchToCheck> batches, CancellationToken cancellationToken)
    {
        if (batches.Count == 0)
        {
            return new RowsChecked(0, 0, null);
        }

        var (first, last) = (batches[0].Batch.Number, batches[^1].Batch.Number);
        var rows = (
            from s in database.Set<SealedEntry>().AsNoTracking()
            where s.BatchNumber >= first && s.BatchNumber <= last
            join entry in database.Set<AccessEntry>().AsNoTracking() on s.EntryId equals entry.Id into entries
            from entry in entries.DefaultIfEmpty()
            orderby s.BatchNumber, s.Position
            select new SealedRow(s, entry)).AsAsyncEnumerable();

        var found = new Findings();
        var absent = new List<SealedRow>();
        var next = 0;
        OneBatch? current = null;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            while (current is null || row.Sealed.BatchNumber > current.Of.Batch.Number)
            {
                found.Add(current?.End());
                current = new OneBatch(batches[next++], _to);
            }

            found.Add(current.Take(row));
            if (row.Entry is null)
            {
                absent.Add(row);
            }
        }

        found.Add(current?.End());
        for (; next < batches.Count; next++)
        {
            found.Add(new Breach(BreachKind.SealRemoved, batches[next].Batch.Number, 0));
        }

        var (destroyed, records) = await CheckAbsentAsync(absent, found, cancellationToken);

        return new RowsChecked(batches.Sum(b => (long)b.Batch.Count) - records, destroyed, found.First);
    }

    /// <summary>A seal without an access entry is that of a destroyed entry, or of the record of a destruction.</summary>
    private async Task<(long Destroyed, long Records)> CheckAbsentAsync(List<SealedRow> absent, Findings found, CancellationToken cancellationToken)
    {
        var (destroyed, records) = (0L, 0L);
        foreach (var some in absent.Chunk(500))
        {
            var ids = some.Select(row => row.Sealed.EntryId).ToList();
            var known = await database.Set<EntryDestruction>().AsNoTracking()
                .Where(d => ids.Contains(d.Id) || ids.Contains(d.EntryId))
                .ToListAsync(cancellationToken);
            foreach (var row in some)
            {
                if (known.Find(d => d.Id == row.Sealed.EntryId) is { } record)
                {
                    records++;
                    found.Add(CheckRecord(row.Sealed, record));
                }
                else
                {
                    destroyed++;
                    found.Add(CheckDestroyed(row.Sealed, known.Find(d => d.EntryId == row.Sealed.EntryId)));
                }
            }
        }

        return (destroyed, records);
    }

    private Breach? CheckRecord(SealedEntry place, EntryDestruction record) =>
        place.Salt is { } salt && MerkleTree.Leaf(salt, _to.Write(record).Written).AsSpan().SequenceEqual(place.Leaf)
            ? null
            : At(BreachKind.EntryChanged, place);

    private Breach? CheckDestroyed(SealedEntry place, EntryDestruction? record) =>
        record is null ? At(BreachKind.EntryDeleted, place)
        : !IsSigned(record) ? At(BreachKind.DestructionNotSigned, place)
        : place.Salt is not null ? At(BreachKind.SealChanged, place)
        : null;

    private bool IsSigned(EntryDestruction record) => keyring.Find(record.KeyId)
        ?.Verifies(System.Security.Cryptography.SHA256.HashData(_to.Write(record).Written), record.Signature) == true;

    private static Breach At(BreachKind kind, SealedEntry place) => new(kind, place.BatchNumber, place.Position, place.EntryId);

    /// <summary>Keeps the first: by batch, then by position; what concerns a whole batch comes behind what names an entry of it.</summary>
    private sealed class Findings
    {
        public Breach? First { get; private set; }

        public void Add(Breach? breach)
        {
            if (breach is not null && (First is null || Order(breach).CompareTo(Order(First)) < 0))
            {
                First = breach;
            }
        }

        private static (long Batch, int Position) Order(Breach breach) => (breach.Batch ?? long.MaxValue, breach.Position ?? int.MaxValue);
    }

    /// <summary>One batch as its rows come by.</summary>
    private sealed class OneBatch(BatchToCheck of, CanonicalWriter to)
    {
        private readonly List<byte[]> _leaves = new(Math.Clamp(of.Batch.Count, 0, AuditOptions.LargestBatch));
        private DateTime _oldest = DateTime.MaxValue;
        private DateTime _latest = DateTime.MinValue;
        private bool _isWhole = true;

        public BatchToCheck Of => of;

        public Breach? Take(SealedRow row)
        {
            var position = _leaves.Count;
            _leaves.Add(row.Sealed.Leaf);
            if (row.Sealed.Position != position || position >= of.Batch.Count)
            {
                return row.Sealed.Position > position && row.Sealed.Position < of.Batch.Count
                    ? new Breach(BreachKind.SealRemoved, of.Batch.Number, position)
                    : At(BreachKind.SealMoved, row.Sealed);
            }

            return row.Entry is { } entry ? Check(row.Sealed, entry) : Skip();
        }

        /// <summary>When all its rows have come.</summary>
        public Breach? End() =>
            _leaves.Count < of.Batch.Count ? new Breach(BreachKind.SealRemoved, of.Batch.Number, _leaves.Count)
            : _leaves.Count > of.Batch.Count || !MerkleTree.Root(_leaves).AsSpan().SequenceEqual(of.Batch.Root)
                ? new Breach(BreachKind.SealMoved, of.Batch.Number)
            : _isWhole && (_oldest != of.Batch.Oldest || _latest != of.Batch.Latest) ? new Breach(BreachKind.BatchChanged, of.Batch.Number)
            : null;

        private Breach? Check(SealedEntry place, AccessEntry entry)
        {
            _oldest = entry.At < _oldest ? entry.At : _oldest;
            _latest = entry.At > _latest ? entry.At : _latest;

            return place.Salt is not { } salt || !MerkleTree.Leaf(salt, to.Write(entry).Written).AsSpan().SequenceEqual(place.Leaf)
                ? At(BreachKind.EntryChanged, place)
                : entry.At < of.NotBefore ? At(BreachKind.EntryTooOld, place)
                : entry.At > of.NotAfter ? At(BreachKind.EntryFromTheFuture, place)
                : null;
        }

        // The times of what is not an entry that stands are not looked up.
        private Breach? Skip()
        {
            _isWhole = false;

            return null;
        }
    }
}

internal sealed record SealedRow(SealedEntry Sealed, AccessEntry? Entry);
