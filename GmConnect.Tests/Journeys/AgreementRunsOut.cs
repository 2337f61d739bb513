using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>The lead foresees what the last day of an agreement will stop; at midnight it stops, on open pages too.</summary>
[Collection(nameof(InTheBrowser))]
public class AgreementRunsOut(Browser browser)
{
    [BrowserFact]
    public async Task WhatFlowedUnderIt_StopsAtTheNextRequest_AsTheLeadForesaw()
    {
        var today = LondonTime.DayOf(TimeProvider.System.UtcNow());
        var midnight = LondonTime.EndOf(today);
        var clock = new FakeTimeProvider(midnight.AddMinutes(-30));
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        var story = await HipStory.BeginAsync(service.Services, lastDay: today);
        var lead = await story.AddLeadAsync(story.Hospital);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var referral = $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}";

        var governance = await service.OpenAsync(browser, lead.Handle, "/governance/agreements");
        var soon = governance.GetByRole(AriaRole.Table, new() { Name = "Agreements that end soon" });
        await Assertions.Expect(soon).ToContainTextAsync("2 agencies would lose");
        await governance.CheckLooksAsync();
        await soon.GetByRole(AriaRole.Link, new() { Name = "Sharing agreement" }).ClickAsync();
        await governance.GetByRole(AriaRole.Button, new() { NameRegex = new("^After") }).ClickAsync();
        var foreseen = governance.GetByRole(AriaRole.Row).Filter(new() { HasText = story.Hospital.Name }).Filter(new() { HasText = "fewer than 10" });
        await Assertions.Expect(foreseen).Not.ToHaveCountAsync(0);
        await governance.CheckLooksAsync();

        var open = await service.OpenAsync(browser, story.Tom.Handle, referral);
        var inbox = await service.OpenAsync(browser, story.Amira.Handle, "/staff");
        await Assertions.Expect(open.Locator(".about-me")).ToContainTextAsync("Bess the dog");
        await Assertions.Expect(inbox.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" })).ToBeVisibleAsync();

        clock.SetUtcNow(midnight);
        // The minute's job, asked for here because Hangfire goes by the real clock.
        await story.The<TellWhatEnded>().ExecuteAsync();

        await Assertions.Expect(open.Locator("h1")).ToHaveTextAsync("This is no longer shared with you");
        await Assertions.Expect(inbox.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" })).ToHaveCountAsync(0);
        await Assertions.Expect(governance.Locator("main")).ToContainTextAsync("Nothing flows under it any more");
        await governance.CheckLooksAsync();
        Assert.Equal(404, (await open.GotoAsync(referral))!.Status);
        await using var database = await service.DatabaseAsync();
        var last = await database.Set<AccessEntry>().Where(e => e.ResidentId == story.George.Id && e.AccountId == story.Tom.Id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync();
        Assert.Equal((AccessKind.Refused, RefusedBecause.NoAgreement), (last.Kind, last.Because));
    }
}
