using GmConnect.Domain.Agencies;
using GmConnect.Domain.Referrals;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>A safeguarding referral to the top level, overridden by two and answered; a referral redirected, then refused.</summary>
[Collection(nameof(InTheBrowser))]
public class ReferralsTriaged(Browser browser, ServiceInProcess service)
{
    private const string Bruises = "Bruises on both arms that he cannot explain; his nephew answers for him.";

    [BrowserFact]
    public async Task ASafeguardingReferral_IsTriagedToTheTop_SteppedDownByTwo_AndAnswered()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var council = (await story.The<ListAgencies>().ExecuteAsync("Salford")).First(a => a.Kind is AgencyKind.AdultSocialCare);

        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Button(ward, "Refer on").ClickAsync();
        await ward.Locator("#hand-on-to").SelectOptionAsync($"{council.Id}");
        await ward.Locator("[data-keep='hand-on-words']").FillAsync(Bruises);
        await Button(ward, "Refer").ClickAsync();
        await Assertions.Expect(ward.GetByRole(AriaRole.Alert)).ToContainTextAsync("The family has not let");
        await ward.GetByLabel("Care Act 2014 section 42 (safeguarding an adult)").CheckAsync();
        await ward.CheckLooksAsync();
        await Button(ward, "Refer").ClickAsync();
        var reference = (await ward.Locator(".asked .code").InnerTextAsync()).Trim();

