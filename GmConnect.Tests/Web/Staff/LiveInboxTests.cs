using System.Diagnostics;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

[Collection(nameof(InTheBrowser))]
public class LiveInboxTests(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task Share_AppearsWithinASecondWithoutReloading_IsSaidOnce_AndIsOneLook()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        var page = await service.OpenAsync(browser, story.Amira.Handle, "/staff");
        await Assertions.Expect(page.GetByText("Nothing is waiting for an answer")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.sameDocument = true }");

        await story.ShareAsync(story.Hospital);
        var waited = Stopwatch.StartNew();
        var row = page.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" });
        await Assertions.Expect(row).ToBeVisibleAsync();

        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(1), $"it took {waited.Elapsed}");
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("1 new referral")).ToHaveCountAsync(1);
        await Axe.CheckAsync(page);
        await story.ShareAsync(story.Hospital);
        await story.ShareAsync(story.Hospital);
        await Task.Delay(1000);
        Assert.Equal(1, await LooksAsync(story));
    }

    [BrowserFact]
    public async Task Rows_AreReachedByKeyboard_AndEnterOpens()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.OpenCaseAsync();
        await story.ShareAsync(story.Homes);
        var other = await HipStory.BeginAsync(service.Services, story);
        await other.TellAsync();
        await other.ShareAsync(story.Homes);
        var page = await service.OpenAsync(browser, story.Dev.Handle, "/staff");
        var rows = page.Locator("a[data-row]");
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        await rows.First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(rows.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "George Ashworth" })).ToBeVisibleAsync();
        Assert.DoesNotContain("George", await page.TitleAsync());
        Assert.DoesNotContain("George", page.Url);
    }

    private static async Task<int> LooksAsync(HipStory story)
    {
        await using var database = await story.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

        return await database.Set<AccessEntry>().CountAsync(e => e.AccountId == story.Amira.Id && e.ResidentId == story.George.Id);
    }
}
