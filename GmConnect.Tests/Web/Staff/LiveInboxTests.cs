using GmConnect.Domain.Accounts;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

[Collection(nameof(InTheBrowser))]
public class LiveInboxTests(Browser browser, ServiceInProcess service)
{
    /// <summary>Keeps the words that are put into a status, each time they are.</summary>
    private const string HearWhatIsSaid = """
        () => {
            window.said = [];
            new MutationObserver(changes => {
                for (const change of changes) {
                    for (const put of change.addedNodes) {
                        if (put.nodeType === Node.ELEMENT_NODE && change.target.closest('[role=status]')) window.said.push(put.textContent);
                    }
                }
            }).observe(document.body, { childList: true, subtree: true });
        }
        """;

    [BrowserFact]
    public async Task Share_AppearsWithoutReloading_IsSaidOnce_AndIsOneLook()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        var other = await HipStory.BeginAsync(service.Services, story);
        await other.TellAsync();
        var page = await service.OpenAsync(browser, story.Dev.Handle, "/staff");
        await Assertions.Expect(page.GetByText("Nothing is waiting for an answer")).ToBeVisibleAsync();
        await page.EvaluateAsync(HearWhatIsSaid);
        var rows = page.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" });

        await story.ShareAsync(story.Homes);
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Axe.CheckAsync(page);
        await story.ShareAsync(story.Homes);
        await story.ShareAsync(story.Homes);
        // Whoever shows the other person's referral has read the list again after both.
        await other.ShareAsync(story.Homes);
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        // Once for each person; that the document is still there shows that it was not loaded again.
        await page.WaitForFunctionAsync("() => window.said.length > 1");
        Assert.Equal(["1 new referral", "1 new referral"], await page.EvaluateAsync<string[]>("() => window.said"));
        Assert.Equal((1, 1), (await LooksAsync(story.Dev, story.George), await LooksAsync(story.Dev, other.George)));
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

    private async Task<int> LooksAsync(Account worker, Resident resident)
    {
        await using var database = await service.Services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

        return await database.Set<AccessEntry>().CountAsync(e => e.AccountId == worker.Id && e.ResidentId == resident.Id);
    }
}
