using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Writes the heads of sealed batches into every anchor, each from what it lacks: a crash after the seal, a full disk or an
/// anchor put back from an old copy is caught up by the next run. A batch counts as anchored once one anchor has it; an anchor
/// that fails is logged and counted and stops no other. An anchor that contradicts the log is not added to.
/// </summary>
public sealed partial class AnchorBatches(
    IDbContextFactory<GmConnectDbContext> databases, AuditMeters meters, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AnchorBatches> log)
{
    private const int Page = 500;

    /// <returns>How many anchors failed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var (failed, reached) = (0, 0L);
        foreach (var path in options.Value.Anchors)
        {
            try
            {
                reached = Math.Max(reached, await CatchUpAsync(new AnchorFile(path), cancellationToken));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                failed++;
                meters.AnchorFailed();
                Failed(log, path, fault.GetType().Name);
            }
        }

        await MarkAsync(reached, cancellationToken);

        return failed;
    }

    /// <returns>The last batch that this anchor holds.</returns>
    private async Task<long> CatchUpAsync(AnchorFile anchor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var batches = database.Set<SealBatch>().AsNoTracking();
        using var file = anchor.OpenToAdd();
        if (file.Last is { } last
            && !(await batches.Where(b => b.Number == last.Number).ToListAsync(cancellationToken)).Any(last.IsOf))
        {
            throw new AnchorContradictsException();
        }

        while (true)
        {
            var written = file.Last?.Number ?? 0;
            var missing = await batches.Where(b => b.Number > written).OrderBy(b => b.Number).Take(Page).ToListAsync(cancellationToken);
            if (missing.Count == 0)
            {
                return written;
            }

            file.Add([.. missing.Select(Head.Of)]);
        }
    }

    private async Task MarkAsync(long reached, CancellationToken cancellationToken)
    {
        int marked;
        do
        {
            marked = await databases.InOneSaveAsync(async database =>
            {
                var now = clock.UtcNow();
                var anchored = await database.Set<SealBatch>()
                    .Where(b => b.AnchoredAt == null && b.Number <= reached)
                    .OrderBy(b => b.Number).Take(Page)
                    .ToListAsync(cancellationToken);
                anchored.ForEach(b => b.AnchoredAt = now);

                return anchored.Count;
            }, cancellationToken);
        }
        while (marked == Page);
    }

    [LoggerMessage(1, LogLevel.Error, "The anchor {Path} could not be written: {Fault}")]
    private static partial void Failed(ILogger log, string path, string fault);

    /// <summary>Its last head is none of ours: the log was rewritten or put back from an old copy, or this is another log's anchor.</summary>
    private sealed class AnchorContradictsException() : IOException("The anchor contradicts the log.");
}
