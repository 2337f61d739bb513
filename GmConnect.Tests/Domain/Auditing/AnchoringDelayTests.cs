using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GmConnect.Tests.Domain.Auditing;

public class AnchoringDelayTests
{
    private static readonly TimeSpan StopAfter = new AuditOptions().StopAfter;

    [UseCase]
    public async Task IsLate_OnceAnEntryWaitsTooLong_WhetherUnsealedOrUnanchored(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        await log.RecordAsync(1);

        log.World.Clock.Advance(StopAfter);
        Assert.False(await IsLateAsync(log));
        log.World.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await IsLateAsync(log));
        await log.World.The<SealEntries>().ExecuteAsync();
        log.World.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await IsLateAsync(log));
        await log.World.The<AnchorBatches>().ExecuteAsync();
        log.World.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(await IsLateAsync(log));
    }

    [UseCase]
    public async Task OldestAsync_IsTheOlderOfQueueAndUnanchoredBatches(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        Assert.Null(await OldestAsync(log));
        var first = await log.RecordAsync(2);
        Assert.Equal(first[0].At, await OldestAsync(log));
        await log.World.The<SealEntries>().ExecuteAsync();
        var second = await log.RecordAsync(1);
        Assert.Equal(first[0].At, await OldestAsync(log));
        await log.World.The<AnchorBatches>().ExecuteAsync();
        Assert.Equal(second[0].At, await OldestAsync(log));
    }

    [UseCase]
    public async Task TheAnswer_IsRememberedForFiveSeconds(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        Assert.False(await IsLateAsync(log));
        var entry = log.Entry();
        log.World.Clock.Advance(StopAfter + StopAfter);
        Assert.False(await IsLateAsync(log));
        await log.World.SaveAsync(entry);

        log.World.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(await IsLateAsync(log));
        log.World.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await IsLateAsync(log));
    }

    [Fact]
    public async Task StopAfterZero_IsNever()
    {
        await using var log = await SealedLog.OnAsync(
            DatabaseProvider.Sqlite, with: services => services.Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero));
        await log.RecordAsync(1);
        log.World.Clock.Advance(TimeSpan.FromDays(1));

        Assert.False(await IsLateAsync(log));
    }

    private static Task<bool> IsLateAsync(SealedLog log) =>
        log.World.ReadAsync(d => log.World.The<AnchoringDelay>().IsLateAsync(d, log.World.Now));

    private static Task<DateTime?> OldestAsync(SealedLog log) => log.World.ReadAsync(d => log.World.The<AnchoringDelay>().OldestAsync(d));
}
