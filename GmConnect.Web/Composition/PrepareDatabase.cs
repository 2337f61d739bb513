using GmConnect.Domain.Data;

namespace GmConnect.Web.Composition;

/// <summary>
/// Before the first request: in Development the schema and the demonstration world. Elsewhere an operator runs
/// <c>migrate</c>, and the service is not ready until they did.
/// </summary>
public sealed class PrepareDatabase(MigrateDatabase migrate, IHostEnvironment environment) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
        {
            await migrate.ExecuteAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
