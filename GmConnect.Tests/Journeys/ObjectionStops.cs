using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>A family objects; the agency's open page closes; its lead goes on upon a named ground, and the family reads it.</summary>
[Collection(nameof(InTheBrowser))]
public class ObjectionStops(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task AnObjection_ClosesTheOpenPage_UntilTheLeadNamesTheGround()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var lead = await story.AddLeadAsync(story.Hospital);
        var address = $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}";
        var ward = await service.OpenAsync(browser, story.Amira.Handle, address);
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("Bess the dog");

        var family = await service.OpenAsync(browser, story.Helen.Handle, $"/questions/{story.George.Id}", Screen.Phone);
        await family.GetByRole(AriaRole.Link, new() { Name = "Object to what a service does" }).ClickAsync();
        await family.GetByRole(AriaRole.Button, new() { Name = "Stop them now" }).ClickAsync();
        await Assertions.Expect(family.Locator(".error-summary")).ToBeVisibleAsync();
        await family.CheckLooksAsync();
        await family.GetByLabel(story.Hospital.Name).CheckAsync();
        await family.GetByLabel("Why?").FillAsync("They told my employer.");
        await family.GetByRole(AriaRole.Button, new() { Name = "Stop them now" }).ClickAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("sees nothing while this is decided");
        await Assertions.Expect(ward.Locator("main")).Not.ToContainTextAsync("Bess the dog");

        var desk = await service.OpenAsync(browser, lead.Handle, "/governance/guardian");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Objection" }).First.ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("They told my employer.");
        await desk.GetByLabel("It goes on, upon a compelling ground").CheckAsync();
        await desk.Locator("[data-keep='objection-ground']").FillAsync("Care Act 2014 section 42");
        await desk.Locator("[data-keep='objection-why']").FillAsync("We must keep you safe on the ward.");
        await desk.CheckLooksAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send the decision" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Send the decision" })).ToHaveCountAsync(0);

        await family.ReloadAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("goes on: Care Act 2014 section 42");
        await family.CheckLooksAsync();
        await ward.GotoAsync(address);
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("Bess the dog");
    }
}
