using System.Text.RegularExpressions;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>The family withdraws while the agency looks; the agency says what it keeps and why; the family reads it.</summary>
[Collection(nameof(InTheBrowser))]
public class WithdrawalAnswered(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task AWithdrawal_LeavesTheOpenPage_AndIsFollowedToKeptBecauseOfANamedLaw()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var open = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        var inbox = await service.OpenAsync(browser, story.Amira.Handle, "/staff");
        await Assertions.Expect(open.Locator(".about-me")).ToContainTextAsync("Bess the dog");

        var family = await service.OpenAsync(browser, story.Helen.Handle, $"/consents/{story.George.Id}", Screen.Phone);
        await family.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Withdraw") }).First.ClickAsync();
        await family.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("have not answered yet");
        await family.CheckLooksAsync();

        await Assertions.Expect(open.Locator("h1")).ToHaveTextAsync("This is no longer shared with you");
        var row = inbox.Locator("tr").Filter(new() { HasText = "Say what you did" }).First;
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await inbox.GetByLabel("Kept, because a law says so").CheckAsync();
        await inbox.CheckLooksAsync();
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(inbox.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Name the law" })).ToBeVisibleAsync();
        await inbox.GetByLabel("Which law? The family reads it").FillAsync("Public Records Act 1958");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(inbox.Locator("main")).ToContainTextAsync("Public Records Act 1958");
        await inbox.CheckLooksAsync();

        await family.ReloadAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("They keep what they had, because a law says so: Public Records Act 1958.");
        await family.CheckLooksAsync();
    }
}
