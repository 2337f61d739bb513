using GmConnect.Domain.Assessments;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// A case from its first note to its end: written in by keyboard alone, with a letter in it, agreed with the person, read and answered by
/// the family on a phone, and closed with what is open in sight.
/// </summary>
[Collection(nameof(InTheBrowser))]
public class CaseWorkedAndClosed(Browser browser, ServiceInProcess service)
{
    [BrowserFact]
    public async Task ANote_IsWrittenByKeyboardAlone_AndTheFamilyAnswersThePlan()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}");
        await ward.Locator("main h1").WaitForAsync();

        await ward.PressByKeyboardAsync("Timeline and notes");
        await ward.PressByKeyboardAsync("Write a note");
        await Assertions.Expect(ward.Locator("[data-keep=note-words]")).ToBeFocusedAsync();
        await ward.Keyboard.TypeAsync("You walked to the window and back.");
        await ward.Keyboard.PressAsync("Tab");
        await Assertions.Expect(ward.Locator("#note-audience")).ToBeFocusedAsync();
        await ward.Keyboard.TypeAsync("The care team, ");
        await ward.CheckLooksAsync();
        await ward.PressByKeyboardAsync("Approve and show it");
        await Assertions.Expect(ward.Locator(".timeline")).ToContainTextAsync("You walked to the window and back.");
        await ward.CheckLooksAsync();

        await Button(ward, "Plan").ClickAsync();
        await AddAsync(ward, "Add a strength", "new-statement", "Knows every neighbour by name", "Add it");
        await Assertions.Expect(ward.Locator(".statements")).ToContainTextAsync("Knows every neighbour by name");
        await Button(ward, "Go through the plan with them").ClickAsync();
        await Button(ward, "Record it").ClickAsync();
        await Assertions.Expect(ward.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give the day by which");
        await ward.Locator("#review-next").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}");
        await ward.CheckLooksAsync();
        await Button(ward, "Record it").ClickAsync();
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("who agreed");

        var helen = await service.OpenAsync(browser, story.Helen.Handle, $"/plan/{story.George.Id}", Screen.Phone);
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("Knows every neighbour by name");
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("who agreed");
        await helen.CheckLooksAsync();
        await Link(helen, "What the team wrote to you").ClickAsync();
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("You walked to the window and back.");
        await helen.CheckLooksAsync();
        await helen.GotoAsync(new Uri(new Uri(helen.Url), $"/plan/{story.George.Id}").ToString());
        await Link(helen, "Say something about the plan").ClickAsync();
        await Button(helen, "Add the comment").ClickAsync();
        await Assertions.Expect(helen.Locator(".error-summary")).ToContainTextAsync("Write something");
        await helen.CheckLooksAsync();
        await helen.Locator("textarea").FillAsync("He also plays the accordion.");
        await Button(helen, "Add the comment").ClickAsync();
        await Assertions.Expect(helen.Locator("main")).ToContainTextAsync("He also plays the accordion.");
        // It was open all the time.
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("He also plays the accordion.");
    }

    [BrowserFact]
    public async Task ALetter_IsKept_AMasqueradeIsNot_AndTheCaseIsClosedWithWhatIsOpenInSight()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}");

        await Button(ward, "Documents").ClickAsync();
        await Button(ward, "Add a document").ClickAsync();
        await ward.Locator("#document-file").SetInputFilesAsync(new FilePayload { Name = "letter.pdf", MimeType = "application/pdf", Buffer = "<html><script>"u8.ToArray() });
        await ward.Locator("[data-keep=document-title]").FillAsync("Letter from the hip clinic");
        await ward.Locator("#document-audience").SelectOptionAsync("Family");
        await Button(ward, "Add it").ClickAsync();
        await Assertions.Expect(ward.GetByRole(AriaRole.Alert)).ToContainTextAsync("not a PDF, a JPEG or a PNG inside");
        await Assertions.Expect(ward.Locator("[data-keep=document-title]")).ToHaveValueAsync("Letter from the hip clinic");
        await ward.CheckLooksAsync();
        await ward.Locator("#document-file").SetInputFilesAsync(new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = "%PDF-1.7 the letter"u8.ToArray() });
        await Button(ward, "Add it").ClickAsync();
        await Link(ward, "Letter from the hip clinic").WaitForAsync();
        await ward.CheckLooksAsync();

        var george = await service.OpenAsync(browser, story.Himself.Handle, $"/plan/{story.George.Id}/team", Screen.Phone);
        await george.CheckLooksAsync();
        var download = await george.RunAndWaitForDownloadAsync(() => Link(george, "Letter from the hip clinic (download)").ClickAsync());
        Assert.Equal("document.pdf", download.SuggestedFilename);
        Assert.Equal("%PDF-1.7 the letter", await File.ReadAllTextAsync(await download.PathAsync()));

        await Button(ward, "Plan").ClickAsync();
        await AddAsync(ward, "Add a goal", "new-goal", "To walk to the shop", "Add a goal");
        await Button(ward, "Add an action to this goal").ClickAsync();
        await ward.Locator("[data-keep=new-action]").FillAsync("Order the frame");
        await ward.Locator("#new-owner").SelectOptionAsync(new SelectOptionValue { Label = $"{story.Amira.DisplayName}, {story.Hospital.Name}" });
        await Button(ward, "Add an action").ClickAsync();
        await Assertions.Expect(ward.Locator(".plan tbody th")).ToContainTextAsync("Order the frame");
        var work = await service.OpenAsync(browser, story.Amira.Handle, "/staff");
        await Assertions.Expect(work.Locator("main")).ToContainTextAsync("Order the frame");
        await work.CheckLooksAsync();

        await Button(ward, "Close the case").ClickAsync();
        await ward.Locator("[data-keep=close-words]").FillAsync("He walks to the shop by himself.");
        await Button(ward, "Close the case").ClickAsync();
        await Assertions.Expect(ward.GetByRole(AriaRole.Alert)).ToContainTextAsync("Things are still open here (2)");
        await ward.CheckLooksAsync();
        await ward.Locator(".answer-form input[type=checkbox]").CheckAsync();
        await Button(ward, "Close the case").ClickAsync();
        await Assertions.Expect(ward.Locator("main")).ToContainTextAsync("This is no longer shared with you");
        await Assertions.Expect(work.Locator("main")).Not.ToContainTextAsync("Order the frame");

        await george.ReloadAsync();
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("Their work is done: what was wanted is reached.");
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("He walks to the shop by himself.");
        await george.CheckLooksAsync();
        await george.GotoAsync(new Uri(new Uri(george.Url), $"/consents/{story.George.Id}").ToString());
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("Their work is done");
        await george.CheckLooksAsync();
    }

    [BrowserFact]
    public async Task AnAssessment_IsFilledInByKeyboardAlone_PutOnThePlan_AndReadByGeorge()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var ward = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}");
        await ward.Locator("main h1").WaitForAsync();

        await ward.PressByKeyboardAsync("Assessments");
        await ward.PressByKeyboardAsync("Begin an assessment");
        await ward.CheckLooksAsync();
        await ward.TabToAsync("button[aria-describedby=form-care-act-needs]");
        await ward.Keyboard.PressAsync("Enter");
        await ward.TabToAsync("#answer-present");
        await ward.Keyboard.TypeAsync("George and Helen");
        await ward.TabToAsync("#answer-advocate input");
        await ward.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(ward.Locator("#answer-advocate input[value=no]")).ToBeCheckedAsync();
        await Assertions.Expect(ward.Locator(".progress-line")).ToContainTextAsync("2 of ");
        await ward.CheckLooksAsync();
        await ward.TabToAsync(".assessment nav li:nth-child(2) button");
        await ward.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ward.Locator(".answers-of h3")).ToBeFocusedAsync();
        await ward.TabToAsync("#answer-strengths");
        await ward.Keyboard.TypeAsync("He makes his own breakfast.");
        await Assertions.Expect(ward.Locator(".assessment-question:has(#answer-strengths)")).ToContainTextAsync("Saved");
        await ward.CheckLooksAsync();

        // Nothing was sent by a button: what was typed is there in another tab, and a colleague’s words do not move the field.
        var again = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/cases/{file}", Screen.Phone);
        await Button(again, "Assessments").ClickAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(again.Locator("#answer-present")).ToHaveValueAsync("George and Helen");
        await again.CheckLooksAsync();
        await again.Locator(".assessment nav li:nth-child(2) button").ClickAsync();
        await again.Locator("#answer-strengths").FillAsync("He makes breakfast for two.");
        await Assertions.Expect(ward.Locator(".meanwhile")).ToContainTextAsync("He makes breakfast for two.");
        await Assertions.Expect(ward.Locator("#answer-strengths")).ToHaveValueAsync("He makes his own breakfast.");
        await ward.CheckLooksAsync();
        await ward.Locator("#answer-strengths").FillAsync("He makes his own breakfast and tea.");
        await Assertions.Expect(ward.Locator(".clash blockquote")).ToHaveCountAsync(2);
        await ward.CheckLooksAsync();
        await ward.Locator(".clash button").Last.ClickAsync();
        await ward.GetByRole(AriaRole.Button, new() { Name = "Add to the plan as a strength" }).ClickAsync();
        await ward.Locator("[data-keep=plan-words]").FillAsync("Makes his own breakfast and tea");
        await ward.CheckLooksAsync();
        await Button(ward, "Add it to the plan").ClickAsync();
        await Assertions.Expect(ward.Locator(".answers-of")).ToContainTextAsync("On the plan");

        var assessment = Expect.Value(await story.The<ReadAssessment>().ListAsync(file, story.Amira.AsActor(), Guid.NewGuid())).Rows[0].AssessmentId;
        await Assessed.FillAsync(
            story.The<ReadAssessment>(), story.The<FillAssessment>(), file, assessment, story.Amira.AsActor(), LondonTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime));
        await Button(ward, "Finish it").ClickAsync();
        await ward.CheckLooksAsync();
        await Button(ward, "Finish it").ClickAsync();
        await Assertions.Expect(ward.Locator(".assessment-head h2")).ToContainTextAsync("Finished");
        await ward.CheckLooksAsync();

        var him = await service.OpenAsync(browser, story.Himself.Handle, $"/plan/{story.George.Id}/team", Screen.Phone);
        await Assertions.Expect(him.Locator("main")).ToContainTextAsync("They finished an assessment: Needs assessment");
        await him.Locator("summary").ClickAsync();
        await Assertions.Expect(him.Locator(".assessed").First).ToBeVisibleAsync();
        await Assertions.Expect(him.Locator("main")).ToContainTextAsync("He makes his own breakfast and tea.");
        await him.CheckLooksAsync();
        await him.GotoAsync(new Uri(new Uri(him.Url), $"/plan/{story.George.Id}").ToString());
        await Assertions.Expect(him.Locator("main")).ToContainTextAsync("Makes his own breakfast and tea");
    }

    private static async Task AddAsync(IPage page, string begin, string field, string words, string save)
    {
        await Button(page, begin).ClickAsync();
        await page.Locator($"[data-keep={field}]").FillAsync(words);
        await Button(page, save).ClickAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name });
}
