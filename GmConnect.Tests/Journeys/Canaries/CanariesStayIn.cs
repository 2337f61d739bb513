using System.Text.RegularExpressions;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static GmConnect.Tests.Journeys.Canaries.CanaryWorld;

namespace GmConnect.Tests.Journeys.Canaries;

/// <summary>
/// Words planted in a protected person and in a withdrawn part. Everybody asks for every address there is, filled with the ids
/// of these people; staff have pages open while things change; partners' systems receive. Each word is found with those who
/// have a ground, and with nobody else: in no page, answer, message, log line or frame of a circuit.
/// </summary>
[Collection(nameof(InTheBrowser))]
public partial class CanariesStayIn(Browser browser)
{
    /// <summary>Where most changes show while somebody looks on.</summary>
    private static readonly string[] Homes = ["/staff", "/governance/guardian", "/operations/exchange", "/governance"];

    [BrowserFact]
    public async Task EachIsFoundWithThoseWhoHaveAGround_AndNowhereElse()
    {
        using var log = new CapturedLog();
        await using var hospital = await SurvivingPartner.StartAsync();
        await using var leftNurses = await SurvivingPartner.StartAsync();
        await using var nurses = await SurvivingPartner.StartAsync();
        await using var service = new ServiceInProcess { With = services => PrintNothing(log.AddTo, services) }.Started();
        var world = await BeginAsync(service.Services, hospital, leftNurses, nurses);
        var observers = Observers(world);
        var addresses = Addresses(service, world).ToList();

        var open = new Dictionary<string, IPage>();
        foreach (var observer in observers)
        {
            if (await AskForEverythingAsync(service, observer, addresses) is { } page)
            {
                open[observer.Handle!] = page;
            }
        }

        await WatchWhileThingsChangeAsync(world, open);
        await hospital.ReceivedAsync(2);
        await nurses.ReceivedAsync(2);

        observers.Add(Of("the log", log.Text));
        observers.Add(Of("the system of Petra's hospital", hospital.Deliveries.Select(d => d.Body), [AboutMe, Happened], Name, Case, Goal, Deed));
        observers.Add(Of("the system of the nurses Petra withdrew from", leftNurses.Deliveries.Select(d => d.Body), [], Name, AboutMe, Happened));
        observers.Add(Of("the system of Wilf's nurses", nurses.Deliveries.Select(d => d.Body), [HisAboutMe], HisName, HisLane, HisHappened, HisLater));
        var faults = string.Join('\n', observers.SelectMany(o => o.Faults(CanaryWorld.Canaries)));
        Assert.True(faults.Length == 0, faults);
    }

    /// <summary>Documents come as pages, in which words are found: in a PDF they are compressed.</summary>
    private static void PrintNothing(Action<IServiceCollection> also, IServiceCollection services)
    {
        also(services);
        services.Configure<DocumentOptions>(options => options.Browser = "");
    }

    private static List<Observer> Observers(CanaryWorld world)
    {
        var (petra, wilf) = (world.Petra, world.Wilf);
        string[] team = [Name, AboutMe, Happened, Case, Goal, Deed, CanaryWorld.File, Ward];
        string[] his = [HisName, HisLane, HisAboutMe, HisHappened, HisPeople];

        return
        [
            new("Petra", petra.Himself.Handle, [Name, Lane, Phone, AboutMe, Happened, Home, Goal, Deed, Told, CanaryWorld.File, Ward, CanaryWorld.Assessed], Case),
            new("Petra's daughter", petra.Helen.Handle, [Name, AboutMe, Happened, Home, Goal], Deed, Case),
            new("who leads Petra's case", petra.Amira.Handle, team),
            new("who is in Petra's team", petra.Tom.Handle, team),
            new("the nurse Petra withdrew from", petra.Ruth.Handle, []),
            new("the housing officer with whom Petra never shared", petra.Dev.Handle, []),
            new("the lead of Petra's hospital", world.PetrasLead.Handle, []),
            new("Wilf", wilf.Himself.Handle, [.. his, HisCopy]),
            new("Wilf's daughter", wilf.Helen.Handle, [.. his, HisCopy]),
            new("who reads Wilf's referral", wilf.Amira.Handle, [.. his, HisLater]),
            new("the nurse from whom Wilf withdrew a part", wilf.Ruth.Handle, [HisName, HisAboutMe], HisLane, HisLater),
            new("the lead of Wilf's hospital", world.WilfsLead.Handle, [], HisName),
            // Went through what the copy of everything about Wilf tells of others, and through nothing else of it.
            new("the data guardian", "guardian-gm", [HisName, HisPeople]),
            new("a lead elsewhere", "governance-lead-bolton", []),
            new("an analyst", "analyst-gm", []),
            new("an administrator", "administrator-gm", []),
            new("a social worker elsewhere", "social-worker-salford", []),
            new("another family", "helen-ashworth", []),
            new("a passer-by", null, [])
        ];
    }

