using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>Midnight before a birthday of 13, 16 and 18: what a parent and the young person see and are asked.</summary>
[Collection(nameof(InTheBrowser))]
public class GrowingUp(Browser browser)
{
    private readonly DateTime _midnight = LondonTime.EndOf(LondonTime.DayOf(TimeProvider.System.UtcNow()));

    [BrowserFact]
    public async Task AtThirteen_TheLogIsTheirs_UntilTheySayThatAParentMaySeeIt()
    {
        var clock = new FakeTimeProvider(_midnight.AddMinutes(-30));
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        var (story, mother) = await YoungStory.BeginAsync(service.Services, 13);
        await story.TellAsync();
        await story.The<TellBirthdays>().ExecuteAsync();
        var (log, home) = ($"/who-looked/{story.George.Id}", $"/story/{story.George.Id}");
        var parent = await service.OpenAsync(browser, mother.Handle, home, Screen.Phone);
        await Assertions.Expect(parent.Locator("main")).ToContainTextAsync("What changes when Zainab turns 13");
        Assert.Equal(200, (await parent.GotoAsync(log))!.Status);
        var zainab = await service.OpenAsync(browser, story.Himself.Handle, home, Screen.Phone);
        Assert.Equal(404, (await zainab.GotoAsync(home))!.Status);

        await TurnAsync(clock, story);

        Assert.Equal(404, (await parent.GotoAsync(log))!.Status);
        Assert.Equal(200, (await parent.GotoAsync(home))!.Status);
        await zainab.GotoAsync($"/growing-up/{story.George.Id}");
        await Assertions.Expect(zainab.Locator("main")).ToContainTextAsync("they can record that you understand it");
        await zainab.CheckLooksAsync();
        await story.FoundCompetentAsync();
        await zainab.GotoAsync(home);
        await Assertions.Expect(zainab.Locator("main")).ToContainTextAsync("Since you turned 13 we have questions for you");
        await zainab.CheckLooksAsync();
        await AnswerAsync(zainab, "Yes, Nadia Malik may see it");
        Assert.Equal(200, (await parent.GotoAsync(log))!.Status);
    }

    [BrowserFact]
    public async Task AtSixteen_TheYoungPersonDecidesWhoHelps_AndWithWhomIsShared()
    {
        var clock = new FakeTimeProvider(_midnight.AddMinutes(-30));
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        var (story, mother) = await YoungStory.BeginAsync(service.Services, 16);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital, story.Nursing);
        await story.The<TellBirthdays>().ExecuteAsync();
        var home = $"/story/{story.George.Id}";
        var parent = await service.OpenAsync(browser, mother.Handle, home, Screen.Phone);
        await parent.GetByRole(AriaRole.Link, new() { Name = "Read what changes" }).ClickAsync();
        await Assertions.Expect(parent.Locator("main")).ToContainTextAsync("Zainab is asked first, by themselves.");
        await parent.CheckLooksAsync();
        var nurse = await service.OpenAsync(browser, story.Ruth.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Nursing)}");
        await Assertions.Expect(nurse.Locator(".about-me")).ToContainTextAsync("Bess the dog");

        await TurnAsync(clock, story);

        Assert.Equal(404, (await parent.GotoAsync(home))!.Status);
        var zainab = await service.OpenAsync(browser, story.Himself.Handle, home, Screen.Phone);
        await zainab.GetByRole(AriaRole.Link, new() { Name = "Answer them" }).ClickAsync();
        await zainab.CheckLooksAsync();
        await zainab.GetByRole(AriaRole.Button, new() { Name = "Save my answers" }).ClickAsync();
        await Assertions.Expect(zainab.Locator(".error-summary")).ToContainTextAsync("Choose an answer to at least one question.");
        await AnswerAsync(zainab, "Yes, Nadia Malik goes on helping me", "Yes, I let Salford Royal discharge team see it", "No, stop sharing with Salford district nursing");

        await Assertions.Expect(nurse.Locator("h1")).ToHaveTextAsync("This is no longer shared with you");
        var hospital = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Assertions.Expect(hospital.Locator(".about-me")).ToContainTextAsync("Bess the dog");
        Assert.Equal(200, (await parent.GotoAsync(home))!.Status);
        // Her own no stands before what her mother gives again.
        await story.ShareAsync(story.Nursing);
        Assert.Equal(404, (await nurse.GotoAsync($"/staff/referrals/{await story.LatestReferralOfAsync(story.Nursing)}"))!.Status);
    }

    [BrowserFact]
    public async Task AtEighteen_WhatParentsHeldAndGaveIsOver_OnOpenPagesToo()
    {
        var clock = new FakeTimeProvider(_midnight.AddMinutes(-30));
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        var (story, mother) = await YoungStory.BeginAsync(service.Services, 18);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        await story.The<TellBirthdays>().ExecuteAsync();
        var home = $"/story/{story.George.Id}";
        var parent = await service.OpenAsync(browser, mother.Handle, home, Screen.Phone);
        await Assertions.Expect(parent.Locator("main")).ToContainTextAsync("What changes when Zainab turns 18");
        var open = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Assertions.Expect(open.Locator(".about-me")).ToContainTextAsync("Bess the dog");
        var zainab = await service.OpenAsync(browser, story.Himself.Handle, home, Screen.Phone);
        await zainab.GetByRole(AriaRole.Link, new() { Name = "Read what changes" }).ClickAsync();
        await Assertions.Expect(zainab.Locator("main")).ToContainTextAsync("What your parents held here ends at midnight.");
        await zainab.CheckLooksAsync();

        await TurnAsync(clock, story);

        await Assertions.Expect(open.Locator("h1")).ToHaveTextAsync("This is no longer shared with you");
        Assert.Equal(404, (await parent.GotoAsync(home))!.Status);
        await zainab.ReloadAsync();
        await Assertions.Expect(zainab.Locator("h1")).ToHaveTextAsync("What changed when you turned 18");
        await zainab.CheckLooksAsync();
        // What her mother shared has ended; it is hers to share again, by one answer.
        var referral = $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}";
        Assert.Equal(404, (await open.GotoAsync(referral))!.Status);
        await AnswerAsync(zainab, "Yes, I let Salford Royal discharge team see it");
        await Assertions.Expect(zainab.Locator("main")).ToContainTextAsync("There is nothing for you to decide now.");
        Assert.Equal(200, (await open.GotoAsync(referral))!.Status);
    }

    private static async Task AnswerAsync(IPage page, params string[] answers)
    {
        if (await page.GetByRole(AriaRole.Link, new() { Name = "Answer them" }).CountAsync() > 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Answer them" }).ClickAsync();
        }

        foreach (var answer in answers)
        {
            await page.GetByLabel(answer).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answers" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Your answers are saved");
        await page.CheckLooksAsync();
    }

    /// <summary>The minute's job, asked for here because Hangfire goes by the real clock.</summary>
    private async Task TurnAsync(FakeTimeProvider clock, HipStory story)
    {
        clock.SetUtcNow(_midnight);
        await story.The<TellBirthdays>().ExecuteAsync();
    }
}
