using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Web.Documents;
using GmConnect.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace GmConnect.Benchmarks;

/// <summary>
/// How long somebody waits for a document, from the question to the last byte (read as its reader, drawn, printed; without HTTP), one
/// and two at once, with a browser that runs already; what the first one waits; and what the browser takes of memory.
/// </summary>
internal static class DocumentsScenario
{
    private const int WarmUp = 5;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var load = Machine.Load;
        var times = arguments.Number("times", 60);
        var folder = Directory.CreateTempSubdirectory("gm-connect-documents-");
        await using var services = Services($"Data Source={Path.Combine(folder.FullName, "documents.db")}");
        try
        {
            await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
            await services.GetRequiredService<SeedDemonstration>().ExecuteAsync(new() { Residents = arguments.Number("residents", 500) });
            var documents = await DocumentsAsync(services);
            var begun = Stopwatch.GetTimestamp();
            await PrintAsync(services, documents[0], large: false);
            var first = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            var rows = new List<object[]>();
            foreach (var atOnce in new[] { 1, 2 })
            {
                foreach (var document in documents)
                {
                    Report.Progress($"{document.Name}, {atOnce} at once");
                    var (spread, size) = await MeasureAsync(services, document, times, atOnce, large: false);
                    rows.Add([document.Name, atOnce, spread.Count, spread.Median, spread.Percentile(95), spread.Largest, size / 1024.0]);
                }
            }

            var (large, bytes) = await MeasureAsync(services, documents[0], times, 1, large: true);
            rows.Add([$"{documents[0].Name}, large print", 1, large.Count, large.Median, large.Percentile(95), large.Largest, bytes / 1024.0]);
            var (chromium, driver) = (MemoryOf("/chrom"), MemoryOf(".playwright/node"));
            Report.Line($"Milliseconds from the question to the last byte, without HTTP, {times} of each after {WarmUp} to warm up. The very first, which starts the browser: {first:#,##0} ms.");
            Report.Machine(load);
            Report.Table(["document", "at once", "times", "p50 ms", "p95 ms", "largest ms", "KiB"], rows);
            Report.Line($"Proportional memory afterwards: Chromium {chromium / 1024:#,##0} MiB, its driver {driver / 1024:#,##0} MiB.");

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private sealed record Measured(string Name, SignedInPerson Reader, Func<Task<DocumentContent?>> Read);

    private static ServiceProvider Services(string connection) => new ServiceCollection()
        .AddLogging().AddLocalization().AddDatabase(DatabaseProvider.Sqlite, connection).AddGmConnectDomain()
        // Nothing seals here, and a log that nobody seals lets nobody in.
        .Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero)
        .Configure<DocumentOptions>(documents => documents.Browser = Environment.GetEnvironmentVariable("Documents__Browser") ?? documents.Browser)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
        .AddSingleton<DocumentPrinter>().AddSingleton<WriteManuscript>().BuildServiceProvider();

