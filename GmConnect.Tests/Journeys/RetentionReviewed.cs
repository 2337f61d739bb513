using GmConnect.Domain.Auditing;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>When nobody has used it for its time a record comes to the desk: kept for a year, then destroyed with a certificate.</summary>
[Collection(nameof(InTheBrowser))]
public class RetentionReviewed(Browser browser)
{
    [BrowserFact]
    public async Task ARecordPastItsTime_IsKept_ComesAgain_AndIsDestroyedWithACertificate()
    {
        var clock = new MovedClock();
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        var story = await HipStory.BeginAsync(service.Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        await LaterAsync(story, clock, 8 * 366);
        var page = await service.OpenAsync(browser, "guardian-gm", $"/governance/guardian/{await MatterAsync(story)}");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Kept for its time: destroy or keep?");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Permissions");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Bess the dog");
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keep it for now" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Write down why" })).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByLabel("Why it is kept").FillAsync("An inquiry into falls on wards holds all records of 2026.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Kept until") })).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.Context.CloseAsync();

        await LaterAsync(story, clock, 400);
        page = await service.OpenAsync(browser, "guardian-gm", $"/governance/guardian/{await MatterAsync(story)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Destroy it" }).ClickAsync();
        await page.GetByLabel("What you looked at before you decided").FillAsync("The inquiry is over. No hold, no open claim.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Destroy it for good" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Tick the box to say that you have looked.")).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByLabel("I have looked, and nobody needs it any more").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Destroy it for good" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What is kept, and for how long" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "The inquiry is over." })).ToContainTextAsync("The story as it was written: 1");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Ashworth");
        await page.CheckLooksAsync();
        await using var database = await service.DatabaseAsync();
        Assert.Equal("", (await database.Set<Resident>().SingleAsync(r => r.Id == story.George.Id)).FamilyName);
        Assert.False(await database.Set<ConsentRecord>().AnyAsync(c => c.ResidentId == story.George.Id));
    }

    /// <summary>Sealed first, or the log would be late and nothing more be shown.</summary>
    private static async Task LaterAsync(HipStory story, MovedClock clock, int days)
    {
        await story.The<SealLog>().ExecuteAsync();
        clock.Advance(TimeSpan.FromDays(days));
        await story.The<RaiseRetentionReviews>().ExecuteAsync();
    }

    private static async Task<Guid> MatterAsync(HipStory story)
    {
        await using var database = await story.The<IDbContextFactory<GmConnect.Domain.Data.GmConnectDbContext>>().CreateDbContextAsync();

        return (await database.Set<Matter>().SingleAsync(m => m.ResidentId == story.George.Id && m.ClosedAt == null)).Id;
    }
}
