namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The one running service that journeys share when they harm nothing; started by the first that asks. Whoever kills,
/// restarts or configures it starts a <see cref="RunningService"/> of their own.
/// </summary>
public sealed class SharedService : IAsyncLifetime
{
    private readonly Lazy<Task<RunningService>> _service = new(() => RunningService.StartAsync());

    public Task<RunningService> StartedAsync() => _service.Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_service is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _service.Value).DisposeAsync();
        }
    }
}
