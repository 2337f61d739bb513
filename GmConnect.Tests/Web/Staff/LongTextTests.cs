using GmConnect.Tests.Journeys;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

/// <summary>What people paste into a staff field.</summary>
[Collection(nameof(InTheBrowser))]
public class LongTextTests(Browser browser, ServiceInProcess service)
{
    private static readonly string Arabic = string.Concat(Enumerable.Repeat("مرحبا بكم ", 2_000));

    [BrowserFact]
    public async Task TwentyThousandArabicLetters_InAGoal_AreAnsweredWithASentence_AndKept()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var page = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{await story.OpenCaseAsync()}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        var goal = page.GetByLabel("Goal, in the person’s words");

        await goal.FillAsync(Arabic);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).GetByText("19,999 characters long; 1,000 fit")).ToBeVisibleAsync();
        await Assertions.Expect(goal).ToHaveValueAsync(Arabic);
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Axe.CheckAsync(page);
        await goal.FillAsync("العودة إلى البيت");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "العودة إلى البيت" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task TwentyThousandArabicLetters_AsATriageReason_AreAnsweredWithASentence_AndKept()
    {
        var (story, page) = await NewReferralAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Triage" }).ClickAsync();
        await new WorkerOnTheWeb(page, checks: false).AnswerTriageAsync();
        await page.GetByLabel("Note for whoever takes it on").FillAsync(Arabic);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save triage" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).GetByText("2,000 fit")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Note for whoever takes it on")).ToHaveValueAsync(Arabic);
        await page.GetByLabel("Note for whoever takes it on").FillAsync("He goes home on Friday.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save triage" }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("He goes home on Friday.");
        await Assertions.Expect(page.Locator("#answer")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task MarkupEmojiAndNul_AreShownAsTyped_AndRunNothing()
    {
        const string typed = "<script>window.ran = 1</script><img src=x onerror='window.ran=1'> 👩🏽‍⚕️ ‮abc";
        var (_, page) = await NewReferralAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for more" }).ClickAsync();

        await page.GetByLabel("What do you need to know?").FillAsync(typed + "\0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".asked .words")).ToHaveTextAsync(typed);
        Assert.Equal(0, await page.Locator(".asked .words > *").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => window.ran === undefined"));
    }

    private async Task<(HipStory Story, IPage Page)> NewReferralAsync()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);

        return (story, await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}"));
    }
}
