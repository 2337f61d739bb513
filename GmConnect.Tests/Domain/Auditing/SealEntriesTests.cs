using System.Data.Common;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Auditing;

public class SealEntriesTests
{
    [UseCase]
    public async Task ExecuteAsync_SealsEverythingOldestFirst_InBatchesWithoutGaps(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 4);
        var entries = await log.RecordAsync(10);

        Assert.Equal(10, await log.SealAsync());

        Assert.Equal([1L, 2, 3], await log.World.ReadAsync(d => d.Set<SealBatch>().OrderBy(b => b.Number).Select(b => b.Number).ToListAsync()));
        Assert.Equal(
            entries.Select(e => e.Id),
            await log.World.ReadAsync(d => d.Set<SealedEntry>().OrderBy(s => s.BatchNumber).ThenBy(s => s.Position).Select(s => s.EntryId).ToListAsync()));
        Assert.Empty(await log.World.ReadAsync(d => d.Set<UnsealedEntry>().ToListAsync()));
        Assert.Equal(0, await log.SealAsync());
        var found = await log.VerifyAsync();
        Assert.Equal((10, 3, 3, 0, null), (found.Entries, found.Batches, found.HeadsChecked, found.Unsealed, found.FirstBreach));
    }

    /// <summary>The entries of a use case that fails to save are not queued either, and one that is tried again queues once.</summary>
    [UseCase]
    public async Task Saving_QueuesEachEntryOnce_WithTheSaveItself(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await using var database = await log.World.DatabaseAsync();
        var (good, bad) = (log.Entry(), log.Entry());
        database.AddRange(good, bad);
        database.Entry(bad).Property(e => e.ResidentId).CurrentValue = Guid.CreateVersion7();

        await Assert.ThrowsAsync<DbUpdateException>(() => database.SaveChangesAsync());
        Assert.Empty(await log.World.ReadAsync(d => d.Set<UnsealedEntry>().ToListAsync()));
        database.Entry(bad).Property(e => e.ResidentId).CurrentValue = log.Residents[0].Id;
        await database.SaveChangesAsync();

        Assert.Equal([good.Id, bad.Id], await log.World.ReadAsync(d => d.Set<UnsealedEntry>().OrderBy(u => u.At).Select(u => u.EntryId).ToListAsync()));
    }

    [UseCase]
    public async Task ExecuteAsync_ManyNodesAtOnce_NeverSealTwiceNorLeaveAGap(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider, batchSize: 3);
        await log.RecordAsync(40);

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => log.World.The<SealEntries>().ExecuteAsync())));
        await log.SealAsync();

        Assert.Equal(40, counts.Sum());
        var found = await log.VerifyAsync();
        Assert.Equal((40, 0, null), (found.Entries, found.Unsealed, found.FirstBreach));
    }

    /// <summary>A process that dies at the commit of a batch, or right behind it: all of the batch or nothing, and never twice.</summary>
    [UseCase]
    [Row(false)]
    [Row(true)]
    public async Task ExecuteAsync_KilledAtTheCommit_LosesNothingAndSealsNothingTwice(DatabaseProvider provider, bool isCommitted)
    {
        var death = new DeathAtCommit { IsCommitted = isCommitted };
        await using var log = await SealedLog.OnAsync(provider, batchSize: 5, with: services => services
            .ConfigureDbContext<SqliteGmConnectDbContext>(options => options.AddInterceptors(death))
            .ConfigureDbContext<PostgreSqlGmConnectDbContext>(options => options.AddInterceptors(death)));
        await log.RecordAsync(7);

        death.IsNear = true;
        await Assert.ThrowsAsync<OperationCanceledException>(() => log.SealAsync());
        death.IsNear = false;

        Assert.Equal(isCommitted ? 2 : 7, await log.World.ReadAsync(d => d.Set<UnsealedEntry>().CountAsync()));
        Assert.Equal(isCommitted ? 2 : 7, await log.SealAsync());
        Assert.Equal((7, 2, 2, null), await log.VerifyAsync() is { } found ? (found.Entries, found.Batches, found.HeadsChecked, found.FirstBreach) : default);
    }

    [UseCase]
    public async Task ExecuteAsync_AfterTheKeyWasReplaced_EarlierBatchesStillVerify(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(3);
        await log.SealAsync();
        using var next = SealingKey.New();
        var both = new Keyring(next, [log.Key.Public]);
        await log.RecordAsync(2);
        await ActivatorUtilities.CreateInstance<SealEntries>(log.World.The<IServiceProvider>(), both).ExecuteAsync();

        var found = await With(both).ExecuteAsync();
        Assert.Equal((5, 2, null), (found.Entries, found.Batches, found.FirstBreach));
        // A key that only the database knows is not trusted.
        Assert.Equal(new Breach(BreachKind.BatchSignature, 2), (await log.VerifyAsync()).FirstBreach);
        Assert.Equal(new Breach(BreachKind.BatchSignature, 1), (await With(new Keyring(next, [])).ExecuteAsync()).FirstBreach);

        VerifyLog With(Keyring keyring) => ActivatorUtilities.CreateInstance<VerifyLog>(log.World.The<IServiceProvider>(), keyring);
    }

    private sealed class DeathAtCommit : DbTransactionInterceptor
    {
        public bool IsNear { get; set; }

        public bool IsCommitted { get; init; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsNear && !IsCommitted ? throw new OperationCanceledException() : ValueTask.FromResult(result);

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            IsNear && IsCommitted ? throw new OperationCanceledException() : Task.CompletedTask;
    }
}
