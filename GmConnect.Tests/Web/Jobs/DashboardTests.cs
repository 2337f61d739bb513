using System.Text.RegularExpressions;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Jobs;

[Collection(nameof(InTheBrowser))]
public class DashboardTests(Browser browser, SharedService shared)
{
    [BrowserFact]
    public async Task Dashboard_WorksUnderItsPolicy_AndShowsTheTimetable()
    {
        var service = await shared.StartedAsync();
        var handle = await service.AddAsync(Role.Administrator);
        var page = await browser.OpenAsync(Screen.Desk, at: service.Address.ToString());
        var complaints = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
            {
                complaints.Add(said.Text);
            }
        };
        page.PageError += (_, fault) => complaints.Add(fault);
        await page.GotoAsync("/demo");
        await page.EvaluateAsync(
            "handle => { const b = document.querySelector('button[name=person]'); b.value = handle; b.click(); }", handle);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/operations"));

        await page.GotoAsync("/operations/jobs");
        await page.Locator("canvas#realtimeGraph.chartjs-render-monitor").WaitForAsync();
        await page.GotoAsync("/operations/jobs/recurring");

        Assert.Contains("sweep-outbox", await page.Locator("table").InnerTextAsync());
        Assert.Empty(complaints);
    }
}
