using System.IO.Compression;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>The family says what is wrong, reads the decision and replies; George has a copy of everything that is held.</summary>
[Collection(nameof(InTheBrowser))]
public class CorrectionAndCopy(Browser browser, ServiceInProcess service)
{
    private const string Wrong = "He lives alone, so nobody can help at night.";
    private const string Opinion = "His daughter's visits were counted. That is my judgement.";
    private const string Reply = "I live in Leeds and come at weekends.";

    [BrowserFact]
    public async Task ACorrection_IsDecided_AndTheReplyStandsBesideTheOpinion()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var lead = await story.AddLeadAsync(story.Hospital);
        var file = await story.OpenCaseAsync();
        var open = await service.OpenAsync(browser, story.Tom.Handle, $"/staff/cases/{file}");

        var family = await service.OpenAsync(browser, story.Helen.Handle, $"/questions/{story.George.Id}", Screen.Phone);
        await family.GetByRole(AriaRole.Link, new() { Name = "Something written about you is wrong? Say so" }).ClickAsync();
        await family.CheckLooksAsync();
        await family.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Assertions.Expect(family.Locator(".error-summary")).ToContainTextAsync("Choose what is wrong.");
        await Assertions.Expect(family.Locator(".error-summary")).ToContainTextAsync("Write what it should say.");
        await family.CheckLooksAsync();
        await family.GetByLabel("wants to achieve").CheckAsync();
        await family.GetByLabel("What is wrong about it?").FillAsync(Wrong);
        await family.GetByLabel("What should it say?").FillAsync("Home with help, at night too.");
        await family.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync("You get an answer by");
        await family.CheckLooksAsync();

        var desk = await service.OpenAsync(browser, lead.Handle, $"/governance/guardian/{await MatterAsync(story, MatterKind.Correction)}");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync(Wrong);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send the decision" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Choose what you found.")).ToBeVisibleAsync();
        await desk.CheckLooksAsync();
        await desk.GetByLabel("It is a professional opinion").CheckAsync();
        await desk.GetByLabel("Why you decide so").FillAsync(Opinion);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send the decision" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Send the decision" })).ToHaveCountAsync(0);
        await desk.CheckLooksAsync();

        await family.ReloadAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync(Opinion);
        await family.GetByRole(AriaRole.Link, new() { Name = "Reply to this decision" }).ClickAsync();
        await family.CheckLooksAsync();
        await family.GetByRole(AriaRole.Button, new() { Name = "Send my reply" }).ClickAsync();
        await Assertions.Expect(family.Locator(".error-summary")).ToContainTextAsync("Write your reply.");
        await family.GetByLabel("Your reply").FillAsync(Reply);
        await family.GetByRole(AriaRole.Button, new() { Name = "Send my reply" }).ClickAsync();
        await Assertions.Expect(family.Locator("main")).ToContainTextAsync(Reply);
        await family.CheckLooksAsync();

        await open.ReloadAsync();
        var beside = open.Locator(".correction-note");
        await Assertions.Expect(beside).ToContainTextAsync("A professional opinion that the person disagrees with.");
        await Assertions.Expect(beside).ToContainTextAsync(Wrong);
        await Assertions.Expect(beside).ToContainTextAsync(Reply);
        await open.CheckLooksAsync();
    }

    [BrowserFact]
    public async Task ACopyOfEverything_IsAskedFor_GoneThrough_AndDownloadedAsOneFile()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.OpenCaseAsync();
        var george = await service.OpenAsync(browser, story.Himself.Handle, $"/questions/{story.George.Id}", Screen.Phone);
        await george.GetByRole(AriaRole.Link, new() { Name = "Get a copy of everything that is held" }).ClickAsync();
        await george.CheckLooksAsync();
        await george.GetByRole(AriaRole.Button, new() { Name = "Ask for a copy" }).ClickAsync();
        await Assertions.Expect(george.Locator("main")).ToContainTextAsync("You get an answer by");

        var matter = await MatterAsync(story, MatterKind.SubjectAccess);
        var desk = await service.OpenAsync(browser, "guardian-gm", $"/governance/guardian/{matter}");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Release it" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Alert).Filter(new() { HasText = "still need your look" })).ToBeVisibleAsync();
        await desk.CheckLooksAsync();
        var pieces = desk.Locator(".copy-piece");
        for (var i = 0; i < await pieces.CountAsync(); i++)
        {
            var isCase = (await pieces.Nth(i).TextContentAsync())!.Contains("Home with help for the first six weeks", StringComparison.Ordinal);
            await pieces.Nth(i).GetByRole(AriaRole.Button, new() { Name = isCase ? "Leave out: serious harm" : "It goes out" }).ClickAsync();
            await Assertions.Expect(pieces.Nth(i)).ToContainTextAsync(isCase ? "Left out: serious harm" : "Goes out");
        }

        await desk.GetByRole(AriaRole.Button, new() { Name = "Release it" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Released");
        await Assertions.Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Release it" })).ToHaveCountAsync(0);
        await desk.CheckLooksAsync();

        await george.ReloadAsync();
        await george.CheckLooksAsync();
        var download = await george.RunAndWaitForDownloadAsync(() => george.GetByRole(AriaRole.Link, new() { Name = "Download the copy (ZIP file)" }).ClickAsync());
        Assert.Equal("gm-connect-copy.zip", download.SuggestedFilename);
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        var (page, json) = (Text(zip, "copy.html"), Text(zip, "copy.json"));
        foreach (var text in new[] { page, json })
        {
            Assert.Contains("Bess the dog", text, StringComparison.Ordinal);
            Assert.Contains("He is ready on Friday.", text, StringComparison.Ordinal);
            Assert.Contains("9990000018", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Home with help for the first six weeks", text, StringComparison.Ordinal);
        }

        Assert.Contains("because it could do serious harm", page, StringComparison.Ordinal);
        var read = await browser.OpenAsync(Screen.Phone);
        await read.SetContentAsync(page);
        await read.CheckLooksAsync();

        using var ruth = new Visitor(service.Address);
        await ruth.BecomeAsync(story.Ruth.Handle);
        Assert.Equal(404, (await ruth.GetAsync($"/questions/{story.George.Id}/copy/{matter}")).Status);
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());

        return reader.ReadToEnd();
    }

    private static async Task<Guid> MatterAsync(HipStory story, MatterKind kind)
    {
        await using var database = await story.The<IDbContextFactory<GmConnect.Domain.Data.GmConnectDbContext>>().CreateDbContextAsync();

        return (await database.Set<Matter>().SingleAsync(m => m.ResidentId == story.George.Id && m.Kind == kind)).Id;
    }
}
