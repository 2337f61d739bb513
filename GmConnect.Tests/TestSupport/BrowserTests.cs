namespace GmConnect.Tests.TestSupport;

[Collection(nameof(InTheBrowser))]
public class BrowserTests(Browser browser)
{
    /// <summary>Services of other tests stop while a test is in the browser.</summary>
    [BrowserFact]
    public async Task AServiceThatStops_ClosesItsOwnPages_AndNobodyElses()
    {
        var mine = await browser.OpenAsync(Screen.Desk, at: "http://127.0.0.1:1/");
        var itsOwn = await browser.OpenAsync(Screen.Desk, at: "http://127.0.0.1:2/");

        await Browser.CloseWhatWasOpenedAsync("http://127.0.0.1:2/");

        Assert.True(itsOwn.IsClosed);
        Assert.False(mine.IsClosed);
        Assert.Equal(2, await mine.EvaluateAsync<int>("() => 1 + 1"));
    }
}
