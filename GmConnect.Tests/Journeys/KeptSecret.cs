using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// A nurse hears of danger and hides where he is, on pages open elsewhere too; the guardian reads it, names who must know, and
/// discloses a part to the police, who read that part and no more.
/// </summary>
[Collection(nameof(InTheBrowser))]
public class KeptSecret(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task WhereHeIs_IsHiddenAtOnce_AndTheGuardianDecidesWhoKnows()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital, story.Nursing);
        var lane = story.George.AddressLine;

        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync(lane);
        var nurse = await service.OpenAsync(browser, story.Ruth.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Nursing)}", Screen.Phone);
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Tell the guardian", Exact = true }).ClickAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Assertions.Expect(nurse.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose what it is.");
        await nurse.GetByLabel("It may not be safe").CheckAsync();
        await nurse.Locator("[data-keep='tell-guardian-words']").FillAsync("A man rang twice and asked for his ward.");
        await nurse.CheckLooksAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        // The ward's page was open all the time.
        await Assertions.Expect(ward.Locator("main")).Not.ToContainTextAsync(lane);
        await Assertions.Expect(nurse.Locator("main")).ToContainTextAsync(lane);

        var guardian = await service.OpenAsync(browser, "guardian-gm", "/governance/guardian");
        await guardian.GetByRole(AriaRole.Link, new() { Name = "Where somebody is may be dangerous to know" }).First.ClickAsync();
        await Assertions.Expect(guardian.Locator("main")).ToContainTextAsync("A man rang twice and asked for his ward.");
        await Assertions.Expect(guardian.Locator("#safeguards")).ToBeVisibleAsync();
        await guardian.CheckLooksAsync();
        await guardian.GetByRole(AriaRole.Button, new() { Name = "End it Where they are is secret" }).ClickAsync();
        await Assertions.Expect(guardian.Locator("main")).ToContainTextAsync("No protection, restriction, finding or disclosure is in force.");
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Keep secret where they are" }).ClickAsync();
        await guardian.GetByLabel("Ruth Okafor").CheckAsync();
        await guardian.GetByLabel("Amira").CheckAsync();
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Keep it secret from now on" }).ClickAsync();
        await Assertions.Expect(guardian.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write down why.");
        await guardian.Locator("[data-keep='safeguard-why']").FillAsync("His brother has threatened him; the ward and the nurse must reach him.");
        await guardian.CheckLooksAsync();
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Keep it secret from now on" }).ClickAsync();
        await Assertions.Expect(guardian.GetByRole(AriaRole.Button, new() { Name = "End it Where they are is secret" })).ToBeVisibleAsync();
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync(lane);

        await guardian.GetByRole(AriaRole.Button, new() { Name = "Disclose under a law" }).ClickAsync();
        await guardian.GetByLabel("To which agency").SelectOptionAsync($"{story.Homes.Id}");
        await guardian.GetByLabel("What happened").CheckAsync();
        await guardian.GetByLabel("Under which law").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await guardian.Locator("[data-keep='safeguard-why']").FillAsync("They must change the lock.");
        await guardian.CheckLooksAsync();
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Disclose it" }).ClickAsync();
        await Assertions.Expect(guardian.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give a last day");
        await guardian.GetByLabel("Last day").FillAsync($"{service.Clock.Today().AddDays(20):yyyy-MM-dd}");
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Disclose it" }).ClickAsync();
        await Assertions.Expect(guardian.Locator("main")).ToContainTextAsync("Disclosed under Care Act 2014 section 42");

        var officer = await service.OpenAsync(browser, story.Dev.Handle, $"/staff/residents/{story.George.Id}");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("I fell on the stairs");
        await Assertions.Expect(officer.Locator("main")).Not.ToContainTextAsync("Bess the dog");
        await Assertions.Expect(officer.Locator("main")).Not.ToContainTextAsync(lane);

        await guardian.Locator("[data-keep='matter-answer']").FillAsync("Spoke to him and the ward.");
        await guardian.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Assertions.Expect(guardian.Locator("main")).ToContainTextAsync("Dealt with");
    }

    [BrowserFact]
    public async Task TheResident_SaysItIsNotSafe_OnAPhone_AndADaughterCanOnlyHide()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var george = await service.OpenAsync(browser, story.Himself.Handle, $"/questions/{story.George.Id}", Screen.Phone);
        await george.GetByRole(AriaRole.Link, new() { Name = "Say whether it is safe that others know where you are" }).ClickAsync();
        await george.CheckLooksAsync();
        await george.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(george.Locator(".error-summary")).ToContainTextAsync("Choose whether it is safe.");
        await george.GetByLabel("No, or I am not sure").CheckAsync();
        await george.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("Your question was sent");
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("Where you are, kept secret");
        await george.CheckLooksAsync();

        var helen = await service.OpenAsync(browser, story.Helen.Handle, $"/questions/{story.George.Id}/place", Screen.Phone);
        await Assertions.Expect(helen.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await Assertions.Expect(helen.GetByRole(AriaRole.Button, new() { Name = "Keep it secret now" })).ToBeVisibleAsync();
        await helen.CheckLooksAsync();
    }
}
