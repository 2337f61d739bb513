using GmConnect.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>A killed server, a locked database, two of the family at once: what was typed is still there.</summary>
[Collection(nameof(InTheBrowser))]
public class NothingTypedIsLost(Browser browser, SharedService shared)
{
    private static readonly (string, string) FewPeople = ("Demonstration__Residents", "20");

    [BrowserFact]
    public async Task ServerKilledMidForm_TheSameOpenPageSavesAfterTheRestart()
    {
        await using var service = await RunningService.StartAsync(FewPeople);
        var helen = await SignInAsync(service, "helen-ashworth");
        await helen.AnswerAsync("what-happened", "Posted before.");
        await helen.Page.GotoAsync($"{helen.Story}/needed-now");
        await helen.Page.Locator("textarea").FillAsync("Typed before.");

        await service.KillAsync();
        await service.StartAgainAsync();
        await helen.PressAsync("Continue");
        await helen.Page.GotoAsync($"{helen.Story}/check");

        await helen.SeesAsync("Posted before.");
        await helen.SeesAsync("Typed before.");
    }

    [BrowserFact]
    public async Task LockedDatabase_IsSaidInWordsAndTheSameButtonSavesLater()
    {
        await using var service = await RunningService.StartAsync(FewPeople);
        var helen = await SignInAsync(service, "helen-ashworth");
        await helen.Page.GotoAsync($"{helen.Story}/what-happened");
        await helen.Page.Locator("textarea").FillAsync("Typed while it was locked.");

        await using (var other = new SqliteConnection($"Data Source={service.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locked = other.BeginTransaction(System.Data.IsolationLevel.Serializable);
            await helen.PressAsync("Save and go back");
            await helen.SeesAsync("We could not save your answer just now.");
            await Assertions.Expect(helen.Page.Locator("textarea")).ToHaveValueAsync("Typed while it was locked.");
        }

        await helen.PressAsync("Save and go back");
        await helen.IsAtAsync("George’s story");
        await helen.Page.GotoAsync($"{helen.Story}/check");
        await helen.SeesAsync("Typed while it was locked.");
        Assert.DoesNotContain("Typed while", service.Output);
    }

    [BrowserFact]
    public async Task TwoOfTheFamilyAtOnce_SeeBothAnswersAndChoose()
    {
        var service = await shared.StartedAsync();
        var helen = await SignInAsync(service, "helen-ashworth");
        var george = await SignInAsync(service, "george-ashworth");
        var page = $"{helen.Story}/the-home";
        await helen.Page.GotoAsync(page);
        await george.Page.GotoAsync(page);

        await helen.Page.Locator("textarea").FillAsync("Helen says: thirteen stairs.");
        await helen.PressAsync("Save and go back");
        await george.Page.Locator("textarea").FillAsync("George says: I manage the stairs.");
        await george.PressAsync("Save and go back");
        await george.IsAtAsync("Two answers were written at the same time");
        await Axe.CheckAsync(george.Page);
        await george.SeesAsync("Helen Ashworth wrote on");
        await george.PressAsync("Save these words");
        await george.SeesAsync("Choose which words should stay");
        await george.Page.GetByLabel("All of them, one after the other").CheckAsync();
        await george.PressAsync("Save these words");

        await helen.Page.GotoAsync(page);
        await Assertions.Expect(helen.Page.Locator("textarea"))
            .ToHaveValueAsync("Helen says: thirteen stairs.\n\nGeorge says: I manage the stairs.");
    }

    [BrowserFact]
    public async Task ShareSentTwice_IsSharedOnceAndConfirmedTwice()
    {
        var service = await shared.StartedAsync();
        var helen = await SignInAsync(service, "helen-ashworth");
        await helen.AnswerAsync("needed-now", "Help to wash.");
        await helen.FollowAsync("Check the answers and confirm");
        await helen.PressAsync("Confirm this story");
        await helen.FollowAsync("Choose who may see it");
        await helen.Page.GetByLabel("Salford Royal", new() { Exact = true }).CheckAsync();
        await helen.PressAsync("Continue");
        foreach (var box in await helen.Page.Locator("input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await helen.PressAsync("Continue");
        foreach (var months in await helen.Page.Locator("input[type=radio][value='3']").AllAsync())
        {
            await months.CheckAsync();
        }

        await helen.PressAsync("Continue");
        var again = await helen.Page.Context.NewPageAsync();
        await again.GotoAsync(helen.Page.Url);

        await helen.PressAsync("Give permission and share");
        var reference = await helen.Page.Locator(".progress a").First.InnerTextAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Give permission and share" }).ClickAsync();

        await Assertions.Expect(again.Locator("h1")).ToContainTextAsync("The story is shared");
        Assert.Equal(reference, await again.Locator(".progress a").First.InnerTextAsync());
    }

    private async Task<FamilyOnTheWeb> SignInAsync(RunningService service, string handle)
    {
        var one = new FamilyOnTheWeb(await browser.OpenAsync(Screen.Phone, at: service.Address.ToString()), checks: false);
        await one.SignInToTheStoryAsync(handle);

        return one;
    }
}
