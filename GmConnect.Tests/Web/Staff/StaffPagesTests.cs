using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Tests.Journeys;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Staff;

/// <summary>Each staff page with something on it and each of its forms open, at both sizes, light and dark.</summary>
[Collection(nameof(InTheBrowser))]
public class StaffPagesTests(Browser browser, ServiceInProcess service)
{
    public static TheoryData<Screen, ColorScheme> Looks => new()
    {
        { Screen.Phone, ColorScheme.Light }, { Screen.Phone, ColorScheme.Dark }, { Screen.Desk, ColorScheme.Light }, { Screen.Desk, ColorScheme.Dark }
    };

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task FromTheInboxToThePlan(Screen screen, ColorScheme colours)
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital, story.Nursing);
        var page = await service.OpenAsync(browser, story.Amira.Handle, "/staff/triage", screen, colours);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "George Ashworth" })).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Inbox and my work" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You are in no case yet")).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answered" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing has been answered yet")).ToBeVisibleAsync();
        await page.CheckLooksAsync();

        await page.GotoAsync($"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Triage" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save triage" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Answer all questions")).ToBeVisibleAsync();
        await new WorkerOnTheWeb(page, checks: false).AnswerTriageAsync(("homeless-tonight", "yes"), ("priority-need", "not-known"), ("harm", "3"));
        await page.GetByRole(AriaRole.Radio, new() { Name = "P3, soon" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save triage" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Write why it is to be another level")).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "As the rules say" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save triage" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open a case" }).ClickAsync();
        await page.CheckLooksAsync();
        await page.GetByLabel("What the case is to achieve").FillAsync("Home with help");
        await page.GetByLabel("What you are to George").FillAsync("leads the discharge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the case" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The plan has nothing in it yet")).ToBeVisibleAsync();
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a worker" }).ClickAsync();
        await page.GetByLabel("Who", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Ruth Okafor, District nurse" });
        await page.GetByLabel("What they do here").FillAsync("gives the injections");
        await page.CheckLooksAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the team" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Ruth Okafor" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        await page.GetByLabel("Goal, in the person’s words").FillAsync("To walk to the shop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a goal" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an action to this goal" }).ClickAsync();
        await page.CheckLooksAsync();
        await page.GetByLabel("What is to be done").FillAsync("Injections");
        await page.GetByLabel("Who does it").SelectOptionAsync(new SelectOptionValue { Label = story.Nursing.Name });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an action", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the goal: To walk to the shop" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the action: Injections" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the history" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "History of the plan" })).ToBeVisibleAsync();
        await page.CheckLooksAsync();

        await page.GetByLabel("What is to be done").FillAsync("Injections and tablets");
        await RuthWritesAsync(story, "Injections, twice a day");
        await Assertions.Expect(page.Locator(".meanwhile")).ToContainTextAsync("Injections, twice a day");
        await page.CheckLooksAsync();
        await page.Locator("tr.open").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".clash .theirs")).ToContainTextAsync("Injections, twice a day");
        await page.CheckLooksAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task ForOperationsAndGovernance(Screen screen, ColorScheme colours)
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);
        var (administrator, guardian) = await DeadLetterAsync(story);
        var page = await service.OpenAsync(browser, administrator, "/operations/exchange", screen, colours);
        var resend = page.GetByRole(AriaRole.Button, new() { Name = "Resend message" });
        await Assertions.Expect(resend.First).ToBeVisibleAsync();
        Assert.DoesNotContain("Ashworth", await page.ContentAsync());
        await page.CheckLooksAsync();
        await resend.First.ClickAsync();
        await Assertions.Expect(page.GetByText("It is in the queue again.")).ToBeVisibleAsync();
        await page.GotoAsync("/operations");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Operations");
        await page.CheckLooksAsync();
        var other = await service.OpenAsync(browser, guardian, "/governance", screen, colours);
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("Governance");
        await other.CheckLooksAsync();
    }

    private static async Task RuthWritesAsync(HipStory story, string what)
    {
        var plan = Expect.Value(await story.The<ReadPlan>().ExecuteAsync(story.George.Id, story.Ruth.AsActor(), null));
        var action = Assert.Single(plan.Actions);
        Expect.Value(await story.The<ChangePlan>().EditAsync(
            story.George.Id, [new PlanEdit(action.Id, PlanField.ActionWhat, action.What, what)], story.Ruth.AsActor()));
    }

    private static async Task<(string Administrator, string Guardian)> DeadLetterAsync(HipStory story)
    {
        await using var database = await story.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var now = story.The<TimeProvider>().UtcNow();
        var suffix = Guid.NewGuid().ToString("N")[..6];
        var consent = await database.Set<GmConnect.Domain.Sharing.ConsentRecord>().FirstAsync(c => c.ResidentId == story.George.Id);
        database.AddRange(
            new PartnerSystem { AgencyId = story.Hospital.Id, Address = "http://127.0.0.1:1/", Secret = "whsec_AAAA" },
            new OutboxMessage
            {
                ResidentId = story.George.Id, AgencyId = story.Hospital.Id, Kind = MessageKind.StoryShared, ConsentId = consent.Id, Position = 1,
                WrittenAt = now.AddHours(-3), NextAttemptAt = now, Attempts = 14, Status = MessageStatus.Dead,
                LastFailure = "http-500", AnswerTokenHash = Outbox.HashOf(suffix)
            },
            new Account { Id = Guid.CreateVersion7(), Handle = $"admin-{suffix}", DisplayName = "Ada Lane", Role = Role.Administrator },
            new Account { Id = Guid.CreateVersion7(), Handle = $"guardian-{suffix}", DisplayName = "Grace Obi", Role = Role.DataGuardian });
        await database.SaveChangesAsync();

        return ($"admin-{suffix}", $"guardian-{suffix}");
    }
}
