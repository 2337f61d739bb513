using System.Net;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Citizen;

/// <summary>A page that was open while a new release was put in place.</summary>
public class StalePageTests
{
    [Fact]
    public async Task StalePageAfterDeploy_SavesWhatWasTypedOnIt()
    {
        const string Typed = "Typed before the new release.";
        await using var service = await RunningService.StartAsync(("Demonstration__Residents", "3"));
        using var helen = await CitizenClient.SignInAsync(service, "helen-ashworth");
        var page = $"{helen.Story}/what-happened";
        var opened = await helen.OpenAsync(page);

        await service.StopAsync();
        await service.StartNewReleaseAsync();
        var saved = await helen.SubmitAsync(page, opened, ("Posted.Text", Typed));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains(Typed, (await helen.GetAsync(page)).Text);
    }
}
