using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// What one sharing decision costs: in process over indexed facts with 10, 1,000 and 10,000 consents on one person, and through
/// the door with the rows read from the database: <c>decide</c>, <c>decide --postgresql CONNECTION</c>.
/// </summary>
internal static class DecideScenario
{
    private const int Warm = 200_000;
    private const int Asked = 1_000_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var before = Machine.Load;
        Report.Table(
            ["consents on one person", "p50 µs", "p99 µs", "decisions a second"],
            [.. new[] { 10, 1_000, 10_000, 10 }.Select(InProcess)]);
        await ThroughTheDoorAsync(arguments);
        Report.Machine(before);

        return 0;
    }

    private static object[] InProcess(int consents)
    {
        var now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        var (person, nursing) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var random = new Random(3);
        var others = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToArray();
        var purposes = Purposes.For(AgencyKind.CommunityHealth);
        var facts = new IndexedFacts(new SharingFacts(person, new DateOnly(1947, 5, 2), true)
        {
            Agencies = new Dictionary<Guid, AgencyKind> { [nursing] = AgencyKind.CommunityHealth },
            Agreements = [new(Guid.CreateVersion7(), nursing, purposes, [DataCategory.StoryPart], PartSet.All, now.AddYears(-1), now.AddYears(1))],
            Notices = [new(Guid.CreateVersion7(), Audience.Agency(nursing), Purpose.Care, now.AddYears(-1), DateTime.MaxValue)],
            // One in force for the asker, some of theirs that ended, and the others' of many years.
            Consents =
            [
                new(Guid.CreateVersion7(), ConsentAnswer.Given, DecidedBy.Resident, Audience.Agency(nursing), Purpose.Care,
                    PartSet.Of(StoryPartKind.AboutMe, StoryPartKind.Medicines), now.AddDays(-9), now.AddDays(90)),
                .. Enumerable.Range(1, consents - 1).Select(i => new ConsentFact(
                    Guid.CreateVersion7(), i % 9 == 0 ? ConsentAnswer.Refused : ConsentAnswer.Given, DecidedBy.Resident,
                    Audience.Agency(i % 5 == 0 ? nursing : others[random.Next(others.Length)]), Purpose.Care, PartSet.All,
                    now.AddDays(-900 + i % 300), now.AddDays(i % 5 == 0 ? -1 - i % 300 : random.Next(-300, 300))))
            ]
        });
        var request = new AccessRequest(
            new Actor(Guid.CreateVersion7(), "", Role.CaseWorker, AgencyId: nursing), person, DataCategory.StoryPart, Act.Read, Purpose.Care,
            Channel.Page, now, [StoryPartKind.AboutMe, StoryPartKind.Medicines]);
        for (var i = 0; i < Warm; i++)
        {
            SharingDecision.Decide(request, facts);
        }

        var ticks = new long[Asked];
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < Asked; i++)
        {
            var one = Stopwatch.GetTimestamp();
            if (!SharingDecision.Decide(request, facts).Permits)
            {
                throw new InvalidOperationException("What is measured is a permit.");
            }

            ticks[i] = Stopwatch.GetTimestamp() - one;
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var spread = new Spread(ticks.Select(t => t * 1e6 / Stopwatch.Frequency));

        return [consents, spread.Median, spread.Percentile(99), Asked / seconds];
    }

    /// <summary>Worker, referral and story of every seeded referral that can be opened, each in a context of its own, with the entry saved.</summary>
    private static async Task ThroughTheDoorAsync(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("gm-connect-decide-");
        var (provider, connection) = arguments.Said("postgresql")
            ? (DatabaseProvider.PostgreSql, arguments.Text("postgresql", ""))
            : (DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "decide.db")}");
        await using var services = new ServiceCollection()
            .AddLogging().AddDatabase(provider, connection).AddGmConnectDomain()
            // Nothing seals here: after a while the door would open nothing, and what is measured is a permit.
            .Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
            await services.GetRequiredService<SeedDemonstration>().ExecuteAsync(new() { Residents = arguments.Number("residents", 2_000) });
            var databases = services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>();
            var door = services.GetRequiredService<Door>();
            List<(Guid Resident, Actor Actor)> asking;
            await using (var database = await databases.CreateDbContextAsync())
            {
                var referrals = await database.Set<Referral>().Where(r => r.Status == ReferralStatus.New || r.Status == ReferralStatus.Triaged)
                    .Select(r => new { r.ResidentId, r.AgencyId }).Take(500).ToListAsync();
                var workers = (await database.Accounts.Where(a => a.Role == Role.CaseWorker).ToListAsync()).ToLookup(a => a.AgencyId);
                asking = [.. referrals.Where(r => workers[r.AgencyId].Any()).Select(r => (r.ResidentId, workers[r.AgencyId].First().AsActor()))];
            }

            var (decided, recorded, empty) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < 6; round++)
            {
                foreach (var (resident, actor) in asking)
                {
                    await using var database = await databases.CreateDbContextAsync();
                    var begun = Stopwatch.GetTimestamp();
                    var opened = await door.EnterAsync(database, resident, DataCategory.Identity, Asking.ToRead(actor));
                    var entered = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    if (!opened.Succeeded)
                    {
                        throw new InvalidOperationException("What is measured is a permit.");
                    }

                    begun = Stopwatch.GetTimestamp();
                    await database.Database.ExecuteSqlRawAsync("SELECT 1");
                    var asked = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    begun = Stopwatch.GetTimestamp();
                    await database.SaveChangesAsync();
                    if (round > 0)
                    {
                        decided.Add(entered);
                        empty.Add(asked);
                        recorded.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    }
                }
            }

            var (decide, record, ask) = (new Spread(decided), new Spread(recorded), new Spread(empty));
            Report.Table(
                ["database", "through the door", "times", "p50 ms", "p95 ms"],
                [
                    [provider, "rows read and decided", decide.Count, decide.Median, decide.Percentile(95)],
                    [provider, "one empty question to the database", ask.Count, ask.Median, ask.Percentile(95)],
                    [provider, "the look recorded, durable", record.Count, record.Median, record.Percentile(95)]
                ]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
