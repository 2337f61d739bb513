using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Web.Identity;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace GmConnect.Web.Jobs;

/// <summary>Hangfire is the clock and nothing else (docs/decisions/0004).</summary>
public static class JobsSetup
{
    public const string Dashboard = "/operations/jobs";

    public static void AddJobs(this IServiceCollection services, DatabaseProvider provider, string connection)
    {
        services.AddHostedService<DrainOutbox>();
        services.AddHostedService<KeepTheLogSealed>();
        services.AddTransient<RunTimedJob>();
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseTheStorage(provider, connection));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        services.AddHostedService<PostTimetable>();
    }

    public static void MapJobs(this WebApplication app) =>
        app.MapHangfireDashboard(Dashboard, new DashboardOptions
            {
                // The policy of the address rules; the dashboard's own rule would let in whoever sits at the server.
                Authorization = [],
                IsReadOnlyFunc = _ => true,
                AppPath = "/operations",
                DashboardTitle = "GM-Connect jobs",
                DisplayStorageConnectionString = false,
                DefaultRecordsPerPage = 20
            })
            .RequireAuthorization(Policies.Operations);

    private static void UseTheStorage(this IGlobalConfiguration hangfire, DatabaseProvider provider, string connection)
    {
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(connection));
                break;
            case DatabaseProvider.SqlServer:
                hangfire.UseSqlServerStorage(connection);
                break;
            default:
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(3) });
                break;
        }
    }

    /// <summary>Writes the timetable into the clock at start, and takes out what is no longer on it.</summary>
    private sealed class PostTimetable(IRecurringJobManager jobs, JobStorage storage) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var job in Timetable.All)
            {
                jobs.AddOrUpdate<RunTimedJob>(
                    job.Name,
                    run => run.ExecuteAsync(job.Name, CancellationToken.None),
                    job.Cron,
                    new RecurringJobOptions { TimeZone = LondonTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed });
            }

            using var connection = storage.GetConnection();
            foreach (var gone in connection.GetAllItemsFromSet("recurring-jobs").Where(name => Timetable.Find(name) is null))
            {
                jobs.RemoveIfExists(gone);
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
