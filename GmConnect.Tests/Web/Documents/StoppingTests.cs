using System.Net;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Documents;

/// <summary>The browser ends with the service, however the service ends.</summary>
[Collection(nameof(InTheBrowser))]
public class StoppingTests
{
    [BrowserFact]
    public async Task AServiceThatIsStopped_TakesItsBrowserWithIt_AndIsNotHeldUp()
    {
        using var browsers = new KnownBrowsers();
        await using var service = await RunningService.StartAsync(("Documents__Browser", browsers.Script), ("Demonstration__Residents", "3"));
        await PrintAsync(service);
        var browser = Assert.Single(browsers.Started);
        Assert.True(KnownBrowsers.Runs(browser));

        Assert.Equal(0, await service.StopAsync());

        await KnownBrowsers.EndsAsync(browser);
    }

    private static async Task PrintAsync(RunningService service)
    {
        using var helen = await CitizenClient.SignInAsync(service, "helen-ashworth");
        var answer = await helen.GetAsync($"{helen.Story}/passport.pdf");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("%PDF-", answer.Body);
    }
}
