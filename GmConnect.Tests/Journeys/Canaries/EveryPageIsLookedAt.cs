using GmConnect.Domain.Data;
using GmConnect.Tests.TestSupport;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys.Canaries;

/// <summary>axe on every page that there is, on a phone and at a desk, as somebody who may open it and has something on it.</summary>
[Collection(nameof(InTheBrowser))]
public class EveryPageIsLookedAt(Browser browser)
{
    /// <summary>Pages that the two families have no reason for, and the test that looks at each.</summary>
    private static readonly Dictionary<string, string> _elsewhere = new()
    {
        ["/story/{resident:guid}/share/parts"] = nameof(TheMainJob),
        ["/story/{resident:guid}/share/purposes"] = nameof(TheMainJob),
        ["/story/{resident:guid}/share/preview"] = nameof(TheMainJob),
        ["/story/{resident:guid}/{question}/choose"] = nameof(NothingTypedIsLost),
        ["/consents/{resident:guid}/{consent:guid}/instead"] = nameof(ReferralsTriaged),
        ["/consents/{resident:guid}/asked/{question:guid}"] = nameof(ReferralsTriaged),
        ["/questions/{resident:guid}/reply/{matter:guid}"] = nameof(CorrectionAndCopy),
        ["/growing-up/{resident:guid}"] = nameof(GrowingUp)
    };

    [BrowserFact]
    public async Task OnAPhoneAndAtADesk()
    {
        await using var hospital = await SurvivingPartner.StartAsync();
        await using var leftNurses = await SurvivingPartner.StartAsync();
        await using var nurses = await SurvivingPartner.StartAsync();
        await using var service = new ServiceInProcess().Started();
        var world = await CanaryWorld.BeginAsync(service.Services, hospital, leftNurses, nurses);
        var pages = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(path => !path.Contains('*')).Distinct().ToList();

        var left = pages.ToHashSet();
        var ofBoth = await OfBothAsync(world);
        foreach (var handle in People(world).Append(ofBoth))
        {
            var theirs = await FindAsync(service, world, handle, left);
            left.ExceptWith(theirs.Keys);
            foreach (var screen in new[] { Screen.Phone, Screen.Desk })
            {
                await LookAsync(service, handle, screen, theirs.Values);
            }
        }

        Assert.True(left.SetEquals(_elsewhere.Keys), $"nobody looked at: {string.Join(' ', left.Except(_elsewhere.Keys).Order())}; looked at after all: {string.Join(' ', _elsewhere.Keys.Except(left).Order())}");
    }

    private static IEnumerable<string?> People(CanaryWorld world) =>
    [
        null, world.Petra.Himself.Handle, world.Wilf.Helen.Handle, world.Petra.Amira.Handle, world.Wilf.Amira.Handle, "guardian-gm", world.PetrasLead.Handle,
        "governance-lead-bolton", "administrator-gm", "analyst-gm"
    ];

    /// <summary>Somebody who acts for both, so that the pages that lead on to the one person there is have several to ask about.</summary>
    private static async Task<string> OfBothAsync(CanaryWorld world)
    {
        var relative = A.Daughter(of: world.Wilf.George);
        await using var database = await world.Wilf.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.AddRange(relative, A.Delegation(world.Wilf.George, relative), A.Delegation(world.Petra.George, relative));
        await database.SaveChangesAsync();

        return relative.Handle;
    }

    /// <summary>Of the pages that nobody looked at yet those that answer this person, by their pattern.</summary>
    private static async Task<Dictionary<string, string>> FindAsync(ServiceInProcess service, CanaryWorld world, string? handle, IEnumerable<string> patterns)
    {
        using var visitor = new Visitor(service.Address);
        if (handle is not null)
        {
            await visitor.BecomeAsync(handle);
        }

        var found = new Dictionary<string, string>();
        foreach (var pattern in patterns)
        {
            foreach (var address in CanariesStayIn.Filled(pattern, world.Holes))
            {
                if ((await visitor.GetAsync(address)).Status == 200)
                {
                    found[pattern] = address;
                    break;
                }
            }
        }

        return found;
    }

    private async Task LookAsync(ServiceInProcess service, string? handle, Screen screen, IReadOnlyCollection<string> addresses)
    {
        if (addresses.Count == 0)
        {
            return;
        }

        var page = handle is null ? await browser.OpenAsync(screen, at: service.Address.ToString()) : await service.OpenAsync(browser, handle, "/contact", screen);
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.Locator("h1").First.WaitForAsync();
            await Assertions.Expect(page.GetByText("Fetching…")).ToHaveCountAsync(0);
            await page.CheckLooksAsync();
        }
    }
}
