using System.Security.Cryptography;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Whether the log is what was sealed, from the first batch to the last and against the heads outside the database. It reads
/// as a stream while the service goes on: what is sealed is never changed, and what is sealed meanwhile is the next run's.
/// </summary>
public sealed class VerifyLog(IDbContextFactory<GmConnectDbContext> databases, Keyring keyring, IOptions<AuditOptions> options)
{
    private const int BatchesAtOnce = 256;
    private const int EntriesAtOnce = 4 * AuditOptions.LargestBatch;

    /// <summary>
    /// How much older than what was sealed before it an entry may be. Entries are sealed oldest first, so only the time
    /// between the look at the clock and the commit (seconds, with every repeat) and nodes whose clocks differ can put one
    /// behind a younger one.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="heads">Files of heads to check against instead of the configured anchors.</param>
    /// <param name="progress">Told how many entries have been checked.</param>
    public async Task<VerifiedLog> ExecuteAsync(
        IReadOnlyList<string>? heads = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await new Run(database, databases, keyring, Anchors(heads), progress).ExecuteAsync(cancellationToken);
    }

    /// <summary>Through one context, and so inside its transaction.</summary>
    internal Task<VerifiedLog> ExecuteAsync(GmConnectDbContext database, CancellationToken cancellationToken = default) =>
        new Run(database, null, keyring, Anchors(null), null).ExecuteAsync(cancellationToken);

    private IReadOnlyList<AnchorFile> Anchors(IReadOnlyList<string>? heads) => [.. (heads ?? [.. options.Value.Anchors]).Select(path => new AnchorFile(path))];

    private sealed class Run(
        GmConnectDbContext database,
        IDbContextFactory<GmConnectDbContext>? more,
        Keyring keyring,
        IReadOnlyList<AnchorFile> anchors,
        IProgress<long>? progress)
    {
        private readonly Queue<Task<RowsChecked>> _reading = [];
        private long _entries;
        private long _destroyed;
        private SealBatch? _last;
        private DateTime _latest = DateTime.MinValue;
        private bool _saysAnchored;

        private int AtOnce => more is null ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 4);

        public async Task<VerifiedLog> ExecuteAsync(CancellationToken cancellationToken)
        {
            using var heads = new HeadsKept(anchors, keyring);
            var form = more is null ? CheckFormAsync(database, cancellationToken) : Task.Run(() => CheckFormApartAsync(cancellationToken), cancellationToken);
            if (more is null && await form is { } otherForm)
            {
                return await FoundAsync(heads, otherForm, cancellationToken);
            }

            Breach? breach;
            try
            {
                breach = await CheckBatchesAsync(heads, cancellationToken);
                await Task.WhenAll(_reading);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A form that nothing can read is named and not thrown.
                if (await form is null)
                {
                    throw;
                }

                breach = null;
            }

            breach = await form ?? breach;
            breach ??= heads.CheckEnd(_last?.Number ?? 0);
            breach ??= heads.Checked == 0 && _saysAnchored ? new Breach(BreachKind.NoHead) : null;
            breach ??= await CheckOutsideBatchesAsync(cancellationToken);

            return await FoundAsync(heads, breach, cancellationToken);
        }

        private async Task<VerifiedLog> FoundAsync(HeadsKept heads, Breach? breach, CancellationToken cancellationToken)
        {
            var queue = database.Set<UnsealedEntry>().AsNoTracking();

            return new VerifiedLog(
                _entries, _destroyed, _last?.Number ?? 0, heads.Checked,
                await queue.CountAsync(cancellationToken), await queue.MinAsync(u => (DateTime?)u.At, cancellationToken), breach);
        }

        private async Task<Breach?> CheckFormApartAsync(CancellationToken cancellationToken)
        {
            await using var apart = await more!.CreateDbContextAsync(cancellationToken);

            return await CheckFormAsync(apart, cancellationToken);
        }

