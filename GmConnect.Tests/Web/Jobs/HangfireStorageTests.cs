using System.Globalization;
using System.Text.Json;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Web.Jobs;

/// <summary>Where the clock keeps its own: beside the database's tables on PostgreSQL, in memory where there is only SQLite.</summary>
public class HangfireStorageTests
{
    private const string Told = "I fell on the stairs at Lark Hill.";

    [PostgreSqlFact]
    public async Task PostgreSql_HoldsTheTimetable_RunsIt_AndKnowsNobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var service = await RunningService.StartAsync(
            ("Database__Provider", "PostgreSql"), ("ConnectionStrings__GmConnect", database.ConnectionString), ("Demonstration__Residents", "5"));
        using var helen = await CitizenClient.SignInAsync(service, "helen-ashworth");
        await helen.ShareAsync("Salford Royal", Told);

        await MakeDueAsync(database);
        await Eventually.AsyncIsTrue(
            async () => (await database.RowsAsync("SELECT statename FROM hangfire.job")).Contains("Succeeded"), TimeSpan.FromMinutes(1));

        Assert.Equal(
            Timetable.All.Select(job => job.Name).Order(),
            await database.RowsAsync("SELECT value FROM hangfire.set WHERE key = 'recurring-jobs' ORDER BY value"));
        Assert.NotEmpty(await database.RowsAsync("SELECT id FROM hangfire.server"));
        Assert.All(await database.RowsAsync("SELECT arguments FROM hangfire.job"), arguments =>
            Assert.Contains(JsonSerializer.Deserialize<string[]>(arguments)![0], Timetable.All.Select(job => $"\"{job.Name}\"")));
        var kept = await database.EverythingHangfireKeepsAsync();
        Assert.Contains("sweep-outbox", kept);
        Assert.All(await PersonalAsync(database), word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sqlite_HoldsNothingOfTheClock_AndAKilledServiceHasItsTimetableAgain()
    {
        await using var service = await RunningService.StartAsync(("Demonstration__Residents", "3"));
        await service.KillAsync();
        await service.StartAgainAsync();
        using var administrator = await service.VisitorAsync(Role.Administrator);

        var shown = (await administrator.GetAsync("/operations/jobs/recurring")).Body;

        Assert.All(Timetable.All, job => Assert.Contains(job.Name, shown));
        await using var connection = new SqliteConnection($"Data Source={service.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE '%hangfire%'";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    /// <summary>As if its minute had come: the clock in the service finds it in its tables.</summary>
    private static Task MakeDueAsync(TestDatabase database) => database.RowsAsync("""
        WITH due AS (UPDATE hangfire.set SET score = extract(epoch from now()) - 1 WHERE key = 'recurring-jobs' AND value = 'sweep-outbox' RETURNING value)
        UPDATE hangfire.hash SET value = (extract(epoch from now())::bigint * 1000 - 1000)::text WHERE key = 'recurring-job:sweep-outbox' AND field = 'NextExecution' RETURNING value
        """);

    /// <summary>Names, numbers, places and words of everybody in the database; their dates as people and as machines write them.</summary>
    private static async Task<IReadOnlyList<string>> PersonalAsync(TestDatabase database)
    {
        await using var context = new PostgreSqlGmConnectDbContext(
            new DbContextOptionsBuilder<PostgreSqlGmConnectDbContext>().UseNpgsql(database.ConnectionString).Options);
        var residents = await context.Set<Resident>().ToListAsync();
        var accounts = await context.Accounts.Select(account => account.DisplayName).ToListAsync();
        Assert.Contains(residents, resident => resident.FamilyName == "Ashworth");

        return
        [
            Told, "stairs", "Lark Hill", .. accounts,
            .. residents.SelectMany(resident => new[]
            {
                resident.GivenName, resident.FamilyName, resident.NhsNumber, resident.AddressLine, resident.Postcode, resident.Phone, $"{resident.Id}",
                resident.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), resident.BirthDate.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            }).OfType<string>()
        ];
    }
}
