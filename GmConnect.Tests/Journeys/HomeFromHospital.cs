using System.Text.RegularExpressions;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// The hip story from the ward to 72 hours after it: seven workers of five agencies and the family, each in a browser of their own, on one
/// plan. How it was told, shared and triaged is <see cref="HipJourney"/>.
/// </summary>
[Collection(nameof(InTheBrowser))]
public class HomeFromHospital(Browser browser)
{
    /// <summary>A Tuesday morning, so that nothing falls on a weekend.</summary>
    private readonly FakeTimeProvider _clock = new(LondonTime.At(NextTuesday(), new TimeOnly(9, 0)));

    [BrowserFact]
    public async Task FromAdmissionToThreeDaysAfter_SevenWorkersOfFiveAgencies_AndTheFamily()
    {
        // Days pass in seconds here, and nothing seals meanwhile.
        await using var service = new ServiceInProcess
        {
            Clock = _clock, With = services => services.Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.Zero)
        }.Started();
        var team = await TeamAsync(service.Services);
        var (story, today) = (team.Story, _clock.Today());

        // Amira notes that he lies in the ward; Tom, the physiotherapist, says whether he needs the bed and what the day depends on.
        var amira = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{team.Case}");
        await Button(amira, "In hospital here").ClickAsync();
        await Button(amira, "Save").ClickAsync();
        await Assertions.Expect(amira.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give the day on which they came");
        await amira.Locator("#stay-admitted").FillAsync(Day(today.AddDays(-1)));
        await amira.Locator("[data-keep=stay-ward]").FillAsync("Ward B3");
        await amira.CheckLooksAsync();
        await Button(amira, "Save").ClickAsync();
        await amira.WaitForURLAsync("**/staff/discharge/*");
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Ward B3");
        await amira.CheckLooksAsync();
        var stay = new Uri(amira.Url).AbsolutePath;

        var tom = await service.OpenAsync(browser, story.Tom.Handle, stay);
        await Button(tom, "Do they need the bed?").ClickAsync();
        await tom.GetByLabel("Lower limb surgery within the last 48 hours").CheckAsync();
        await Button(tom, "Save: 1 applies").ClickAsync();
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Needs the bed");
        await Button(tom, "Expected day").ClickAsync();
        await tom.Locator("#expected-day").FillAsync(Day(today.AddDays(-1)));
        await tom.Locator("[data-keep=expected-must]").FillAsync("Safe with a frame, three steps.");
        await Button(tom, "Save the day").ClickAsync();
        await Assertions.Expect(tom.GetByRole(AriaRole.Alert)).ToContainTextAsync("That day has passed");
        await Assertions.Expect(tom.Locator("[data-keep=expected-must]")).ToHaveValueAsync("Safe with a frame, three steps.");
        await tom.Locator("#expected-day").FillAsync(Day(today.AddDays(2)));
        await Button(tom, "Save the day").ClickAsync();
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Safe with a frame, three steps.");

        // Amira asks what he needs at home, beside what Helen told already.
        await Button(amira, "What they need at home").ClickAsync();
        await Assertions.Expect(amira.GetByRole(AriaRole.Complementary, new() { Name = "The family has told already" })).ToContainTextAsync("Somebody to give the injections");
        await amira.Locator("#need-injections").SelectOptionAsync(nameof(Injections.Nurse));
        await amira.Locator("#need-doses").FillAsync("28");
        foreach (var (question, answer) in new[]
                 {
                     ("SafePlace", "Yes"), ("Stairs", "Yes"), ("Equipment", "Yes"), ("Wheelchair", "No"), ("Support", "Yes"), ("OwnTransport", "Yes"), ("FoodAndWarmth", "No"),
                     ("Carer", "Yes"), ("Work", "No")
                 })
        {
            await amira.Locator("fieldset").Filter(new() { Has = amira.Locator($"input[name=need-{question}]") }).GetByLabel(answer, new() { Exact = true }).CheckAsync();
        }

        await amira.CheckLooksAsync();
        await Button(amira, "Save the answers").ClickAsync();
        await Assertions.Expect(Task(amira, "Give the injections at home")).ToContainTextAsync(story.Nursing.Name);
        await Assertions.Expect(Task(amira, "Bring and fit the equipment")).ToContainTextAsync(team.Equipment.Name);
        await Assertions.Expect(Task(amira, "Look at the home")).ToContainTextAsync(story.Homes.Name);
        await Assertions.Expect(Task(amira, "Help at home")).ToContainTextAsync(team.Care.Name);
        await amira.CheckLooksAsync();

        // Joanne of adult social care decides the pathway and says from when help comes; the day before, all but the nurse have accepted.
        _clock.Advance(TimeSpan.FromDays(1));
        tom = await service.OpenAsync(browser, story.Tom.Handle, stay);
        amira = await service.OpenAsync(browser, story.Amira.Handle, stay);
        await Button(tom, "Do they need the bed?").ClickAsync();
        await tom.GetByLabel("Lower limb surgery within the last 48 hours").UncheckAsync();
        await Button(tom, "Nothing applies: ready to leave").ClickAsync();
        var joanne = await service.OpenAsync(browser, team.Joanne.Handle, stay);
        await Button(joanne, "Pathway").ClickAsync();
        await joanne.GetByLabel("Pathway 1: home with new help").CheckAsync();
        await joanne.CheckLooksAsync();
        await Button(joanne, "Save the pathway").ClickAsync();
        await AcceptAsync(joanne, "Help at home");
        var colin = await service.OpenAsync(browser, team.Colin.Handle, stay);
        await DoneAsync(tom, "Therapy");
        await AcceptAsync(colin, "Bring and fit the equipment");
        await AcceptAsync(tom, "Medicines to take home");
        var dev = await service.OpenAsync(browser, story.Dev.Handle, stay);
        await DoneAsync(dev, "Look at the home");
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Ready, held up");
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("1 task not accepted");

        // The family reads it on a phone: when, what it waits for, and what is theirs to do.
        var helen = await service.OpenAsync(browser, story.Helen.Handle, $"/plan/{story.George.Id}", Screen.Phone);
        await Assertions.Expect(helen.Locator(".leaving")).ToContainTextAsync("is expected to leave on");
        await Assertions.Expect(helen.Locator(".leaving")).ToContainTextAsync($"{story.Nursing.Name}: Give the injections at home");
        await helen.CheckLooksAsync();
        await helen.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("We have done this.*Food in, heating on") }).ClickAsync();
        await Assertions.Expect(Task(amira, "Food in, heating on")).ToContainTextAsync("Done");

        // The day: he does not leave while the district nurse has not accepted.
        _clock.Advance(TimeSpan.FromDays(1));
        amira = await service.OpenAsync(browser, story.Amira.Handle, stay);
        await Button(amira, "Carer was told").ClickAsync();
        await amira.Locator("[data-keep=carer-name]").FillAsync("Helen");
        await Button(amira, "Save").ClickAsync();
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Helen");
        await Button(amira, "They left").ClickAsync();
        await Assertions.Expect(amira.Locator(".answer-form .refusal")).ToContainTextAsync(story.Nursing.Name);
        await Button(amira, "Save that they left").ClickAsync();
        await Assertions.Expect(amira.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("They cannot leave yet");
        await amira.CheckLooksAsync();
        var ruth = await service.OpenAsync(browser, story.Ruth.Handle, stay);
        await AcceptAsync(ruth, "Give the injections at home");
        await Assertions.Expect(amira.Locator(".answer-form .refusal ul")).ToHaveCountAsync(0);
        await Button(amira, "Save that they left").ClickAsync();
        await Assertions.Expect(amira.Locator(".stay-state")).ToContainTextAsync("Left");
        helen = await service.OpenAsync(browser, story.Helen.Handle, $"/plan/{story.George.Id}", Screen.Phone);
        await Assertions.Expect(helen.Locator(".leaving")).ToContainTextAsync("Home from hospital");
        await helen.CheckLooksAsync();

        // The next noon nobody has recorded the dose: nurse and ward are both told the same day, until Sam, the second nurse, records it.
        _clock.SetUtcNow(LondonTime.At(_clock.Today().AddDays(1), new TimeOnly(12, 5)));
        var work = await service.OpenAsync(browser, story.Ruth.Handle, "/staff");
        await Assertions.Expect(work.Locator("main")).ToContainTextAsync("Ring today: no injection recorded");
        await work.CheckLooksAsync();
        var sam = await service.OpenAsync(browser, team.Sam.Handle, "/staff/discharge");
        await Assertions.Expect(sam.Locator(".board tbody")).ToContainTextAsync("Injection not recorded");
        await sam.CheckLooksAsync();
        await sam.Locator("a[data-row]").First.ClickAsync();
        await Button(sam, "It was given").ClickAsync();
        await Assertions.Expect(sam.Locator("main")).ToContainTextAsync("Recorded");
        await Assertions.Expect(work.Locator("main")).Not.ToContainTextAsync("Ring today: no injection recorded");

        // Seventy-two hours after, Amira rings; nothing of the leaving is open any more but what was promised for later.
        _clock.SetUtcNow(LondonTime.At(today.AddDays(5), new TimeOnly(9, 0)));
        amira = await service.OpenAsync(browser, story.Amira.Handle, stay);
        await DoneAsync(amira, "Ring after they went home");
        await DoneAsync(amira, "Letter to the practice");
        await amira.CheckLooksAsync();
        helen = await service.OpenAsync(browser, story.Helen.Handle, $"/plan/{story.George.Id}", Screen.Phone);
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("Offer the carer a conversation");
        Assert.Equal(today.AddDays(1), await ReadyOnAsync(service, stay));
    }

    private static async Task<DateOnly?> ReadyOnAsync(ServiceInProcess service, string stay)
    {
        await using var database = await service.DatabaseAsync();
        var id = Guid.Parse(stay.Split('/')[^1]);
        var found = await database.Set<HospitalStay>().Include(s => s.Reviews).SingleAsync(s => s.Id == id);

        return found.Ready(default).On;
    }

    private static async Task AcceptAsync(IPage page, string task)
    {
        await Task(page, task).GetByRole(AriaRole.Button, new() { Name = "We do this" }).ClickAsync();
        await Assertions.Expect(Task(page, task)).ToContainTextAsync("Accepted");
    }

    private static async Task DoneAsync(IPage page, string task)
    {
        await Task(page, task).GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(Task(page, task).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    /// <summary>By how its row begins: one task names another that must be done first.</summary>
    private static ILocator Task(IPage page, string what) => page.GetByRole(AriaRole.Table, new() { Name = "Tasks of the plan for leaving hospital" })
        .Locator("tbody tr").Filter(new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(what)}") });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static DateOnly NextTuesday()
    {
        var today = TimeProvider.System.Today();

        return today.AddDays(((int)DayOfWeek.Tuesday - (int)today.DayOfWeek + 7) % 7 + 7);
    }

    /// <summary>Hospital, nurses and landlord of the story, and with them the equipment service and adult social care: each with permission and in the care team.</summary>
    private static async Task<Team> TeamAsync(IServiceProvider services)
    {
        var story = await HipStory.BeginAsync(services);
        var (equipment, care) = (await story.AddAgencyAsync("Salford equipment", AgencyKind.CommunityEquipment), await story.AddAgencyAsync("Salford adult social care", AgencyKind.AdultSocialCare));
        var colin = await story.AddWorkerAsync("Colin Bradshaw", equipment, "Equipment officer");
        var joanne = await story.AddWorkerAsync("Joanne Pickup", care, "Social worker");
        var sam = await story.AddWorkerAsync("Sam Ogden", story.Nursing, "District nurse");
        var file = await story.OpenCaseAsync();
        await story.ShareAsync(story.Homes, equipment, care);
        foreach (var (worker, role) in new[] { (story.Dev, "looks after the tenancy"), (colin, "brings the equipment"), (joanne, "plans the help at home"), (sam, "gives the injections") })
        {
            Expect.Done(await story.The<AddToCareTeam>().ExecuteAsync(file, worker.Id, role, story.Amira.AsActor()));
        }

        return new Team(story, file, equipment, care, colin, joanne, sam);
    }

    private sealed record Team(HipStory Story, Guid Case, Agency Equipment, Agency Care, Account Colin, Account Joanne, Account Sam);
}