    /// <summary>Of the seeded people: what a worker of a hospital prints of one of theirs, and a receipt for who gave it.</summary>
    private static async Task<IReadOnlyList<Measured>> DocumentsAsync(ServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var hospitals = await database.Agencies.Where(a => a.Kind == AgencyKind.Hospital).Select(a => a.Id).ToListAsync();
        var today = TimeProvider.System.Today();
        foreach (var file in await database.Set<CaseFile>().Where(c => c.Status == CaseStatus.Open && hospitals.Contains(c.AgencyId)).OrderBy(c => c.Id).ToListAsync())
        {
            var account = await database.Accounts.SingleAsync(a => a.Id == file.LeadAccountId);
            var (lead, reader) = (account.AsActor(), new SignedInPerson(account.AsActor(), account.JobTitle ?? "", "The hospital"));
            var referral = await database.Set<Domain.Referrals.Referral>().Where(r => r.CaseId == file.Id && r.AgencyId == file.AgencyId).Select(r => r.Id).FirstOrDefaultAsync();
            var own = await database.Accounts.FirstOrDefaultAsync(a => a.ResidentId == file.ResidentId);
            var stay = await services.GetRequiredService<BeginStay>().ExecuteAsync(file.Id, new("Ward 4", today.AddDays(-3), false, "plans the way home"), lead);
            if (!stay.Succeeded || (await services.GetRequiredService<ReadPassport>().OfReferralAsync(referral, lead)).Value is not { Parts.Count: > 0 })
            {
                continue;
            }

            var id = stay.Value;
            await services.GetRequiredService<ChangeStay>().ExpectAsync(id, today.AddDays(4), null, "Safe with a frame", lead);
            await services.GetRequiredService<ChangeStay>().AskAsync(id, new() { Injections = Injections.Nurse, Doses = 28, Equipment = Known.Yes, Support = Known.Yes, Wheelchair = Known.Yes, Stairs = Known.Yes }, lead);
            var documents = new List<Measured>
            {
                new("shared plan", reader, async () => (await services.GetRequiredService<ReadPlan>().ExecuteAsync(file.ResidentId, lead, null, new(0, Channel: Channel.Export))).Value is { } plan
                    ? new(PrintedKind.Plan, plan.Who, plan) : null),
                new("story passport", reader, async () => (await services.GetRequiredService<ReadPassport>().OfReferralAsync(referral, lead)).Value is { } passport
                    ? new(PrintedKind.Passport, passport.Who, passport.Parts) : null),
                new("leaving hospital", reader, async () => (await services.GetRequiredService<ReadStay>().ExecuteAsync(id, lead, Guid.CreateVersion7(), Channel.Export)).Value is { } shown
                    ? new(PrintedKind.Leaving, shown.Who, LeavingSummary.Of(shown)) : null)
            };
            if (own is not null)
            {
                documents.Add(new("receipt", new(own.AsActor(), "", null), async () => (await services.GetRequiredService<ReadPermissions>().ExecuteAsync(file.ResidentId, own.AsActor(), Channel.Export)).Value is { } all
                    ? new(PrintedKind.Receipt, all.Who, all.Permissions[0]) : null));
            }

            return documents;
        }

        throw new InvalidOperationException("No hospital of the seeded world has an open case.");
    }

    private static async Task<(Spread Times, int Bytes)> MeasureAsync(ServiceProvider services, Measured document, int times, int atOnce, bool large)
    {
        for (var warm = 0; warm < WarmUp; warm++)
        {
            await PrintAsync(services, document, large);
        }

        var (left, size) = (times, 0);
        var spent = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var begun = Stopwatch.GetTimestamp();
                size = await PrintAsync(services, document, large);
                mine.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return mine;
        })));

        return (new Spread(spent.SelectMany(mine => mine)), size);
    }

    private static async Task<int> PrintAsync(ServiceProvider services, Measured document, bool large)
    {
        var printer = services.GetRequiredService<DocumentPrinter>();
        using var place = await printer.TakePlaceAsync();
        var content = await document.Read() ?? throw new InvalidOperationException("What is measured opens.");
        var manuscript = await services.GetRequiredService<WriteManuscript>().ExecuteAsync(content, new PrintedFor(document.Reader, DateTime.UtcNow, large));

        return (await printer.PrintAsync(manuscript) ?? throw new InvalidOperationException("What is measured is printed.")).Length;
    }

    /// <summary>KiB of all processes below this one that were started from such a path; shared pages are counted once.</summary>
    private static long MemoryOf(string path)
    {
        var parents = Process.GetProcesses().Select(process => (process.Id, Parent: ParentOf(process.Id))).ToList();
        HashSet<int> ours = [Environment.ProcessId];
        while (parents.Count(process => ours.Contains(process.Parent) && ours.Add(process.Id)) > 0)
        {
        }

        return parents.Where(process => ours.Contains(process.Id) && Read($"/proc/{process.Id}/cmdline").Split('\0', ' ')[0].Contains(path, StringComparison.Ordinal)).Sum(process => Proportional(process.Id));
    }

    private static int ParentOf(int id) => Read($"/proc/{id}/stat") is { Length: > 0 } stat ? int.Parse(stat.Split(") ")[^1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static long Proportional(int id) => Read($"/proc/{id}/smaps_rollup").Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