        private static async Task<Breach?> CheckFormAsync(GmConnectDbContext through, CancellationToken cancellationToken)
        {
            var (found, id) = await StoredForm.OtherAsync(through, cancellationToken);
            var place = await through.Set<SealedEntry>().AsNoTracking().FirstOrDefaultAsync(s => s.EntryId == id, cancellationToken);

            return found ? new Breach(BreachKind.EntryInAnotherForm, place?.BatchNumber, place?.Position, id) : null;
        }

        private async Task<Breach?> CheckBatchesAsync(HeadsKept heads, CancellationToken cancellationToken)
        {
            Breach? inHeader = null;
            Breach? inRows = null;
            while (inHeader is null && inRows is null)
            {
                var page = await NextPageAsync(cancellationToken);
                if (page.Count == 0)
                {
                    break;
                }

                var sound = new List<BatchToCheck>();
                foreach (var batch in page)
                {
                    if ((inHeader = CheckHeader(batch) ?? heads.Check(batch)) is not null)
                    {
                        break;
                    }

                    sound.Add(new BatchToCheck(batch, Earlier(_latest, Tolerance), batch.SealedAt + Tolerance));
                    Passed(batch);
                }

                inRows = await ReadAsync(sound, cancellationToken);
            }

            // Read in order: what is found first lies before what is still being read, and that before the batch with the wrong header.
            return inRows ?? await FinishAsync() ?? inHeader;
        }

        private async Task<List<SealBatch>> NextPageAsync(CancellationToken cancellationToken)
        {
            var after = _last?.Number ?? long.MinValue;
            var page = await database.Set<SealBatch>().AsNoTracking()
                .Where(b => b.Number > after).OrderBy(b => b.Number).Take(BatchesAtOnce)
                .ToListAsync(cancellationToken);
            var entries = 0L;

            return [.. page.TakeWhile((batch, at) => at == 0 || (entries += batch.Count) <= EntriesAtOnce)];
        }

        private Breach? CheckHeader(SealBatch batch)
        {
            var number = (_last?.Number ?? 0) + 1;
            if (batch.Number != number)
            {
                return new Breach(batch.Number < number ? BreachKind.BatchNotChained : BreachKind.BatchMissing, Math.Min(batch.Number, number));
            }

            var kind =
                !SHA256.HashData(batch.Header()).AsSpan().SequenceEqual(batch.Hash) || batch.Count < 1 ? BreachKind.BatchChanged
                : !batch.PreviousHash.AsSpan().SequenceEqual(_last?.Hash ?? SealBatch.Nothing)
                    || batch.EntriesSoFar != (_last?.EntriesSoFar ?? 0) + batch.Count ? BreachKind.BatchNotChained
                : keyring.Find(batch.KeyId)?.Verifies(batch.Hash, batch.Signature) != true ? BreachKind.BatchSignature
                : (BreachKind?)null;

            return kind is { } wrong ? new Breach(wrong, number) : null;
        }

        private void Passed(SealBatch batch)
        {
            var latest = batch.Latest < batch.SealedAt ? batch.Latest : batch.SealedAt;
            _latest = latest > _latest ? latest : _latest;
            _last = batch;
            _saysAnchored |= batch.AnchoredAt is not null;
        }

        private async Task<Breach?> ReadAsync(IReadOnlyList<BatchToCheck> batches, CancellationToken cancellationToken)
        {
            _reading.Enqueue(more is null
                ? new SealedRows(database, keyring).CheckAsync(batches, cancellationToken)
                : Task.Run(() => ReadApartAsync(batches, cancellationToken), cancellationToken));

            return _reading.Count < AtOnce ? null : await NextReadAsync();
        }

        private async Task<RowsChecked> ReadApartAsync(IReadOnlyList<BatchToCheck> batches, CancellationToken cancellationToken)
        {
            await using var apart = await more!.CreateDbContextAsync(cancellationToken);

            return await new SealedRows(apart, keyring).CheckAsync(batches, cancellationToken);
        }

