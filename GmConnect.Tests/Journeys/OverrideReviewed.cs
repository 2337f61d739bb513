using System.Text.RegularExpressions;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>In an emergency a nurse overrides; the guardian reviews it; the family asks why and reads the answer.</summary>
[Collection(nameof(InTheBrowser))]
public class OverrideReviewed(Browser browser, ServiceInProcess service)
{
    private const string Why = "He collapsed in the waiting room and cannot speak.";
    private const string Question = "Why did a nurse look at this?";
    private const string Answer = "He had collapsed, and she needed to know his medicines.";

    [BrowserFact]
    public async Task AnOverride_IsSeenByTheGuardianAndTheFamily_WhoReadTheAnswer()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();

        var nurse = await service.OpenAsync(browser, story.Ruth.Handle, "/staff/residents", Screen.Phone);
        await nurse.GetByLabel("Whole name, as they give it").FillAsync("george ashworth");
        await nurse.GetByLabel("Date of birth").FillAsync("1947-05-02");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        // Other tests' families have a George of that birthday too.
        var mine = nurse.Locator($"section[aria-labelledby='found-{story.George.Id}']");
        await Assertions.Expect(mine).ToContainTextAsync("nothing of it is shared with you");
        await nurse.CheckLooksAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Override and open" }).ClickAsync();
        await Assertions.Expect(mine.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose why it cannot wait.");
        await mine.GetByLabel("A life is at risk").CheckAsync();
        await mine.GetByLabel("What is happening, in your words").FillAsync("Quick!");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Override and open" }).ClickAsync();
        await Assertions.Expect(mine.GetByRole(AriaRole.Alert)).ToContainTextAsync("at least 15 letters");
        await mine.GetByLabel("What is happening, in your words").FillAsync(Why);
        await mine.GetByRole(AriaRole.Button, new() { Name = "Override and open" }).ClickAsync();
        await Assertions.Expect(nurse.Locator(".override-banner")).ToContainTextAsync("Override until");
        await Assertions.Expect(nurse.Locator("h1")).ToHaveTextAsync("George Ashworth");
        await Assertions.Expect(nurse.Locator(".about-me")).ToContainTextAsync("Bess the dog");
        await nurse.CheckLooksAsync();

        var family = await service.OpenAsync(browser, story.Helen.Handle, $"/who-looked/{story.George.Id}", Screen.Phone);
        var look = family.Locator(".looks li").Filter(new() { HasText = "Ruth Okafor" }).Filter(new() { HasText = "without permission" }).First;
        await Assertions.Expect(look).ToBeVisibleAsync();
        await family.CheckLooksAsync();
        await look.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Ask why") }).ClickAsync();
        await family.GetByText("Why it was allowed").ClickAsync();
        await Assertions.Expect(family.Locator(".facts")).ToContainTextAsync("Ruth Okafor made an override on");
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("the answer is the same");
        await family.CheckLooksAsync();
        await family.GetByRole(AriaRole.Button, new() { Name = "Send my question" }).ClickAsync();
        await Assertions.Expect(family.Locator(".error-summary")).ToContainTextAsync("Write what you would like to know.");
        await family.GetByLabel("What would you like to know?").FillAsync(Question);
        await family.GetByRole(AriaRole.Button, new() { Name = "Send my question" }).ClickAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("You get an answer by");
        await family.CheckLooksAsync();

        var guardian = await service.OpenAsync(browser, "guardian-gm", "/governance/guardian");
        await CloseAsync(guardian, "Override", Why, "Close", "A life was at risk.");
        await CloseAsync(guardian, "A question: why did they look?", Question, "Send the answer", Answer);

        await family.ReloadAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync(Answer);
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("They were right to look.");
        await family.CheckLooksAsync();
    }

    private static async Task CloseAsync(IPage page, string what, string says, string button, string words)
    {
        await page.GotoAsync("/governance/guardian");
        var row = page.Locator("tr").Filter(new() { HasText = what }).Filter(new() { HasText = "Ruth Okafor" }).First;
        await Assertions.Expect(row).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("About George Ashworth");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Explain it") }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Decided once more");
        await page.CheckLooksAsync();
        await page.GetByLabel("Justified", new() { Exact = true }).CheckAsync();
        await page.Locator("[data-keep='matter-answer']").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);
    }
}
