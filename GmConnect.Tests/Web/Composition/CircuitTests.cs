using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Composition;

/// <summary>Open staff pages: how many, how large a message, what happens when the service or the phone goes to sleep.</summary>
[Collection(nameof(InTheBrowser))]
public class CircuitTests(Browser browser)
{
    [BrowserFact]
    public async Task OnePageTooMany_SaysWhatToDo_AndOpensOnceAnotherIsClosed()
    {
        await using var service = await RunningService.StartAsync(("Limits__CircuitsPerPerson", "2"), ("Limits__KeptCircuits", "0"));
        var first = await browser.OpenAsync(Screen.Desk);
        await first.BecomeAsync(service, "administrator-gm");
        await first.OpenStaffAsync(service, "/operations");
        var second = await first.Context.NewPageAsync();
        await second.OpenStaffAsync(service, "/operations");

        var third = await first.Context.NewPageAsync();
        await third.GotoAsync($"{service.Address}operations");
        var refused = third.Locator("#blazor-error-ui");
        await Assertions.Expect(refused).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(refused).ToContainTextAsync("If you have many pages open, close some first");
        await Assertions.Expect(third.Locator("main h1")).ToHaveCountAsync(0);
        await Assertions.Expect(first.Locator("main h1")).ToBeVisibleAsync();

        // Another person at the same address is not concerned.
        var other = await browser.OpenAsync(Screen.Desk);
        await other.BecomeAsync(service, "guardian-gm");
        await other.OpenStaffAsync(service, "/governance");

        await second.CloseAsync();
        await Eventually.AsyncIsTrue(async () =>
        {
            await third.GotoAsync($"{service.Address}operations");
            await third.Locator("main h1").Or(refused.Filter(new() { Visible = true })).First.WaitForAsync();

            return await third.Locator("main h1").CountAsync() == 1;
        }, TimeSpan.FromMinutes(1));
    }

    [BrowserFact]
    public async Task TwentyThousandArabicLetters_ReachTheServer_AndMetricsCountTheCircuit()
    {
        await using var service = await RunningService.StartAsync();
        var (worker, casePath) = await service.SomebodyWithACaseAsync();
        var page = await browser.OpenAsync(Screen.Desk);
        await page.BecomeAsync(service, worker);
        await page.OpenStaffAsync(service, casePath);

        await page.TypeAGoalAsync(string.Concat(Enumerable.Repeat("ضعف الحركة ", 1_819))[..20_000]);

        await Assertions.Expect(page.Locator("#new-goal-notes")).ToContainTextAsync("20,000", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        using var visitor = new Visitor(service.Address);
        Assert.Matches(@"aspnetcore_components_circuit_active\S* [1-9]", (await visitor.GetAsync("/metrics")).Body);
    }

    [BrowserFact]
    public async Task RestartedServer_EveryOpenTabComesBack_AndOffersWhatWasTyped()
    {
        await using var service = await RunningService.StartAsync();
        var (worker, casePath) = await service.SomebodyWithACaseAsync();
        var first = await browser.OpenAsync(Screen.Desk);
        await first.BecomeAsync(service, worker);
        var tabs = new[] { first, await first.Context.NewPageAsync(), await first.Context.NewPageAsync() };
        for (var number = 0; number < tabs.Length; number++)
        {
            await tabs[number].OpenStaffAsync(service, casePath);
            await tabs[number].TypeAGoalAsync($"Walk to the shop, tab {number}");
        }

        await service.KillAsync();
        foreach (var tab in tabs)
        {
            await Assertions.Expect(tab.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Assertions.Expect(tab.Locator("#reconnect-heading")).ToBeVisibleAsync();
            await Assertions.Expect(tab.Locator("#components-reconnect-modal p[class^=when-]:visible")).ToHaveCountAsync(1);
        }

        await service.StartAgainAsync();

        for (var number = 0; number < tabs.Length; number++)
        {
            await AssertOfferedBackAsync(tabs[number], $"Walk to the shop, tab {number}");
        }
    }

    [BrowserFact]
    public async Task TabThatSleptPastTheKeepingTime_SaysSo_LoadsAgainAndOffersWhatWasTyped()
    {
        await using var service = await RunningService.StartAsync(("Limits__KeptCircuits", "0"));
        var (worker, casePath) = await service.SomebodyWithACaseAsync();
        var page = await browser.OpenAsync(Screen.Desk);
        await page.BecomeAsync(service, worker);
        // A proxy between the two stands in for the sleeping radio: Chromium's own offline switch leaves a WebSocket open.
        var sockets = new List<IWebSocketRoute>();
        var asleep = false;
        await page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            if (asleep)
            {
                route.CloseAsync();
            }
            else
            {
                route.ConnectToServer();
                sockets.Add(route);
            }
        });
        await page.RouteAsync("**/_blazor/negotiate**", route => asleep ? route.AbortAsync() : route.ContinueAsync());
        await page.OpenStaffAsync(service, casePath);
        await page.TypeAGoalAsync("Climb the stairs");

        asleep = true;
        foreach (var socket in sockets.ToList())
        {
            await socket.CloseAsync(new() { Code = 3001 });
        }

        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        asleep = false;

        await AssertOfferedBackAsync(page, "Climb the stairs");
    }

    [BrowserFact]
    public async Task SignedOutElsewhere_AnOpenPageKnowsNobodyAnyMore()
    {
        await using var service = await RunningService.StartAsync(("SignIn__RecheckSeconds", "1"));
        var (worker, casePath) = await service.SomebodyWithACaseAsync();
        var page = await browser.OpenAsync(Screen.Desk);
        await page.BecomeAsync(service, worker);
        await page.OpenStaffAsync(service, casePath);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"{service.Address}privacy");

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await other.WaitForURLAsync(service.Address.ToString());

        await page.WaitForURLAsync("**/sign-in**", new() { Timeout = 30_000 });
    }

    private static async Task AssertOfferedBackAsync(IPage page, string words)
    {
        await Assertions.Expect(page.Locator("#kept-text")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#kept-text")).ToContainTextAsync("The page had to be loaded again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        await page.Locator("[data-keep=new-goal]").WaitForAsync();
        await page.Locator("#kept-text-restore").ClickAsync();

        await Assertions.Expect(page.Locator("[data-keep=new-goal]")).ToHaveValueAsync(words);
        // The server has it too: it counts the letters.
        await Assertions.Expect(page.Locator("#new-goal-notes")).ToContainTextAsync(words.Length.ToString());
        await Assertions.Expect(page.Locator("#kept-text")).ToBeHiddenAsync();
    }
}
