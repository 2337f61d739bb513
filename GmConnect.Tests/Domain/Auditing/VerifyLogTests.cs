using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Auditing;

/// <summary>What <see cref="TamperTests"/> does not do.</summary>
public class VerifyLogTests
{
    [UseCase]
    public async Task TheTail_IsCounted_AndHowOldItIs(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        Assert.True((await log.VerifyAsync()).IsWhole);
        await log.RecordAsync(3);
        await log.SealAsync();
        var tail = await log.RecordAsync(2);

        var found = await log.VerifyAsync();

        Assert.Equal((3, 2, tail[0].At, true), (found.Entries, found.Unsealed, found.OldestUnsealed, found.IsWhole));
    }

    /// <summary>Inserted with its row in the queue, so that the service itself sealed it.</summary>
    [UseCase]
    [Row(-1, null)]
    [Row(-299, null)]
    [Row(-360, BreachKind.EntryTooOld)]
    [Row(3600, BreachKind.EntryFromTheFuture)]
    public async Task EntryWithAFalseTime_SealedByTheServiceItself_IsFound(DatabaseProvider provider, int seconds, BreachKind? expected)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(4);
        await log.SealAsync();
        var honest = await log.RecordAsync(1);
        var latest = honest[0].At.AddSeconds(-1);
        var inserted = log.Entry();
        await log.World.SaveAsync(inserted);
        await log.World.ReadAsync(d => d.Set<AccessEntry>().Where(e => e.Id == inserted.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.At, latest.AddSeconds(seconds))));
        await log.World.ReadAsync(d => d.Set<UnsealedEntry>().Where(e => e.EntryId == inserted.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.At, latest.AddSeconds(seconds))));
        await log.SealAsync();

        var found = (await log.VerifyAsync()).FirstBreach;

        Assert.Equal(expected, found?.Kind);
        Assert.Equal(expected is null ? null : inserted.Id, found?.EntryId);
    }

    /// <summary>After hours without sealing, what waits is still sealed oldest first: nothing is too old.</summary>
    [UseCase]
    public async Task ABacklogOfManyBatches_IsWhole(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 5);
        for (var hour = 0; hour < 12; hour++)
        {
            await log.RecordAsync(2);
            log.World.Clock.Advance(TimeSpan.FromHours(1));
        }

        await log.SealAsync();

        Assert.Equal((24, true), await log.VerifyAsync() is { } found ? (found.Entries, found.IsWhole) : default);
    }

    [UseCase]
    public async Task DeletedBeforeItWasSealed_IsFound_WhileItWaits(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entry = (await log.RecordAsync(2))[1];
        await log.World.ReadAsync(d => d.Set<AccessEntry>().Where(e => e.Id == entry.Id).ExecuteDeleteAsync());
        await log.SealAsync();

        Assert.Equal(new Breach(BreachKind.QueuedEntryGone, EntryId: entry.Id), (await log.VerifyAsync()).FirstBreach);
    }

    [UseCase]
    public async Task SealedEntryThatIsQueuedAgain_IsFound_AndNeitherSealedTwiceNorInTheWay(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entry = (await log.RecordAsync(2))[0];
        await log.SealAsync();
        await log.World.SaveAsync(new UnsealedEntry { EntryId = entry.Id, At = entry.At });
        await log.RecordAsync(1);

        Assert.Equal(1, await log.SealAsync());

        Assert.Equal(new Breach(BreachKind.QueuedThoughSealed, EntryId: entry.Id), (await log.VerifyAsync()).FirstBreach);
    }

    /// <summary>The anchors are gone, but the database's attacker could not say that there never were any.</summary>
    [UseCase]
    public async Task AnchorsThatAreGone_AreABreach(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(2);
        await log.SealAsync();
        File.Move(log.Anchor(), log.File("copy"));

        Assert.Equal(new Breach(BreachKind.NoHead), (await log.VerifyAsync()).FirstBreach);
        Assert.Equal((1, true), await log.VerifyAsync(log.File("copy")) is { } found ? (found.HeadsChecked, found.IsWhole) : default);
    }

    [UseCase]
    public async Task HeadsThatWereForged_AreABreach(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(2);
        await log.SealAsync();
        var head = new AnchorFile(log.Anchor()).Read().Single();
        foreach (var forged in new[]
        {
            head with { Hash = Convert.ToHexStringLower(new byte[32]) }, head with { Signature = Convert.ToBase64String(new byte[70]) },
            head with { Signature = "not base64" }, head with { Hash = "no hex" }
        })
        {
            await File.WriteAllTextAsync(log.File("forged"), forged.ToLine() + "\n");

            Assert.Equal(new Breach(BreachKind.HeadSignature, 1), (await log.VerifyAsync(log.File("forged"))).FirstBreach);
        }
    }

    /// <summary>More than is read at once, by several readers: the first broken place is still the first.</summary>
    [Fact]
    public async Task AcrossManyPages_TheFirstBrokenPlaceIsNamed()
    {
        await using var log = await SealedLog.OnAsync(DatabaseProvider.Sqlite, batchSize: 1);
        var entries = await log.RecordAsync(700);
        await log.SealAsync();
        Assert.Equal((700, 700, 700), await log.VerifyAsync() is { } whole ? (whole.Entries, whole.Batches, whole.HeadsChecked) : default);
        foreach (var (place, also) in new[] { (650, "GroundFacts"), (300, "GroundFacts"), (20, "GroundFacts") })
        {
            await log.World.ReadAsync(d => d.Set<AccessEntry>().Where(e => e.Id == entries[place].Id)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.GroundFacts, "forged")));

            Assert.Equal(new Breach(BreachKind.EntryChanged, place + 1, 0, entries[place].Id), (await log.VerifyAsync()).FirstBreach);
        }
    }

    /// <summary>While entries are written and sealed, what is checked is never taken for broken.</summary>
    [UseCase]
    public async Task WhileTheServiceGoesOn_NothingIsTakenForBroken(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 7);
        await log.RecordAsync(30);
        await log.SealAsync();
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
            {
                await log.RecordAsync(5);
                await log.SealAsync();
            }
        });

        var checkedOnce = 0;
        do
        {
            Assert.Null((await log.VerifyAsync()).FirstBreach);
            checkedOnce++;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(230, (await log.VerifyAsync()).Entries);
        Assert.True(checkedOnce > 0);
    }

    /// <summary>A log older than the sealing: its entries are queued by the migration, once.</summary>
    [UseCase]
    public async Task EntriesOlderThanTheSealing_AreQueuedByMigrating_UntilSomethingIsSealed(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(3);
        await log.World.ReadAsync(d => d.Set<UnsealedEntry>().ExecuteDeleteAsync());

        await log.World.The<MigrateDatabase>().ExecuteAsync();
        Assert.Equal(3, await log.SealAsync());
        var inserted = (await log.RecordAsync(1))[0];
        await log.World.ReadAsync(d => d.Set<UnsealedEntry>().ExecuteDeleteAsync());
        await log.World.The<MigrateDatabase>().ExecuteAsync();

        Assert.Equal(new Breach(BreachKind.EntryInserted, EntryId: inserted.Id), (await log.VerifyAsync()).FirstBreach);
    }

    [Fact]
    public void EveryBreach_HasASentence() => Assert.Equal(
        Enum.GetValues<BreachKind>().Length, Enum.GetValues<BreachKind>().Select(kind => new Breach(kind).What).Distinct().Count());
}
