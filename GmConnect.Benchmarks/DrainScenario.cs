using System.Diagnostics;
using GmConnect.Benchmarks.Figures;
using GmConnect.Domain;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks;

/// <summary>
/// How fast the outbox empties towards partners that accept at once, in a process of their own: <c>drain --messages N</c>, on
/// SQLite in a temporary folder, or on the empty database that <c>--provider</c> and <c>--connection</c> name.
/// </summary>
internal static class DrainScenario
{
    private const int BatchSize = 500;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (messages, partners, runs, before) =
            (arguments.Number("messages", 10_000), arguments.Number("partners", 1), arguments.Number("runs", 3), Machine.Load);
        var folder = Directory.CreateTempSubdirectory("gm-connect-drain-");
        var provider = Enum.Parse<DatabaseProvider>(arguments.Text("provider", nameof(DatabaseProvider.Sqlite)), ignoreCase: true);
        var connection = arguments.Text("connection", $"Data Source={Path.Combine(folder.FullName, "drain.db")}");
        await using var services = new ServiceCollection().AddLogging().AddDatabase(provider, connection).AddGmConnectDomain().BuildServiceProvider();
        await using var partner = await PartnerProcess.StartAsync();
        try
        {
            await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
            var agencies = await ConnectAsync(services, partner.Address, partners);
            var rates = new List<double>();
            for (var run = 0; run < runs; run++)
            {
                await QueueAsync(services, agencies, messages);
                rates.Add(await DrainAsync(services, agencies));
                Report.Progress($"run {run + 1}: {rates[^1]:#,##0} messages a second");
            }

            Report.Line($"Messages a second from a full outbox to an empty one, {messages:#,##0} messages a run, each about another resident.");
            Report.Machine(before);
            Report.Table(["database", "partners", "median", "slowest", "fastest"],
                [[provider, partners, new Spread(rates).Median, new Spread(rates).Smallest, new Spread(rates).Largest]]);

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> DrainAsync(IServiceProvider services, IReadOnlyList<Agency> agencies)
    {
        var deliver = services.GetRequiredService<DeliverMessages>();
        var watch = Stopwatch.StartNew();
        var sent = await Task.WhenAll(agencies.Select(agency => Task.Run(() => deliver.ExecuteAsync(agency.Id))));

        return sent.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<IReadOnlyList<Agency>> ConnectAsync(IServiceProvider services, Uri partner, int count)
    {
        List<Agency> agencies = [.. Enumerable.Range(0, count).Select(number => new Agency
        {
            Id = Guid.CreateVersion7(), Code = $"fast-{number}", Name = $"Fast {number}", Kind = AgencyKind.AdultSocialCare, WhatItDoes = "Accepts."
        })];
        await using var database = await OpenAsync(services);
        database.AddRange(agencies);
        database.AddRange(agencies.Select(agency => new PartnerSystem
        {
            AgencyId = agency.Id, Address = new Uri(partner, "events").ToString(), Secret = $"whsec_{Convert.ToBase64String(new byte[32])}"
        }));
        await database.SaveChangesAsync();

        return agencies;
    }

    private static async Task QueueAsync(IServiceProvider services, IReadOnlyList<Agency> agencies, int messages)
    {
        for (var written = 0; written < messages; written += BatchSize)
        {
            await using var database = await OpenAsync(services);
            database.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var number in Enumerable.Range(written, Math.Min(BatchSize, messages - written)))
            {
                Queue(database, agencies[number % agencies.Count], DateTime.UtcNow);
            }

            await database.SaveChangesAsync();
        }
    }

    private static void Queue(GmConnectDbContext database, Agency agency, DateTime now)
    {
        var resident = new Resident
        {
            Id = Guid.CreateVersion7(), GivenName = "Invented", FamilyName = "Resident", BirthDate = new DateOnly(1950, 1, 1),
            AddressLine = "1 Nowhere", Town = "Salford", Postcode = "M5 4WT", Borough = "Salford", PlaceWasAsked = true
        };
        var consent = new ConsentRecord
        {
            Reference = Domain.Common.Reference.New(), ResidentId = resident.Id, AgencyId = agency.Id, Purpose = Purposes.For(agency.Kind)[0],
            From = now.AddDays(-1), Until = now.AddDays(30), GivenBy = resident.Id, Wording = "I agree.",
            WordingHash = ConsentRecord.HashOf("I agree."), Language = "en-GB"
        }.Covering(StoryQuestions.Parts);
        var message = new OutboxMessage
        {
            ResidentId = resident.Id, AgencyId = agency.Id, Kind = MessageKind.StoryShared, ConsentId = consent.Id,
            Position = now.Ticks, WrittenAt = now, NextAttemptAt = now, AnswerTokenHash = Outbox.HashOf($"{Guid.NewGuid()}")
        };
        var notice = new NoticeGiven
        {
            ResidentId = resident.Id, AgencyId = agency.Id, Purpose = consent.Purpose, From = consent.From, RecordedBy = resident.Id,
            WordingHash = consent.WordingHash, Language = consent.Language
        };
        database.AddRange(resident, consent, notice, message, new OutboxBody { MessageId = message.Id, Json = Body(message.Id) });
    }

    /// <summary>As long as a story of a few paragraphs.</summary>
    private static string Body(Guid id) => $$$"""{"specversion":"1.0","id":"{{{id}}}","data":{"words":"{{{new string('x', 3_000)}}}"}}""";

    private static Task<GmConnectDbContext> OpenAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
}
