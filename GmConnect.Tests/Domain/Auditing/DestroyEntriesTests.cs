using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Auditing;

public class DestroyEntriesTests
{
    [UseCase]
    public async Task ExecuteAsync_LeavesTheSealWithoutSalt_AndARecordThatIsSealedItself(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 4);
        var entries = await log.RecordAsync(9);
        await log.SealAsync();

        Expect.Done(await DestroyAsync(log, entries[1], entries[6]));

        await HoldsAsync(log, entries: 9, destroyed: 2, unsealed: 2);
        Assert.Equal(2, await log.SealAsync());
        await HoldsAsync(log, entries: 9, destroyed: 2, unsealed: 0);
        var place = await log.World.ReadAsync(d => d.Set<SealedEntry>().SingleAsync(s => s.EntryId == entries[1].Id));
        Assert.Null(place.Salt);
        var record = await log.World.ReadAsync(d => d.Set<EntryDestruction>().SingleAsync(r => r.EntryId == entries[1].Id));
        Assert.Equal(("Eight years after closure", log.World.Now), (record.Rule, record.At));
    }

    [UseCase]
    public async Task ExecuteAsync_EntryNotYetSealed_IsRefusedAndStays(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entries = await log.RecordAsync(2);

        Expect.Refused<EntryNotSealed>(await DestroyAsync(log, entries[0]));

        Assert.Equal(2, await log.SealAsync());
        await HoldsAsync(log, entries: 2, destroyed: 0, unsealed: 0);
    }

    [UseCase]
    public async Task ExecuteAsync_Twice_IsOnce(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entries = await log.RecordAsync(2);
        await log.SealAsync();

        Expect.Done(await DestroyAsync(log, entries[0]));
        Expect.Done(await DestroyAsync(log, entries[0]));

        await HoldsAsync(log, entries: 2, destroyed: 1, unsealed: 1);
    }

    /// <summary>The record of a destruction is as safe as an entry: changed, removed, or made up with or without a queue row.</summary>
    [UseCase]
    public async Task TheRecord_CannotBeTamperedWith(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var entries = await log.RecordAsync(3);
        await log.SealAsync();
        await DestroyAsync(log, entries[1]);
        await log.SealAsync();
        await using var database = await log.World.DatabaseAsync();
        var records = database.Set<EntryDestruction>();

        Assert.Equal(BreachKind.DestructionNotSigned, await AfterAsync(() => records.ExecuteUpdateAsync(set => set.SetProperty(r => r.Rule, "Another"))));
        Assert.Equal(BreachKind.EntryDeleted, await AfterAsync(() => records.ExecuteDeleteAsync()));
        Assert.Equal(BreachKind.EntryDeleted, await AfterAsync(() => database.Set<AccessEntry>().Where(e => e.Id == entries[0].Id).ExecuteDeleteAsync()));
        Assert.Null(await AfterAsync(() => Task.FromResult(0)));

        async Task<BreachKind?> AfterAsync(Func<Task<int>> tamper)
        {
            await using var undone = await database.Database.BeginTransactionAsync();
            await tamper();

            return (await log.World.The<VerifyLog>().ExecuteAsync(database)).FirstBreach?.Kind;
        }
    }

    private static async Task<Outcome> DestroyAsync(SealedLog log, params AccessEntry[] entries)
    {
        await using var database = await log.World.DatabaseAsync();
        var outcome = await log.World.The<DestroyEntries>().ExecuteAsync(
            database, [.. entries.Select(e => e.Id)], "Eight years after closure", new Stamp(Guid.CreateVersion7(), log.World.Now));
        await database.SaveChangesAsync();

        return outcome;
    }

    private static async Task HoldsAsync(SealedLog log, int entries, int destroyed, int unsealed)
    {
        var found = await log.VerifyAsync();
        Assert.Equal((entries, destroyed, unsealed, null), (found.Entries, found.Destroyed, found.Unsealed, found.FirstBreach));
    }
}
