using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// How long the demonstration world takes and how much memory at its peak: <c>seed --residents N</c>, on SQLite in a
/// temporary folder, or on the empty PostgreSQL database that <c>--postgresql CONNECTION</c> names.
/// </summary>
internal static class SeedScenario
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var before = Machine.Load;
        var residents = arguments.Number("residents", 500);
        var folder = Directory.CreateTempSubdirectory("gm-connect-seed-");
        var (provider, connection) = arguments.Said("postgresql")
            ? (DatabaseProvider.PostgreSql, arguments.Text("postgresql", ""))
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
            var peak = process.PeakWorkingSet64 / (double)(1 << 20);
            var rows = await CountAsync(services);
            Report.Table(
                ["database", "residents", "rows", "seconds", "peak MiB"],
                [[provider, residents, rows, watch.Elapsed.TotalSeconds, peak]]);
            Report.Machine(before);

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
#pragma warning disable EF1002 // The model's own table names.
            rows += await database.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync();
#pragma warning restore EF1002
        }

        return rows;
    }
}