    private static Observer Of(string who, string text) => Of(who, [text], []);

    private static Observer Of(string who, IEnumerable<string> texts, string[] must, params string[] may)
    {
        var observer = new Observer(who, null, must, may);
        texts.ToList().ForEach(text => observer.Show("what it received", text));

        return observer;
    }

    /// <summary>Each address over raw HTTP, and what has a circuit once more in a browser.</summary>
    /// <returns>The browser, left where most changes show; nothing for who has no such pages.</returns>
    private async Task<IPage?> AskForEverythingAsync(ServiceInProcess service, Observer observer, IReadOnlyList<string> addresses)
    {
        using var visitor = new Visitor(service.Address);
        if (observer.Handle is { } handle)
        {
            await visitor.BecomeAsync(handle);
        }

        var live = new List<string>();
        foreach (var address in addresses)
        {
            var reply = await visitor.GetAsync(address);
            observer.Show(address, $"{reply.Body} {string.Join(' ', reply.Headers.SelectMany(h => h))}");
            if (reply.Status == 200 && reply.Body.Contains("<!--Blazor:{\"type\":\"server\"", StringComparison.Ordinal))
            {
                live.Add(address);
            }
        }

        if (live.Count == 0)
        {
            return null;
        }

        var page = await service.OpenAsync(browser, observer.Handle!, "/contact");
        observer.Watch(page);
        foreach (var address in live.OrderBy(address => Homes.Contains(address)))
        {
            await page.GotoAsync(address);
            await page.Locator("main h1").WaitForAsync();
            await Assertions.Expect(page.GetByText("Fetching…")).ToHaveCountAsync(0);
            observer.Show(address, await page.ContentAsync());
        }

        return page;
    }

    private static async Task WatchWhileThingsChangeAsync(CanaryWorld world, IReadOnlyDictionary<string, IPage> open)
    {
        var reading = open[world.Wilf.Amira.Handle];
        await reading.GotoAsync($"/staff/referrals/{await world.Wilf.ReferralOfAsync(world.Wilf.Hospital)}");
        await Assertions.Expect(reading.Locator("main")).ToContainTextAsync(HisAboutMe);

        await world.Wilf.TellAsync(("please-do", $"Mind the {HisLater}."));
        await world.Wilf.SharePartsAsync(world.Wilf.Hospital, StoryPartKind.AboutMe, StoryPartKind.WhatHappened);
        await world.Petra.TellAsync(("please-do", "Knock twice."));

        await Assertions.Expect(reading.Locator("main")).ToContainTextAsync(HisLater);
        foreach (var page in open.Values)
        {
            // A question and its answer: what the service had sent before is there.
            await page.EvaluateAsync("() => fetch('/session/alive').then(answer => answer.status)");
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Every address that answers, once with each id that its holes can take.</summary>
    private static IEnumerable<string> Addresses(ServiceInProcess service, CanaryWorld world) => service.Services
        .GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(HttpMethods.Get))
        .Select(endpoint => endpoint.RoutePattern.RawText!)
        .Where(path => !path.Contains('*') && !path.StartsWith("/_", StringComparison.Ordinal))
        .Distinct()
        .SelectMany(path => Filled(path, world.Holes));

    internal static IEnumerable<string> Filled(string path, IReadOnlyDictionary<string, IReadOnlyList<string>> holes) =>
        Hole().Match(path) is { Success: true } hole
            ? holes[hole.Groups[1].Value].SelectMany(id => Filled(path[..hole.Index] + id + path[(hole.Index + hole.Length)..], holes))
            : [path];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();
}
