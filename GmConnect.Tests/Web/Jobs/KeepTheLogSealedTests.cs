using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.Domain.Auditing;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GmConnect.Tests.Web.Jobs;

public class KeepTheLogSealedTests
{
    [Fact]
    public async Task Loop_SealsAtTheStart_AndAgainHalfAMinuteLater()
    {
        await using var log = await SealedLog.OnAsync(DatabaseProvider.Sqlite);
        await log.RecordAsync(2);
        using var loop = Loop(log);
        await loop.StartAsync(CancellationToken.None);
        await UntilSealedAsync(log);

        await log.RecordAsync(2);
        log.World.Clock.Advance(KeepTheLogSealed.Every);
        await UntilSealedAsync(log);

        await loop.StopAsync(CancellationToken.None);
        Assert.Equal((4, 2, 2, true), await log.VerifyAsync() is { } found ? (found.Entries, found.Batches, found.HeadsChecked, found.IsWhole) : default);
    }

    [Fact]
    public async Task Fault_IsOutlived()
    {
        await using var log = await SealedLog.OnAsync(DatabaseProvider.Sqlite);
        await log.RecordAsync(1);
        await log.World.ReadAsync(d => d.Database.ExecuteSqlRawAsync("""ALTER TABLE "SealBatch" RENAME TO "Gone" """));
        var faults = new Faults();
        using var loop = Loop(log, faults);
        await loop.StartAsync(CancellationToken.None);
        await faults.First.WaitAsync(TimeSpan.FromSeconds(60));
        await log.World.ReadAsync(d => d.Database.ExecuteSqlRawAsync("""ALTER TABLE "Gone" RENAME TO "SealBatch" """));

        log.World.Clock.Advance(KeepTheLogSealed.Every);
        await UntilSealedAsync(log);

        await loop.StopAsync(CancellationToken.None);
    }

    private static KeepTheLogSealed Loop(SealedLog log, Microsoft.Extensions.Logging.ILogger<KeepTheLogSealed>? to = null) =>
        new(log.World.The<SealLog>(), log.World.Clock, to ?? NullLogger<KeepTheLogSealed>.Instance);

    private static Task UntilSealedAsync(SealedLog log) => Eventually.AsyncIsTrue(async () =>
        await log.World.ReadAsync(async d => !await d.Set<UnsealedEntry>().AnyAsync() && !await d.Set<SealBatch>().AnyAsync(b => b.AnchoredAt == null)));

    private sealed class Faults : Microsoft.Extensions.Logging.ILogger<KeepTheLogSealed>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => _first.Task;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel level) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel level, Microsoft.Extensions.Logging.EventId id, TState state, Exception? fault, Func<TState, Exception?, string> said) =>
            _first.TrySetResult();
    }
}
