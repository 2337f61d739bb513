using System.Diagnostics.Metrics;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Auditing;

public class AnchorBatchesTests
{
    [UseCase]
    public async Task ProcessKilledBetweenTheCommitAndTheAnchor_TheNextRunCatchesUp(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 2, anchors: 2);
        await log.RecordAsync(5);
        await log.World.The<SealEntries>().ExecuteAsync();
        Assert.Equal(3, await UnanchoredAsync(log));

        await log.SealAsync();
        await log.SealAsync();

        Assert.Equal(0, await UnanchoredAsync(log));
        Assert.All([0, 1], anchor => Assert.Equal([1L, 2, 3], Numbers(log, anchor)));
        Assert.Equal(6, (await log.VerifyAsync()).HeadsChecked);
    }

    /// <summary>Half a line, as a crash or a full disk leaves it: at the end, and later in the middle.</summary>
    [UseCase]
    public async Task LineThatWasCutOff_IsWrittenAgain(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await SealAsync(log, 2);
        var whole = await File.ReadAllTextAsync(log.Anchor());
        await File.WriteAllTextAsync(log.Anchor(), whole[..^40]);

        await SealAsync(log, 1);

        Assert.Equal([1L, 2, 3], Numbers(log));
        Assert.Equal(4, File.ReadLines(log.Anchor()).Count());
        Assert.Equal((3, true), await log.VerifyAsync() is { } found ? (found.HeadsChecked, found.IsWhole) : default);
    }

    [UseCase]
    public async Task AnchorThatCannotBeWritten_StopsNoOther_AndIsCounted(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, anchors: 2);
        // Nobody, not even root, writes to a folder as if it were a file.
        Directory.CreateDirectory(log.Anchor(0));
        var failures = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "gmconnect.audit.anchor_failures" && instrument.Meter.Scope is IMeterFactory made && made == log.World.The<IMeterFactory>())
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => failures += count);
        listener.Start();

        await SealAsync(log, 2);

        Assert.Equal([1L, 2], Numbers(log, 1));
        Assert.Equal(0, await UnanchoredAsync(log));
        Assert.Equal(2, failures);
        Directory.Delete(log.Anchor(0));
        await SealAsync(log, 1);
        Assert.Equal([1L, 2, 3], Numbers(log, 0));
    }

    /// <summary>Linux's own full disk.</summary>
    [UseCase]
    public async Task FullDisk_LeavesBatchesUnanchored_UntilThereIsRoom(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        File.CreateSymbolicLink(log.Anchor(), "/dev/full");

        await SealAsync(log, 1);
        Assert.Equal(1, await UnanchoredAsync(log));

        File.Delete(log.Anchor());
        await log.SealAsync();
        Assert.Equal(0, await UnanchoredAsync(log));
        Assert.True((await log.VerifyAsync()).IsWhole);
    }

    [UseCase]
    public async Task AnchorPutBackFromAnOldCopy_IsNoBreach_AndIsCaughtUp(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await SealAsync(log, 2);
        File.Copy(log.Anchor(), log.File("old"));
        await SealAsync(log, 3);
        File.Copy(log.File("old"), log.Anchor(), overwrite: true);
        Assert.Equal((2, true), await log.VerifyAsync() is { } found ? (found.HeadsChecked, found.IsWhole) : default);

        await log.SealAsync();

        Assert.Equal([1L, 2, 3, 4, 5], Numbers(log));
    }

    /// <summary>The log was put back from an old copy: the anchor knows more, and is not added to as if nothing were wrong.</summary>
    [UseCase]
    public async Task AnchorThatContradictsTheLog_IsNotAddedTo(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await SealAsync(log, 3);
        await log.World.ReadAsync(async d =>
        {
            await d.Set<SealedEntry>().Where(s => s.BatchNumber == 3).ExecuteDeleteAsync();

            return await d.Set<SealBatch>().Where(b => b.Number == 3).ExecuteDeleteAsync();
        });

        await SealAsync(log, 1);

        Assert.Equal([1L, 2, 3], Numbers(log));
        Assert.Equal(1, await UnanchoredAsync(log));
        Assert.Equal(new Breach(BreachKind.BatchRewritten, 3), (await log.VerifyAsync()).FirstBreach);
    }

    private static async Task SealAsync(SealedLog log, int batches)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            await log.RecordAsync(1);
            await log.SealAsync();
        }
    }

    private static List<long> Numbers(SealedLog log, int anchor = 0) => [.. new AnchorFile(log.Anchor(anchor)).Read().Select(head => head.Number)];

    private static Task<int> UnanchoredAsync(SealedLog log) =>
        log.World.ReadAsync(d => d.Set<SealBatch>().CountAsync(b => b.AnchoredAt == null));
}