        var queue = await service.OpenAsync(browser, "triage-lead-salford", "/staff/triage");
        await queue.Locator("#queue-team").SelectOptionAsync("");
        var row = queue.Locator("tbody tr").Filter(new() { HasText = reference });
        await row.GetByRole(AriaRole.Button, new() { Name = "I take it" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Daniel Okafor");
        await queue.CheckLooksAsync();
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(queue.Locator("main")).ToContainTextAsync(Bruises);
        await Assertions.Expect(queue.Locator("main")).Not.ToContainTextAsync("Bess the dog");
        var lead = new WorkerOnTheWeb(queue, checks: true);
        await lead.BeginTriageAsync();
        await lead.AnswerTriageAsync(("s42-needs", "yes"), ("s42-abuse", "yes"), ("s42-protect", "yes"), ("s42-contact", "yes"), ("s42-neglect-life", "no"));
        await Assertions.Expect(queue.Locator(".answer-form .explanation")).ToContainTextAsync("An adult who cannot protect themselves");
        await queue.GetByRole(AriaRole.Radio, new() { Name = "P2, urgent" }).CheckAsync();
        await Button(queue, "Save triage").ClickAsync();
        await Assertions.Expect(queue.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write why");
        await queue.Locator("[data-keep='triage-why']").FillAsync("Rang the ward: the nephew has gone home and may not visit.");
        await queue.CheckLooksAsync();
        await Button(queue, "Save triage").ClickAsync();
        await Assertions.Expect(queue.Locator("main")).ToContainTextAsync("you cannot be the second person yourself");
        await Assertions.Expect(queue.Locator("#answer")).ToContainTextAsync("P1, at once");

        var second = await service.OpenAsync(browser, "social-worker-salford", new Uri(queue.Url).AbsolutePath);
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("the nephew has gone home");
        await second.CheckLooksAsync();
        await Button(second, "I agree: step down").ClickAsync();
        await Assertions.Expect(second.Locator("#answer")).ToContainTextAsync("P2, urgent");
        // The page of who asked for it was open all the time.
        await Assertions.Expect(queue.Locator("#answer")).ToContainTextAsync("P2, urgent");

        await lead.OpenCaseAsync("That he is safe and says so himself", "asks him alone what he wants");
        await ward.ReloadAsync();
        await Assertions.Expect(ward.Locator(".asked")).ToContainTextAsync("Answered with a case");

        var guardian = await service.OpenAsync(browser, "guardian-gm", "/governance/guardian");
        await Assertions.Expect(guardian.Locator("main")).ToContainTextAsync("Told another agency under a law");
    }

    [BrowserFact]
    public async Task AReferral_IsRedirected_SharedInstead_AskedAbout_AndRefused()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Nursing);

        var nurse = await service.OpenAsync(browser, story.Ruth.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Nursing)}");
        await Button(nurse, "Redirect").ClickAsync();
        await Button(nurse, "Redirect it").ClickAsync();
        await Assertions.Expect(nurse.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose an agency");
        await nurse.Locator("#redirect-to").SelectOptionAsync($"{story.Hospital.Id}");
        await nurse.Locator("[data-keep='redirect-reason']").FillAsync("He is still on the ward; the hospital plans this.");
        await nurse.CheckLooksAsync();
        await Button(nurse, "Redirect it").ClickAsync();
        await Assertions.Expect(nurse.Locator("main")).Not.ToContainTextAsync("14 Lark Hill");

        var helen = await service.OpenAsync(browser, story.Helen.Handle, $"/consents/{story.George.Id}", Screen.Phone);
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("the hospital plans this");
        await helen.CheckLooksAsync();
        await helen.GetByRole(AriaRole.Link, new() { Name = $"Share with {story.Hospital.Name} instead" }).ClickAsync();
        await helen.CheckLooksAsync();
        await Button(helen, "Look at what they would see").ClickAsync();
        await Button(helen, "Give permission and share").ClickAsync();
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync(story.Hospital.Name);

        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Button(ward, "Ask for more").ClickAsync();
        await ward.Locator("[data-keep='ask-words']").FillAsync("Who is at home with him?");
        await ward.CheckLooksAsync();
        await Button(ward, "Ask").ClickAsync();
        await Assertions.Expect(ward.Locator("#answer")).ToContainTextAsync("Asked for more");

        await helen.GotoAsync(new Uri(new Uri(helen.Url), $"/consents/{story.George.Id}").ToString());
        await helen.GetByRole(AriaRole.Link, new() { Name = "Answer their question" }).ClickAsync();
        await Button(helen, "Send my answer").ClickAsync();
        await Assertions.Expect(helen.Locator(".error-summary")).ToContainTextAsync("Write your answer");
        await helen.CheckLooksAsync();
        await helen.GetByLabel("Your answer").FillAsync("Nobody. I come on Sundays.");
        await Button(helen, "Send my answer").ClickAsync();
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("Your answer is with them.");
        await helen.CheckLooksAsync();
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("I come on Sundays.");

        await Button(ward, "Refuse").ClickAsync();
        await ward.Locator("[data-keep='refuse-reason']").FillAsync("He went home this morning.");
        await Button(ward, "Refuse it").ClickAsync();
        await Assertions.Expect(ward.Locator("main")).Not.ToContainTextAsync("I come on Sundays.");
        await helen.GotoAsync(new Uri(new Uri(helen.Url), $"/consents/{story.George.Id}").ToString());
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("He went home this morning.");
    }

    /// <summary>From the referral to its level without a mouse: every question is reached, answered and saved.</summary>
    [BrowserFact]
    public async Task AReferral_IsTriagedByKeyboardAlone()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");

        await ward.PressByKeyboardAsync("Triage");
        await ward.TabToAsync("#triage-discharge-blocked input");
        await ward.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(ward.Locator("#triage-discharge-blocked input[value=yes]")).ToBeCheckedAsync();
        await ward.PressByKeyboardAsync("No to all that is not answered");
        foreach (var question in TriageRules.Current.Factors.SelectMany(factor => factor.From).Select(TriageRules.Current.Question))
        {
            await ward.TabToAsync(question.Form is AnswerOf.YesNo ? $"#triage-{question.Id} input" : $"#triage-{question.Id}");
            await ward.Keyboard.PressAsync(question.Form is AnswerOf.YesNo ? "Space" : "ArrowDown");
        }

        await Assertions.Expect(ward.Locator(".answer-form .explanation")).ToContainTextAsync("P2, urgent");
        await ward.CheckLooksAsync();
        await ward.PressByKeyboardAsync("Save triage");

        await Assertions.Expect(ward.Locator("#answer")).ToContainTextAsync("P2, urgent");
        await Assertions.Expect(ward.Locator("#answer")).ToBeFocusedAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
