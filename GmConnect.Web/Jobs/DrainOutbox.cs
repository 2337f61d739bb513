using System.Threading.Channels;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;

namespace GmConnect.Web.Jobs;

/// <summary>
/// Keeps the outbox empty: wakes when a change is committed, when a later attempt is due and when the timetable sweeps. Each
/// partner is drained by itself, so that one that fails or hangs holds back nobody else. It never dies of a fault; a stop
/// begins nothing more and keeps what partners answer to the requests under way.
/// </summary>
public sealed partial class DrainOutbox(
    DeliverMessages deliver, SweepOutbox sweep, LiveUpdates updates, IConfiguration settings, TimeProvider clock, ILogger<DrainOutbox> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<Guid, Task> draining = [];

    private bool IsOnlyNode => string.IsNullOrEmpty(settings["Redis:ConnectionString"]);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var watching = updates.Watch(Topics.Outbox, () =>
        {
            Wake();

            return Task.CompletedTask;
        });
        await WithoutDyingAsync(null, async () =>
        {
            if (IsOnlyNode)
            {
                await sweep.TakeOverEveryClaimAsync(stopping);
            }

            return true;
        }, stopping);
        await WithoutDyingAsync(null, async () =>
        {
            foreach (var agency in await deliver.WhoIsDueAsync(stopping))
            {
                if (!draining.TryGetValue(agency, out var running) || running.IsCompleted)
                {
                    draining[agency] = DrainAsync(agency, stopping);
                }
            }

            await SleepAsync(await deliver.NextDueAsync(stopping), stopping);

            return false;
        }, stopping);
        await Task.WhenAll(draining.Values);
    }

    // It looks again when done: a message committed while the last look was under way found this partner busy.
    private async Task DrainAsync(Guid agency, CancellationToken stopping)
    {
        await Task.Yield();
        await WithoutDyingAsync(agency, async () =>
        {
            await deliver.ExecuteAsync(agency, stopping);

            return true;
        }, stopping);
        Wake();
    }

    private void Wake() => wakes.Writer.TryWrite(true);

    private async Task SleepAsync(DateTime? due, CancellationToken stopping)
    {
        var wait = due - clock.UtcNow() is { } until && until < LongestSleep ? until : LongestSleep;
        using var timer = new CancellationTokenSource(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stopping);
        try
        {
            await wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            // Due.
        }
    }

    /// <summary>Repeats until it is done or the service stops; after a fault it rests, longer each time.</summary>
    private async Task WithoutDyingAsync(Guid? agency, Func<Task<bool>> work, CancellationToken stopping)
    {
        var rest = TimeSpan.FromSeconds(1);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await work())
                {
                    return;
                }

                rest = TimeSpan.FromSeconds(1);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(log, agency, fault.GetType().Name, rest.TotalSeconds);
                await Task.Delay(rest, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                rest = rest * 2 < LongestRest ? rest * 2 : LongestRest;
            }
        }
    }

    // The type alone: a database's message may quote what it could not store.
    [LoggerMessage(1, LogLevel.Error, "Draining the outbox of agency {Agency} failed with {Fault}; again in {Seconds} s")]
    private static partial void Failed(ILogger log, Guid? agency, string fault, double seconds);
}
