using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>Steps 1 and 2 of the main job: Helen tells her father's story and chooses who may see which part.</summary>
[Collection(nameof(InTheBrowser))]
public class TheFamilyTellsTheStoryOnce(Browser browser, SharedService shared)
{
    private static readonly string[] Chosen = ["Salford Royal", "Salford Community Nursing"];

    [BrowserFact]
    public Task OnAPhone_EveryPageAccessible() => TellAndShareAsync(Screen.Phone, javaScript: true);

    [BrowserFact]
    public Task OnAPhone_WithJavaScriptSwitchedOff() => TellAndShareAsync(Screen.Phone, javaScript: false);

    [BrowserFact]
    public Task AtADesk_EveryPageAccessible() => TellAndShareAsync(Screen.Desk, javaScript: true);

    private async Task TellAndShareAsync(Screen screen, bool javaScript)
    {
        var service = await shared.StartedAsync();
        var page = await browser.OpenAsync(screen, javaScript, service.Address.ToString());
        var helen = new FamilyOnTheWeb(page, checks: javaScript);
        var garden = $"His garden and his dog Bella. {screen} {javaScript}";

        await helen.SignInAsync("helen-ashworth");
        await helen.IsAtAsync("George’s story");
        await helen.SeesAsync("You are acting for George Ashworth, as their daughter.");
        await TellAsync(helen, garden);
        await helen.FollowAsync("Check the answers and confirm");
        await helen.SeesAsync("Helen Ashworth, daughter");
        await helen.PressAsync("Confirm this story");
        await helen.IsAtAsync("The story is confirmed");
        Assert.Matches("GMC-[0-9A-Z]{4}-[0-9A-Z]{4}", await page.Locator(".panel").InnerTextAsync());

        await helen.FollowAsync("Choose who may see it");
        await ChooseAsync(helen);
        await helen.SeesAsync(garden);
        await helen.SeesAsync("This is given by Helen Ashworth on behalf of George Ashworth.");
        Assert.Equal(Chosen.Length, await page.Locator(".wording").CountAsync());
        await helen.PressAsync("Give permission and share");
        await helen.IsAtAsync("The story is shared");
        foreach (var agency in Chosen)
        {
            await helen.SeesAsync(agency);
        }

        await ReadReceiptAsync(helen);
        await page.Context.CloseAsync();
    }

    private static async Task TellAsync(FamilyOnTheWeb helen, string garden)
    {
        await helen.AnswerAsync("most-important", garden);
        await helen.AnswerAsync("what-happened", "He fell and had his hip replaced.");
        await helen.Page.GotoAsync($"{helen.Story}/when-it-happened");
        await helen.FillAsync("Posted.Date.Day", "31");
        await helen.FillAsync("Posted.Date.Month", "2");
        await helen.FillAsync("Posted.Date.Year", "2025");
        await helen.PressAsync("Continue");
        await helen.SeesAsync("There is a problem");
        await helen.FillAsync("Posted.Date.Day", "");
        await helen.PressAsync("Continue");
        await helen.AnswerAsync("needed-now", "Injections every evening, and help to wash.");
        await helen.AnswerAsync("medicines", "Enoxaparin and paracetamol.");
        await helen.IsAtAsync("George’s story");
        await helen.SeesAsync("Completed");
    }

    private static async Task ChooseAsync(FamilyOnTheWeb helen)
    {
        await helen.IsAtAsync("Which services may see parts of the story?");
        foreach (var box in await helen.Page.Locator("input[type=checkbox]").AllAsync())
        {
            await box.UncheckAsync();
        }

        await helen.PressAsync("Continue");
        await helen.SeesAsync("Choose at least one service");
        foreach (var agency in Chosen)
        {
            await helen.Page.GetByLabel(agency, new() { Exact = true }).CheckAsync();
        }

        await helen.PressAsync("Continue");
        await helen.IsAtAsync("Which parts may each service see?");
        foreach (var box in await helen.Page.GetByRole(AriaRole.Group, new() { Name = "About Me" }).Locator("input").AllAsync())
        {
            await box.CheckAsync();
        }

        await helen.PressAsync("Continue");
        await helen.IsAtAsync("What for, and until when?");
        await helen.PressAsync("Continue");
        await helen.SeesAsync("Choose until when Salford Royal may see it");
        foreach (var months in await helen.Page.Locator("input[type=radio][value='6']").AllAsync())
        {
            await months.CheckAsync();
        }

        await helen.PressAsync("Continue");
        await helen.IsAtAsync("Check exactly what each service will see");
    }

    private static async Task ReadReceiptAsync(FamilyOnTheWeb helen)
    {
        await helen.FollowAsync("Permissions and receipts");
        await helen.IsAtAsync("Permissions");
        await helen.SeesAsync("Only George can end this");
        await helen.FollowAsync("Receipt");
        await helen.SeesAsync("Helen Ashworth on behalf of George Ashworth");
        await helen.SeesAsync("Fingerprint of these words");
        await helen.FollowAsync("Who looked");
        await helen.IsAtAsync("Who looked, and why");
        await helen.FollowAsync("Show what you and your family opened too");
        await helen.SeesAsync("You opened the permissions");
        await helen.FollowAsync("Plan");
        await helen.IsAtAsync("The plan");
    }
}
