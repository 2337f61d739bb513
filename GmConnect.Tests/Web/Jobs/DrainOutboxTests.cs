using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GmConnect.Tests.Web.Jobs;

public class DrainOutboxTests
{
    [Fact]
    public async Task Committed_IsBegun_WithoutAnySweep()
    {
        await using var scene = await Scene.OpenAsync();
        await using var partner = await Connected.ToAsync(scene);
        await using var draining = await Draining.StartAsync(scene);
        await scene.TellStoryAsync();

        await scene.ShareAsync(partner.Agency);

        // The clock stands still: nothing but the commit can have begun it.
        Assert.Single(await partner.System.ReceivedAsync());
    }

    [Fact]
    public async Task PartnerThatHangs_HoldsBackNoOther()
    {
        await using var scene = await Scene.OpenAsync();
        await using var hanging = await Connected.ToAsync(scene);
        await using var other = await Connected.ToAsync(scene);
        hanging.System.Answer = SurvivingPartner.Hangs;
        await using var draining = await Draining.StartAsync(scene);
        await scene.TellStoryAsync();

        await scene.ShareAsync(hanging.Agency);
        await hanging.System.ReceivedAsync();
        await scene.ShareAsync(other.Agency);
        await other.System.ReceivedAsync();

        Assert.Single(hanging.System.Deliveries);
        scene.World.Clock.Advance(TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task PartnerThatWasDown_IsAskedAgainWhenItIsDue()
    {
        await using var scene = await Scene.OpenAsync();
        await using var partner = await Connected.ToAsync(scene);
        partner.System.Answer = SurvivingPartner.Breaks;
        await using var draining = await Draining.StartAsync(scene);
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
        await Eventually.AsyncIsTrue(async () => await partner.MessageAsync() is { Status: MessageStatus.Waiting, Attempts: 1 });

        partner.System.Answer = SurvivingPartner.Accepts;
        await Eventually.AsyncIsTrue(async () =>
        {
            // No further than to the second attempt: that one has ten seconds of this clock for its answer.
            if (partner.System.Deliveries.Count < 2)
            {
                scene.World.Clock.Advance(TimeSpan.FromSeconds(2));
            }

            return (await partner.MessageAsync()).Status is MessageStatus.Delivered;
        });

        Assert.Equal(2, partner.System.Deliveries.Count);
    }

    [Fact]
    public async Task Started_TakesOverWhatADeadProcessClaimed()
    {
        await using var scene = await Scene.OpenAsync();
        await using var partner = await Connected.ToAsync(scene);
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
        await using (var database = await scene.World.DatabaseAsync())
        {
            var message = await partner.MessageAsync();
            database.Attach(message);
            message.BeginSending(scene.World.Now.AddMinutes(2));
            await database.SaveChangesAsync();
        }

        await using var draining = await Draining.StartAsync(scene);

        Assert.Equal($"{(await partner.MessageAsync()).Id}", (await partner.System.ReceivedAsync())[0].Key);
    }

    [Fact]
    public async Task Stopped_WaitsForTheRequestUnderWay_AndKeepsWhatCameOfIt()
    {
        await using var scene = await Scene.OpenAsync();
        await using var partner = await Connected.ToAsync(scene);
        var stopping = new TaskCompletionSource();
        partner.System.Answer = async request =>
        {
            await stopping.Task;
            await SurvivingPartner.Accepts(request);
        };
        await using var draining = await Draining.StartAsync(scene);
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
        await partner.System.ReceivedAsync();

        var stopped = draining.StopAsync();
        Assert.False(stopped.IsCompleted);
        stopping.SetResult();
        await stopped;

        Assert.Equal(MessageStatus.Delivered, (await partner.MessageAsync()).Status);
    }

    /// <summary>The hosted loop on the scene's services.</summary>
    private sealed class Draining : IAsyncDisposable
    {
        private readonly DrainOutbox _loop;

        private Draining(DrainOutbox loop) => _loop = loop;

        public static async Task<Draining> StartAsync(Scene scene)
        {
            var loop = new DrainOutbox(
                scene.The<DeliverMessages>(), scene.The<SweepOutbox>(), scene.The<LiveUpdates>(), new ConfigurationBuilder().Build(),
                scene.World.Clock, NullLoggerFactory.Instance.CreateLogger<DrainOutbox>());
            await loop.StartAsync(CancellationToken.None);

            return new Draining(loop);
        }

        public Task StopAsync() => _loop.StopAsync(CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _loop.Dispose();
        }
    }
}
