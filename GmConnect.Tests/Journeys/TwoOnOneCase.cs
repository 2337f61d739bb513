using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>Two people whom one team helps: asked by a worker, each answering for themselves on a phone, and one of them leaving again.</summary>
[Collection(nameof(InTheBrowser))]
public class TwoOnOneCase(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task BothAreAsked_EachAgrees_AndEitherEndsIt()
    {
        var ward = await HospitalWard.BeginAsync(service.Started().Services);
        var (george, agnes) = (ward.Story, ward.Agnes);
        var amira = await service.OpenAsync(browser, george.Amira.Handle, $"/staff/cases/{ward.GeorgesCase}");
        var card = amira.GetByRole(AriaRole.Region, new() { Name = "Household" });
        await Button(amira, "Ask about somebody").ClickAsync();
        await amira.CheckLooksAsync();
        await Button(amira, "Ask both").ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button(amira, "Ask both").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Asked: 2 of 2 still to answer");
        await amira.CheckLooksAsync();

        var his = await service.OpenAsync(browser, george.Helen.Handle, $"/plan/{george.George.Id}/household", Screen.Phone);
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync($"May {agnes.George.FullName} be on this case?");
        await his.CheckLooksAsync();
        await his.GetByRole(AriaRole.Button, new() { Name = "Yes, we may" }).ClickAsync();
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync($"{agnes.George.FullName} has not answered yet.");
        await his.CheckLooksAsync();
        var hers = await service.OpenAsync(browser, agnes.Himself.Handle, $"/plan/{agnes.George.Id}/household", Screen.Phone);
        await hers.GetByRole(AriaRole.Button, new() { Name = "Yes, we may" }).ClickAsync();
        await Assertions.Expect(hers.Locator("main")).ToContainTextAsync($"On one case with {george.George.FullName}");
        await hers.CheckLooksAsync();
        await amira.ReloadAsync();
        await Assertions.Expect(card).ToContainTextAsync("On this case");

        await his.ReloadAsync();
        await his.GetByRole(AriaRole.Button, new() { Name = "Take no part any more" }).ClickAsync();
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync("you are on no case with anybody else");
        await hers.ReloadAsync();
        await Assertions.Expect(hers.Locator("main")).ToContainTextAsync("you are on no case with anybody else");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
