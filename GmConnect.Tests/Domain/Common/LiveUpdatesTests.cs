using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Common;

public class LiveUpdatesTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    private readonly LiveUpdates _updates = new();

    [Fact]
    public async Task Tell_ThatTopicsWatchersAlone()
    {
        var told = new TaskCompletionSource();
        var others = 0;
        using var watching = _updates.Watch("a", () => { told.SetResult(); return Task.CompletedTask; });
        using var other = _updates.Watch("b", () => { others++; return Task.CompletedTask; });

        _updates.Tell("a");
        await told.Task.WaitAsync(_limit);

        Assert.Equal(0, others);
    }

    [Fact]
    public async Task Tell_AWatcherThatThrows_HarmsNobody()
    {
        var told = new TaskCompletionSource();
        using var first = _updates.Watch("a", () => throw new InvalidOperationException("at once"));
        using var second = _updates.Watch("a", async () => { await Task.Yield(); throw new InvalidOperationException("later"); });
        using var third = _updates.Watch("a", () => { told.SetResult(); return Task.CompletedTask; });

        _updates.Tell("a");

        await told.Task.WaitAsync(_limit);
    }

    /// <summary>Read, told, watched: without this a page would show what it read until the next change, which may never come.</summary>
    [Fact]
    public async Task WhatIsToldBetweenReadingAndWatching_IsToldOnceMore()
    {
        var (told, others) = (new TaskCompletionSource(), 0);
        _updates.Tell("a");

        using var other = _updates.WatchAfterReading("b", () => { others++; return Task.CompletedTask; });
        using var late = _updates.WatchAfterReading("a", () => { told.SetResult(); return Task.CompletedTask; });

        await told.Task.WaitAsync(_limit);
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task Dispose_FromThenOnItIsNotTold()
    {
        var (gone, there) = (0, new TaskCompletionSource());
        var leaving = _updates.Watch("a", () => { gone++; return Task.CompletedTask; });
        using var staying = _updates.Watch("a", () => { there.SetResult(); return Task.CompletedTask; });

        leaving.Dispose();
        leaving.Dispose();
        _updates.Tell("a");
        await there.Task.WaitAsync(_limit);

        Assert.Equal(0, gone);
        Assert.Equal(1, _updates.WatchersOf("a"));
    }

    [Fact]
    public void Dispose_TheLastOne_LeavesNothingBehind()
    {
        _updates.Watch("a", () => Task.CompletedTask).Dispose();

        Assert.Equal(0, _updates.WatchersOf("a"));
    }

    /// <summary>One page closes at the moment another opens: the one that opened is still told.</summary>
    [Fact]
    public async Task Watch_WhileTheLastOtherLeaves_IsKept()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var topic = $"topic/{round}";
            var leaving = _updates.Watch(topic, () => Task.CompletedTask);
            using var both = new Barrier(2);
            var leave = Task.Factory.StartNew(
                () => { both.SignalAndWait(); leaving.Dispose(); },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            both.SignalAndWait();
            using var coming = _updates.Watch(topic, () => Task.CompletedTask);
            await leave;

            Assert.Equal(1, _updates.WatchersOf(topic));
        }
    }

    [UseCase]
    public async Task UseCase_TellsOnceWhatItSavedCanBeRead(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.AnswerAsync("needed-now", "A ramp.");
        var read = new TaskCompletionSource<int>();
        using var watching = scene.The<LiveUpdates>().Watch(Topics.Resident(scene.GeorgesId), async () => read.TrySetResult(
            await scene.World.ReadAsync(database => database.Set<ConfirmedPart>().CountAsync())));

        await scene.ConfirmAsync();

        Assert.Equal(1, await read.Task.WaitAsync(_limit));
    }

    [Fact]
    public async Task UseCase_ThatCouldNotSave_TellsNobody()
    {
        var broken = new BrokenDisk();
        await using var scene = await Scene.OpenAsync(with: services => services.AddDbContextFactory<SqliteGmConnectDbContext>(
            options => options.AddInterceptors(broken)));
        await scene.AnswerAsync("needed-now", "A ramp.");
        var told = 0;
        using var watching = scene.The<LiveUpdates>().Watch(Topics.Resident(scene.GeorgesId), () => { told++; return Task.CompletedTask; });

        broken.IsBroken = true;
        await Assert.ThrowsAsync<IOException>(() => scene.ConfirmAsync());
        broken.IsBroken = false;
        var after = new TaskCompletionSource();
        using var last = scene.The<LiveUpdates>().Watch("after", () => { after.SetResult(); return Task.CompletedTask; });
        scene.The<LiveUpdates>().Tell("after");
        await after.Task.WaitAsync(_limit);

        Assert.Equal(0, told);
    }
}
