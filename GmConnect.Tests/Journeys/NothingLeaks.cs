using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// The main job at a desk, on PostgreSQL, where Hangfire keeps its tables, with logs and telemetry turned up: nobody's name, number, date
/// or word is found where operators and passers-by read.
/// </summary>
[Collection(nameof(InTheBrowser))]
public class NothingLeaks(Browser browser)
{
    private static readonly string[] Words =
    [
        "Ashworth", "ashworth", "George", "Helen", "Amira", "Siobhan", "Doyle", "Bradshaw", "Hargreaves", "daughter",
        "Bella", "garden", "cellar", "hip replaced", "Injections every evening", "Enoxaparin", "paracetamol", "Eleven steps", "allotment",
        "tenancy", "raised seat", "leads the discharge",
        HipJourney.Reason, HipJourney.Aim, HipJourney.Goal, HipJourney.Rail, HipJourney.AmirasWords
    ];

    [BrowserFact(On = DatabaseProvider.PostgreSql)]
    public async Task TheJourney_LeavesNothingOfItsPeople_InLogsTelemetryAddressesTitlesOrJobs()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var collector = await SurvivingPartner.StartAsync();
        await using var service = await RunningService.StartAsync(
            ("Database__Provider", nameof(DatabaseProvider.PostgreSql)),
            ("ConnectionStrings__GmConnect", database.ConnectionString),
            ("Telemetry__OtlpEndpoint", collector.Address.ToString()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Debug"),
            ("Logging__LogLevel__System.Net.Http", "Debug"),
            ("Logging__Console__LogLevel__Microsoft.AspNetCore.SignalR.Internal", "Trace"));
        var trail = new Trail();

        await new HipJourney(browser, service, Screen.Desk, trail).GoAsync();
        string[] words = [.. Words, .. await NumbersOfAsync(database)];
        using var visitor = new Visitor(service.Address);
        var metrics = (await visitor.GetAsync("/metrics")).Body;
        var jobs = await database.EverythingHangfireKeepsAsync();
        await service.StopAsync();

        var places = new Dictionary<string, string>
        {
            ["the log"] = service.Output,
            ["metrics"] = metrics,
            ["traces and metrics sent"] = string.Concat(collector.Deliveries.Select(d => d.Body)),
            ["addresses"] = string.Join('\n', trail.Addresses.Select(Uri.UnescapeDataString)),
            ["titles"] = string.Join('\n', trail.Titles),
            ["Hangfire's tables"] = jobs
        };
        Assert.Contains("consents/{resident", places["traces and metrics sent"]);
        Assert.Contains("/staff/cases/", places["addresses"]);
        Assert.Contains("Inbox and my work", places["titles"]);
        Assert.Contains("sweep-outbox", jobs);
        Assert.Equal("", string.Join('\n',
            from place in places
            from word in words
            where place.Value.Contains(word, StringComparison.Ordinal)
            select $"{word} in {place.Key}: {Around(place.Value, word)}"));
    }

    private static Task<IReadOnlyList<string>> NumbersOfAsync(TestDatabase database) => database.RowsAsync("""
        select unnest(array["NhsNumber", substr("NhsNumber", 1, 3) || ' ' || substr("NhsNumber", 4, 3) || ' ' || substr("NhsNumber", 7),
            "AddressLine", "Postcode", "Phone", to_char("BirthDate", 'YYYY-MM-DD'), to_char("BirthDate", 'FMDD FMMonth YYYY'),
            to_char("BirthDate", 'MM/DD/YYYY'), to_char("BirthDate", 'DD/MM/YYYY')])
        from "Resident" where "FamilyName" = 'Ashworth'
        """);

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);

        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 120)];
    }
}
