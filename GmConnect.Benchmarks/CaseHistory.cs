using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// Whether a case of five years opens as fast as a new one: what its page asks for (the case, its timeline, the plan), of one case
/// that stays as it was seeded and of one that grows to 2,000 notes and 300 actions with their changes, turn by turn:
/// <c>case-history</c>, <c>case-history --postgresql CONNECTION</c>.
/// </summary>
internal static class CaseHistory
{
    private const int Notes = 2_000;
    private const int Actions = 300;
    private const int StillOpen = 20;
    private const int ChangesEach = 6;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var load = Machine.Load;
        var rounds = arguments.Number("rounds", 300);
        var folder = Directory.CreateTempSubdirectory("gm-connect-case-");
        var (provider, connection) = arguments.Said("postgresql")
            ? (DatabaseProvider.PostgreSql, arguments.Text("postgresql", ""))
            : (DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "case.db")}");
        await using var services = new ServiceCollection().AddLogging().AddDatabase(provider, connection).AddGmConnectDomain()
            // Nothing seals here, and a log that nobody seals lets nobody in.
            .Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
            await services.GetRequiredService<SeedDemonstration>().ExecuteAsync(new() { Residents = arguments.Number("residents", 500) });
            var cases = await TwoCasesAsync(services);
            var (young, before) = await MeasureAsync(services, cases, rounds);
            await GrowAsync(services, cases.Grows);
            var (again, after) = await MeasureAsync(services, cases, rounds);
            Report.Table(
                ["database", "what the page of a case asks for", "times", "p50 ms", "p95 ms"],
                [
                    [provider, "the case that stays, before the other grew", young.Count, young.Median, young.Percentile(95)],
                    [provider, "the case that grows, before", before.Count, before.Median, before.Percentile(95)],
                    [provider, "the case that stays, after", again.Count, again.Median, again.Percentile(95)],
                    [provider, $"the case that grew to {Notes} notes and {Actions} actions", after.Count, after.Median, after.Percentile(95)]
                ]);
            Console.WriteLine($"the grown case against itself as new, beside the one that stayed: {after.Median / before.Median / (again.Median / young.Median):0.00}");
            Report.Machine(load);

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private sealed record Opening(Guid Case, Guid Resident, Actor Lead);

    private static async Task<(Opening Stays, Opening Grows)> TwoCasesAsync(ServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var files = await database.Set<CaseFile>().Include(c => c.CareTeam).Where(c => c.Status == CaseStatus.Open).OrderBy(c => c.Id).ToListAsync();
        var found = new List<Opening>();
        foreach (var file in files)
        {
            var lead = (await database.Accounts.SingleAsync(a => a.Id == file.LeadAccountId)).AsActor();
            if ((await services.GetRequiredService<ReadCase>().ExecuteAsync(file.Id, lead, Guid.NewGuid())).Succeeded)
            {
                found.Add(new(file.Id, file.ResidentId, lead));
            }
        }

        return (found[0], found[1]);
    }

    private static async Task<(Spread Stays, Spread Grows)> MeasureAsync(ServiceProvider services, (Opening Stays, Opening Grows) cases, int rounds)
    {
        var (stays, grows) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds + 20; round++)
        {
            foreach (var (opening, times) in new[] { (cases.Stays, stays), (cases.Grows, grows) })
            {
                var (view, begun) = (Guid.CreateVersion7(), Stopwatch.GetTimestamp());
                var whole = (await services.GetRequiredService<ReadCase>().ExecuteAsync(opening.Case, opening.Lead, view)).Succeeded
                    && (await services.GetRequiredService<ReadTimeline>().ExecuteAsync(opening.Case, null, opening.Lead, view)).Succeeded
                    && (await services.GetRequiredService<ReadPlan>().ExecuteAsync(opening.Resident, opening.Lead, view)).Succeeded;
                if (!whole)
                {
                    throw new InvalidOperationException("What is measured opens.");
                }

                if (round >= 20)
                {
                    times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
            }
        }

        return (new Spread(stays), new Spread(grows));
    }

    /// <summary>Written by its rules and saved as rows: five years of work by one person.</summary>
    private static async Task GrowAsync(ServiceProvider services, Opening opening)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var plan = await database.Set<CarePlan>().Include(p => p.Actions).Include(p => p.Goals).SingleAsync(p => p.ResidentId == opening.Resident);
        var at = TimeProvider.System.UtcNow().AddYears(-5);
        Stamp Next() => new(opening.Lead.AccountId, at = at.AddMinutes(600));
        for (var i = 0; i < Notes; i++)
        {
            var stamp = Next();
            var note = new CaseNote { ResidentId = opening.Resident, CaseFileId = opening.Case, AgencyId = opening.Lead.AgencyId!.Value, WrittenBy = stamp.By };
            note.Write(new($"Visit {i}: walked to the kitchen and back, slept well, no pain worth speaking of.", CaseAudience.CareTeam, null), LondonTime.DayOf(stamp.At), stamp);
            note.Approve(stamp);
            database.Add(note);
        }

        for (var i = 0; i < Actions; i++)
        {
            var action = plan.AddAction(plan.Goals[0].Id, $"Action {i} of five years", PlanOwner.Family, null, LondonTime.DayOf(at), Next()).Value!;
            for (var change = 0; change < ChangesEach; change++)
            {
                plan.Apply([new(action.Id, PlanField.ActionWhat, action.What, $"Action {i}, as changed {change}")], LondonTime.DayOf(at), Next());
            }

            if (i >= StillOpen)
            {
                plan.Apply([new(action.Id, PlanField.ActionStatus, "ToDo", "Done")], LondonTime.DayOf(at), Next());
            }
        }

        await database.SaveChangesAsync();
    }
}
