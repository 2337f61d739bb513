using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using Microsoft.Extensions.Options;

namespace GmConnect.Web.Composition;

/// <summary>
/// Before the first request: in Development the schema and the demonstration world. Elsewhere an operator runs
/// <c>migrate</c>, and the service is not ready until they did.
/// </summary>
public sealed partial class PrepareDatabase(
    MigrateDatabase migrate,
    SeedDemonstration seed,
    SealLog seal,
    IOptions<DemonstrationOptions> demonstration,
    IHostEnvironment environment,
    ILogger<PrepareDatabase> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        await migrate.ExecuteAsync(cancellationToken);
        if ((await seed.ExecuteAsync(demonstration.Value, null, cancellationToken)).Refusal is { } refusal)
        {
            // A developer's own data is no reason not to start.
            NotSeeded(log, refusal.GetType().Name);
        }

        // A new world's history is months old: unsealed, it would look like a sealing that stopped months ago.
        await seal.ExecuteAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "The demonstration world was left as it is: {Because}")]
    private static partial void NotSeeded(ILogger log, string because);
}
