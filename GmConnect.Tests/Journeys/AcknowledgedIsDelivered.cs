using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Journeys;

/// <summary>A share that was acknowledged reaches the partner, whatever happens to the service: one or more times, one key, one body.</summary>
[Collection(nameof(InTheBrowser))]
public class AcknowledgedIsDelivered(Browser browser)
{
    private const string Agency = "Salford Royal";
    private const string Code = "salford-royal";

    private static readonly (string, string)[] Quickly = [("Demonstration__Residents", "20"), ("Exchange__LongestRetry", "00:00:02")];

    [BrowserFact]
    public async Task KilledWhileThePartnerHangs_ItIsSentAgainWithOneKeyAndOneBody()
    {
        await using var partner = await SurvivingPartner.StartAsync();
        partner.Answer = SurvivingPartner.Hangs;
        await using var service = await StartAsync(partner);

        await ShareAsync(service);
        await partner.ReceivedAsync(atLeast: 1);
        await service.KillAsync();
        partner.Answer = SurvivingPartner.Accepts;
        await service.StartAgainAsync();

        await DeliveredAsync(partner, atLeast: 2);
    }

    [BrowserFact]
    public async Task KilledWhileThePartnerIsDown_ItIsSentWhenBothAreUp()
    {
        await using var partner = await SurvivingPartner.StartAsync();
        await using var service = await StartAsync(partner);
        await partner.GoDownAsync();

        await ShareAsync(service);
        await service.KillAsync();
        await service.StartAgainAsync();
        Assert.Empty(partner.Deliveries);
        await partner.ComeUpAsync();

        await DeliveredAsync(partner, atLeast: 1);
    }

    private static async Task<RunningService> StartAsync(SurvivingPartner partner)
    {
        var service = await RunningService.StartAsync(Quickly);
        await using var database = service.Database();
        var agency = await database.Agencies.SingleAsync(a => a.Code == Code);
        (await database.PartnerSystems.SingleAsync(p => p.AgencyId == agency.Id)).Address = new Uri(partner.Address, "events").ToString();
        await database.SaveChangesAsync();

        return service;
    }

    private static async Task DeliveredAsync(SurvivingPartner partner, int atLeast)
    {
        var deliveries = await partner.ReceivedAsync(atLeast, TimeSpan.FromSeconds(60));

        Assert.NotNull(deliveries[0].Key);
        Assert.Single(deliveries.Select(delivery => (delivery.Key, delivery.Body)).Distinct());
    }

    private async Task ShareAsync(RunningService service)
    {
        var page = await browser.OpenAsync(Screen.Desk, at: service.Address.ToString());
        var helen = new FamilyOnTheWeb(page, checks: false);
        await helen.SignInToTheStoryAsync("helen-ashworth");
        await helen.AnswerAsync("needed-now", "Injections every evening.");
        await helen.FollowAsync("Check the answers and confirm");
        await helen.PressAsync("Confirm this story");
        await page.GotoAsync($"{helen.Story}/share");
        await page.GetByLabel(Agency, new() { Exact = true }).CheckAsync();
        await helen.PressAsync("Continue");
        foreach (var box in await page.Locator("input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await helen.PressAsync("Continue");
        await page.Locator("input[type=radio][value='6']").CheckAsync();
        await helen.PressAsync("Continue");
        await helen.PressAsync("Give permission and share");
        await helen.IsAtAsync("The story is shared");
        await page.Context.CloseAsync();
    }
}
