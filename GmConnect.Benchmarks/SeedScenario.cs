using System.Diagnostics;
using GmConnect.Domain;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// <c>seed [RESIDENTS] [CONNECTION]</c>: how long the demonstration world takes, and how much memory at its peak. A
/// PostgreSQL connection string names the database; without one it is SQLite in a temporary folder.
/// </summary>
internal static class SeedScenario
{
    public static async Task<int> RunAsync(string[] args)
    {
        var residents = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 500;
        var folder = Directory.CreateTempSubdirectory("gm-connect-seed-");
        var (provider, connection) = args.Length > 2
            ? (DatabaseProvider.PostgreSql, args[2])
            : (DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "seed.db")}");
        await using var services = new ServiceCollection()
            .AddLogging().AddDatabase(provider, connection).AddGmConnectDomain().BuildServiceProvider();
        try
        {
            await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
            var watch = Stopwatch.StartNew();
            var outcome = await services.GetRequiredService<SeedDemonstration>().ExecuteAsync(new() { Residents = residents });
            watch.Stop();
            using var process = Process.GetCurrentProcess();
            var rows = await CountAsync(services);
            Console.WriteLine(
                $"{provider}: {residents} residents, {rows} rows in {watch.Elapsed.TotalSeconds:0.0} s, "
                + $"peak {process.PeakWorkingSet64 / 1048576.0:0} MiB, {outcome.Refusal?.ToString() ?? "done"}");

            return outcome.Succeeded ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<long> CountAsync(ServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        long rows = 0;
        foreach (var table in database.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            rows += await database.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync();
        }

        return rows;
    }
}
