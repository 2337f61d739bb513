using GmConnect.Domain.Auditing;

namespace GmConnect.Web.Jobs;

/// <summary>
/// Seals the access log at the start and every thirty seconds, so that no entry of a running service is unsealed for longer
/// than a minute. Any number of nodes may do it. It never dies of a fault.
/// </summary>
public sealed partial class KeepTheLogSealed(SealLog seal, TimeProvider clock, ILogger<KeepTheLogSealed> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await SealAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is still unsealed waits in the database for the next start.
        }
    }

    private async Task SealAsync(CancellationToken stopping)
    {
        try
        {
            await seal.ExecuteAsync(stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Failed(log, fault.GetType().Name);
        }
    }

    // The type alone: a database's message may quote what it could not store.
    [LoggerMessage(1, LogLevel.Error, "Sealing the access log failed with {Fault}; it is tried again")]
    private static partial void Failed(ILogger log, string fault);
}
