using GmConnect.Domain.Agreements;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Governance.Agreements;

/// <summary>The pages of agreements in the demonstration, at both sizes, light and dark, by keyboard, and from outside.</summary>
[Collection(nameof(InTheBrowser))]
public class AgreementLooksTests(Browser browser, ServiceInProcess service)
{
    private const string Health = "Greater Manchester health and care sharing agreement";
    private const string EndsSoon = "Voluntary and carers' sector sharing agreement";

    public static TheoryData<Screen, ColorScheme> Looks => new()
    {
        { Screen.Phone, ColorScheme.Light }, { Screen.Phone, ColorScheme.Dark }, { Screen.Desk, ColorScheme.Light }, { Screen.Desk, ColorScheme.Dark }
    };

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task TheGuardian_FindsWhatEndsSoon_AndWhatWouldStop(Screen screen, ColorScheme colours)
    {
        var page = await service.Started().OpenAsync(browser, "guardian-gm", "/governance", screen, colours);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sharing agreements" }).ClickAsync();
        var soon = page.GetByRole(AriaRole.Table, new() { Name = "Agreements that end soon" });
        await Assertions.Expect(soon).ToContainTextAsync(EndsSoon);
        await Assertions.Expect(soon).ToContainTextAsync("10 agencies would lose");
        await page.CheckLooksAsync();

        await soon.GetByRole(AriaRole.Link, new() { Name = EndsSoon }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "What only this agreement covers" })).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        // By keyboard alone: the form opens, refuses nothing at all, and the words stay.
        var suspend = page.GetByRole(AriaRole.Button, new() { Name = "Suspend", Exact = true });
        await suspend.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Why", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Suspend it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Say why, in up to")).ToBeVisibleAsync();
        await page.CheckLooksAsync();
    }

    [BrowserFact]
    public async Task TheBoltonLead_IsAskedToSign_AndSeesTheWholeOfALongList()
    {
        var page = await service.Started().OpenAsync(browser, "governance-lead-bolton", "/governance/agreements");
        await Assertions.Expect(page.GetByText("Awaits your signature")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bolton carers' breaks pilot" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign for your agency" }).ClickAsync();
        await page.CheckLooksAsync();
        await page.GotoAsync("/governance/agreements");
        await page.GetByRole(AriaRole.Link, new() { Name = Health }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all 62" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "What only this agreement covers" }).Locator("tbody tr")).ToHaveCountAsync(62);
        await page.CheckLooksAsync();
    }

    [Fact]
    public async Task AnAgreementOfOthers_IsTheSame404AsAnUnknownOne()
    {
        await using var database = await service.Started().DatabaseAsync();
        var theirs = (await database.Set<SharingAgreement>().SingleAsync(a => a.Title == EndsSoon)).Id;
        using var lead = new Visitor(service.Address);
        await lead.BecomeAsync("governance-lead-bolton");
        using var guardian = new Visitor(service.Address);
        await guardian.BecomeAsync("guardian-gm");

        Assert.Equal(200, (await guardian.GetAsync($"/governance/agreements/{theirs}")).Status);
        Assert.Equal(404, (await lead.GetAsync($"/governance/agreements/{theirs}")).Status);
        Assert.Equal(404, (await lead.GetAsync($"/governance/agreements/{Guid.NewGuid()}")).Status);
    }
}
