using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data.Demonstration;

/// <summary>A seeded world to look at, the same numbers everywhere so that its tests speak of one world.</summary>
internal static class SeededWorld
{
    public const int Residents = 300;

    public static async Task<World> OnAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, int? seed = null, TimeSpan later = default, int residents = Residents)
    {
        var world = await World.OnAsync(provider);
        world.Clock.Advance(later);
        var options = new DemonstrationOptions { Residents = residents };
        options.Seed = seed ?? options.Seed;
        var outcome = await world.The<SeedDemonstration>().ExecuteAsync(options);
        Assert.True(outcome.Succeeded);

        return world;
    }

    public static Task<List<T>> AllAsync<T>(this World world, Func<IQueryable<T>, IQueryable<T>>? with = null)
        where T : class =>
        world.ReadAsync(database => (with ?? (rows => rows))(database.Set<T>().AsNoTracking()).ToListAsync());

    /// <summary>Every row of every table as text, without the versions, which are new at each save.</summary>
    public static Task<List<string>> DumpAsync(this World world, Func<object?, string> show) => world.ReadAsync(async database =>
    {
        var rows = new List<string>();
        foreach (var type in database.Model.GetEntityTypes().Select(t => t.ClrType))
        {
            var entities = await AllOf(database, type);
            rows.AddRange(entities.Select(entity =>
            {
                var values = database.Entry(entity).Properties
                    .Where(p => p.Metadata.Name != "Version")
                    .Select(p => $"{p.Metadata.Name}={show(p.CurrentValue)}");

                return $"{type.Name}: {string.Join("; ", values)}";
            }));
        }

        rows.Sort(StringComparer.Ordinal);

        return rows;
    });

    private static async Task<List<object>> AllOf(GmConnectDbContext database, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(database, null)!;

        return await set.ToListAsync();
    }
}
