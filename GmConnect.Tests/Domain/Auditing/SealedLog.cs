using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Auditing;

/// <summary>A world whose log is sealed with a key of its own and anchored in files of its own.</summary>
internal sealed class SealedLog : IAsyncDisposable
{
    private readonly Random _chance = new(20261123);
    private readonly TemporaryFolder _folder;

    private SealedLog(World world, TemporaryFolder folder, SealingKey key) => (World, _folder, Key) = (world, folder, key);

    public World World { get; }

    public SealingKey Key { get; }

    /// <summary>Two residents: an entry can be turned against another.</summary>
    public IReadOnlyList<Resident> Residents { get; } = [A.Resident(), A.Resident()];

    public static async Task<SealedLog> OnAsync(
        DatabaseProvider provider, int batchSize = AuditOptions.LargestBatch, int anchors = 1, Action<IServiceCollection>? with = null)
    {
        var folder = TemporaryFolder.Create();
        var key = SealingKey.New();
        var world = await World.OnAsync(provider, services =>
        {
            services.AddSingleton(new Keyring(key, []));
            services.Configure<AuditOptions>(audit =>
            {
                audit.StopAfter = new AuditOptions().StopAfter;
                audit.BatchSize = batchSize;
                audit.Anchors = [.. Enumerable.Range(0, anchors).Select(n => folder.File($"anchor-{n}.jsonl"))];
            });
            with?.Invoke(services);
        });
        var log = new SealedLog(world, folder, key);
        await world.SaveAsync([.. log.Residents]);

        return log;
    }

    public string Anchor(int number = 0) => _folder.File($"anchor-{number}.jsonl");

    public string File(string name) => _folder.File(name);

    /// <summary>A second apart.</summary>
    public async Task<IReadOnlyList<AccessEntry>> RecordAsync(int entries)
    {
        List<AccessEntry> recorded = [.. Enumerable.Range(0, entries).Select(_ => Entry())];
        await World.SaveAsync([.. recorded]);

        return recorded;
    }

    /// <summary>One more second has passed; everything else is chance.</summary>
    public AccessEntry Entry()
    {
        World.Clock.Advance(TimeSpan.FromSeconds(1));

        return new AccessEntry
        {
            ResidentId = Residents[_chance.Next(2)].Id,
            At = World.Now,
            AccountId = Guid.CreateVersion7(),
            Role = One<Role>(),
            AgencyId = Maybe(Guid.CreateVersion7()),
            Kind = One<AccessKind>(),
            Category = One<DataCategory>(),
            Parts = _chance.Next(2) == 0 ? "" : $"{One<StoryPartKind>()}",
            Act = Maybe(One<Act>()),
            Wanted = _chance.Next(2) == 0 ? null : $"{One<StoryPartKind>()}",
            Purpose = One<Purpose>(),
            Channel = One<Channel>(),
            Ground = Maybe(One<GroundKind>()),
            GroundFacts = $"{Guid.CreateVersion7():n}",
            Because = Maybe(One<RefusedBecause>()),
            View = Maybe(Guid.CreateVersion7())
        };
    }

    public Task<int> SealAsync() => World.The<SealLog>().ExecuteAsync();

    public Task<VerifiedLog> VerifyAsync(params string[] heads) => World.The<VerifyLog>().ExecuteAsync(heads.Length == 0 ? null : heads);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Key.Dispose();
        _folder.Dispose();
    }

    private T One<T>() where T : struct, Enum => Enum.GetValues<T>()[_chance.Next(Enum.GetValues<T>().Length)];

    private T? Maybe<T>(T value) where T : struct => _chance.Next(2) == 0 ? null : value;
}
