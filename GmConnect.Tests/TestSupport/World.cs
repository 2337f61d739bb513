using GmConnect.Domain;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The real Domain on a database of its own, at a fixed instant. What a test wants otherwise it says when it makes the
/// world: <c>World.OnAsync(provider, services => services.AddSingleton&lt;…&gt;())</c>.
/// </summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>A Thursday morning in winter time, when every office is open.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 12, 10, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private World(TestDatabase database, ServiceProvider services, FakeTimeProvider clock) =>
        (_database, _services, _scope, Clock) = (database, services, services.CreateAsyncScope(), clock);

    public FakeTimeProvider Clock { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether an agency that is put in comes with a signed agreement over everything; a test about agreements says no.</summary>
    public bool SignsWithAgencies { get; set; } = true;

    public static async Task<World> OnAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? with = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var clock = new FakeTimeProvider(Start);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddDatabase(provider, database.ConnectionString)
            .AddGmConnectDomain()
            // Nothing seals the log of a world, whose clock jumps by weeks. A test about a log that is late says so.
            .Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero);
        with?.Invoke(services);

        return new World(database, services.BuildServiceProvider(validateScopes: true), clock);
    }

    /// <summary>A use case, or anything else the Domain registers.</summary>
    public T The<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The tables themselves, for arranging what no use case makes and for looking at what was stored.</summary>
    public Task<GmConnectDbContext> DatabaseAsync() =>
        The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

    public async Task SaveAsync(params object[] entities)
    {
        await using var database = await DatabaseAsync();
        database.AddRange(entities);
        if (SignsWithAgencies)
        {
            database.AddRange(entities.OfType<Agency>().Where(a => a.TakesReferrals).Select(a => A.Agreement(Now, a)));
        }

        await database.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<GmConnectDbContext, Task<T>> question)
    {
        await using var database = await DatabaseAsync();

        return await question(database);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
