using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

[Collection(nameof(InTheBrowser))]
public class WithdrawalTests(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task Withdrawn_OpenPagesShowNothingOfThePersonAnyMore_AndTheInboxOnlyAReference()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var referral = await story.ReferralOfAsync(story.Hospital);
        var onCase = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/cases/{file}");
        var onReferral = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/referrals/{referral}");
        var onInbox = await service.OpenAsync(browser, story.Tom.Handle, "/staff");
        await Assertions.Expect(onCase.Locator("h1")).ToHaveTextAsync("George Ashworth");
        await Assertions.Expect(onReferral.Locator(".about-me")).ToContainTextAsync("Bess the dog");
        await Assertions.Expect(onInbox.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" })).ToBeVisibleAsync();

        await story.WithdrawAsync(story.Hospital);

        foreach (var page in new[] { onCase, onReferral })
        {
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This is no longer shared with you");
            Assert.DoesNotContain("Ashworth", await page.ContentAsync());
            Assert.DoesNotContain("Bess", await page.ContentAsync());
            await Axe.CheckAsync(page);
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Page not found");
        }

        await Assertions.Expect(onInbox.GetByRole(AriaRole.Heading, new() { Name = "Permission ended" })).ToBeVisibleAsync();
        Assert.DoesNotContain("Ashworth", await onInbox.ContentAsync());
        await Axe.CheckAsync(onInbox);
    }

    [BrowserFact]
    public async Task UnknownReferral_AndThatOfAnotherAgency_LookTheSame()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var theirs = await service.OpenAsync(browser, story.Dev.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Assertions.Expect(theirs.Locator("h1")).ToHaveTextAsync("Page not found");
        var shown = await theirs.Locator("main").InnerHTMLAsync();

        await theirs.GotoAsync($"/staff/referrals/{Guid.NewGuid()}");

        await Assertions.Expect(theirs.Locator("h1")).ToHaveTextAsync("Page not found");
        Assert.Equal(WithoutMarkers(shown), WithoutMarkers(await theirs.Locator("main").InnerHTMLAsync()));
    }

    private static string WithoutMarkers(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<!--.*?-->", "");
}
