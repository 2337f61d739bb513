using GmConnect.Domain;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// An access log to write to and to seal, on SQLite in a temporary folder, or on the empty database that <c>--provider</c> and
/// <c>--connection</c> name.
/// </summary>
internal sealed class MeasuredLog : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;
    private readonly List<Guid> residents = [];
    private int made;

    private MeasuredLog(DirectoryInfo folder, ServiceProvider services, DatabaseProvider provider) =>
        (this.folder, this.services, Provider) = (folder, services, provider);

    public DatabaseProvider Provider { get; }

    public static async Task<MeasuredLog> OpenAsync(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("gm-connect-log-");
        var provider = Enum.Parse<DatabaseProvider>(arguments.Text("provider", nameof(DatabaseProvider.Sqlite)), ignoreCase: true);
        var connection = arguments.Text("connection", $"Data Source={Path.Combine(folder.FullName, "log.db")}");
        var services = new ServiceCollection().AddLogging().AddDatabase(provider, connection).AddGmConnectDomain()
            .Configure<AuditOptions>(audit =>
            {
                (audit.Key, audit.MakeMissingKey) = (Path.Combine(folder.FullName, "key.pem"), true);
                audit.Anchors = [Path.Combine(folder.FullName, "heads.jsonl")];
            })
            .BuildServiceProvider();
        var log = new MeasuredLog(folder, services, provider);
        await log.The<MigrateDatabase>().ExecuteAsync();
        await log.BeginAsync();

        return log;
    }

    public T The<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>One save of so many new entries, durable when it returns.</summary>
    public async Task SaveAsync(int entries)
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.AddRange(Enumerable.Range(0, entries).Select(_ => Entry()));
        await database.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task BeginAsync()
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var people = Enumerable.Range(0, 500).Select(_ => new Resident
        {
            Id = Guid.CreateVersion7(), GivenName = "Invented", FamilyName = "Resident", BirthDate = new DateOnly(1950, 1, 1),
            AddressLine = "1 Nowhere", Town = "Salford", Postcode = "M5 4WT", Borough = "Salford"
        }).ToList();
        database.AddRange(people);
        await database.SaveChangesAsync();
        residents.AddRange(people.Select(p => p.Id));
    }

    /// <summary>As long as a worker's look at a story under a permission.</summary>
    private AccessEntry Entry() => new()
    {
        ResidentId = residents[Interlocked.Increment(ref made) % residents.Count],
        At = DateTime.UtcNow,
        AccountId = Guid.CreateVersion7(),
        Role = Role.CaseWorker,
        AgencyId = Guid.CreateVersion7(),
        Kind = AccessKind.Looked,
        Category = DataCategory.StoryPart,
        Parts = "AboutMe,Medicines",
        Purpose = Purpose.Care,
        Channel = Channel.Page,
        Ground = GroundKind.Consent,
        GroundFacts = $"{Guid.NewGuid():n},{Guid.NewGuid():n}",
        View = Guid.CreateVersion7()
    };
}
