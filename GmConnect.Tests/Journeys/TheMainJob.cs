using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Journeys;

[Collection(nameof(InTheBrowser))]
public class TheMainJob(Browser browser, SharedService shared)
{
    /// <summary>At a desk: <see cref="NothingLeaks"/>.</summary>
    [BrowserFact]
    public async Task TheFamily_TellsTheStoryOnce_AndFiveAgenciesAct_OnAPhone()
    {
        await using var service = await RunningService.StartAsync();

        await new HipJourney(browser, service, Screen.Phone).GoAsync();
    }

    [BrowserFact]
    public async Task TellingAndSharing_NeedNoJavaScript()
    {
        var service = await shared.StartedAsync();
        var helen = new FamilyOnTheWeb(await browser.OpenAsync(Screen.Phone, javaScript: false, service.Address.ToString()), checks: false);

        await helen.SignInToTheStoryAsync("helen-ashworth");
        await helen.TellAsync();
        await helen.ShareAsync(["Salford Royal", "Salford Community Nursing"]);
        await helen.FollowAsync("Permissions and receipts");
        await helen.FollowAsync("Receipt");

        await helen.SeesAsync("Helen Ashworth on behalf of George Ashworth");
        await helen.Page.Context.CloseAsync();
    }
}