        private async Task<Breach?> NextReadAsync()
        {
            var read = await _reading.Dequeue();
            _entries += read.Entries;
            _destroyed += read.Destroyed;
            progress?.Report(_entries);

            return read.Breach;
        }

        private async Task<Breach?> FinishAsync()
        {
            Breach? first = null;
            while (first is null && _reading.Count > 0)
            {
                first = await NextReadAsync();
            }

            return first;
        }

        /// <summary>What stands beside the batches. Each question is one statement, so that sealing meanwhile does not mislead it.</summary>
        private async Task<Breach?> CheckOutsideBatchesAsync(CancellationToken cancellationToken)
        {
            var (places, batches, queue) = (database.Set<SealedEntry>().AsNoTracking(), database.Set<SealBatch>(), database.Set<UnsealedEntry>().AsNoTracking());
            var last = _last?.Number ?? 0;
            var nowhere = await places
                .Where(s => (s.BatchNumber > last || s.BatchNumber < 1) && !batches.Any(b => b.Number == s.BatchNumber))
                .OrderBy(s => s.BatchNumber).ThenBy(s => s.Position).FirstOrDefaultAsync(cancellationToken);
            if (nowhere is not null)
            {
                return new Breach(BreachKind.EntryInNoBatch, nowhere.BatchNumber, nowhere.Position, nowhere.EntryId);
            }

            var (entries, destructions) = (database.Set<AccessEntry>().AsNoTracking(), database.Set<EntryDestruction>().AsNoTracking());
            var stray = await EverythingIsSealedOrQueuedAsync(cancellationToken) ? null : await entries
                .Where(e => !database.Set<SealedEntry>().Any(s => s.EntryId == e.Id) && !database.Set<UnsealedEntry>().Any(u => u.EntryId == e.Id))
                .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellationToken);
            if (stray is not null)
            {
                return new Breach(BreachKind.EntryInserted, EntryId: stray);
            }

            var loose = await destructions
                .Where(d => !places.Any(s => s.EntryId == d.Id) && !queue.Any(u => u.EntryId == d.Id))
                .OrderBy(d => d.At).Select(d => (Guid?)d.EntryId).FirstOrDefaultAsync(cancellationToken);
            if (loose is not null)
            {
                return new Breach(BreachKind.DestructionNotSealed, EntryId: loose);
            }

            var twice = await queue.Where(u => places.Any(s => s.EntryId == u.EntryId))
                .OrderBy(u => u.At).Select(u => (Guid?)u.EntryId).FirstOrDefaultAsync(cancellationToken);
            if (twice is not null)
            {
                return new Breach(BreachKind.QueuedThoughSealed, EntryId: twice);
            }

            var gone = await queue.Where(u => !entries.Any(e => e.Id == u.EntryId) && !destructions.Any(d => d.Id == u.EntryId))
                .OrderBy(u => u.At).Select(u => (Guid?)u.EntryId).FirstOrDefaultAsync(cancellationToken);

            return gone is null ? null : new Breach(BreachKind.QueuedEntryGone, EntryId: gone);
        }

        /// <summary>
        /// By counting, which an index answers: every entry sealed was met in its batch, so if as many more stand there as wait,
        /// none is left over. When the service wrote meanwhile the counts differ, and the long question is asked.
        /// </summary>
        private async Task<bool> EverythingIsSealedOrQueuedAsync(CancellationToken cancellationToken)
        {
            var waiting = await database.Set<UnsealedEntry>().LongCountAsync(
                u => database.Set<AccessEntry>().Any(e => e.Id == u.EntryId) && !database.Set<SealedEntry>().Any(s => s.EntryId == u.EntryId),
                cancellationToken);

            return await database.Set<AccessEntry>().LongCountAsync(cancellationToken) == _entries - _destroyed + waiting;
        }

        private static DateTime Earlier(DateTime time, TimeSpan by) => time - DateTime.MinValue < by ? time : time - by;
    }
}
