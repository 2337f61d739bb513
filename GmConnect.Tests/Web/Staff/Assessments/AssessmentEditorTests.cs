using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Assessments;
using GmConnect.Web.Ui;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GmConnect.Tests.Web.Staff.Assessments;

public sealed class AssessmentEditorTests : IAsyncDisposable
{
    private Scene _scene = null!;
    private AgencyOnScene _hospital = null!;
    private Guid _case, _assessment;
    private BunitContext _context = null!;

    /// <summary>Native inputs, each under its own words, so that everything is reached and said without a mouse.</summary>
    [Fact]
    public async Task EveryQuestion_IsANativeInputWithItsWords()
    {
        var page = await OpenAsync();
        foreach (var section in AssessmentForms.Find("home-and-therapy")!.Sections.Select((s, at) => (s, at)))
        {
            await page.InvokeAsync(() => page.FindAll("nav button")[section.at].Click());
            page.WaitForAssertion(() => Assert.Equal(section.s.Title, page.Find(".answers-of h3").TextContent));
            Assert.Equal("step", page.FindAll("nav button")[section.at].GetAttribute("aria-current"));
            foreach (var question in section.s.Questions.Where(q => q.OnlyIf is null))
            {
                var input = page.Find($"#answer-{question.Id}");
                var words = question.Kind is AnswerKind.OneOf or AnswerKind.SomeOf or AnswerKind.YesNo
                    ? input.QuerySelector("legend")!.TextContent
                    : page.Find($"label[for=answer-{question.Id}]").TextContent;
                Assert.StartsWith(question.Text, words, StringComparison.Ordinal);
                Assert.NotNull(page.Find($"#{input.GetAttribute("aria-describedby")}"));
            }
        }

        Assert.All(page.FindAll("input[type=radio], input[type=checkbox]"), one => Assert.Equal("LABEL", one.ParentElement!.TagName));
    }

    [Fact]
    public async Task Choice_IsSavedAtOnce_AndBringsTheQuestionThatFollowsFromIt()
    {
        var page = await OpenAsync();
        GoTo(page, "Equipment and changes to the home");
        Assert.Empty(page.FindAll("#answer-changes-what"));

        await page.InvokeAsync(() => page.Find("#answer-changes input[value=yes]").Change("yes"));

        page.WaitForElement("#answer-changes-what");
        Assert.Equal("yes", (await ReadAsync()).Find("changes").Value);
        await page.InvokeAsync(() => page.Find("#answer-needs input[value=rails]").Change(true));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#answer-needs input[value=rails]").GetAttribute("checked")));
        await page.InvokeAsync(() => page.Find("#answer-needs input[value=frame]").Change(true));
        await Eventually.AsyncIsTrue(async () => (await ReadAsync()).Find("needs").Value == "frame,rails");
    }

    [Fact]
    public async Task Words_AreSavedWhenTheyRest_WithoutLeavingTheField()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#answer-present").Input("Helen and the nurse"));

        await Eventually.AsyncIsTrue(async () => (await ReadAsync()).Find("present").Value == "Helen and the nurse");
        page.WaitForAssertion(() => Assert.Contains("Saved", Field(page, "present").TextContent));
    }

    [Fact]
    public async Task BadInput_IsRefusedBesideTheField_AndKept()
    {
        var page = await OpenAsync();
        GoTo(page, "Measures");
        await page.InvokeAsync(() => page.Find("#answer-height").Input("1.72 m"));
        await page.InvokeAsync(() => page.Find("#answer-height").Change("1.72 m"));

        page.WaitForAssertion(() => Assert.Contains("Write a number", Field(page, "height").QuerySelector("[role=alert]")!.TextContent));
        Assert.Equal(("1.72 m", "true"), (page.Find("#answer-height").GetAttribute("value"), page.Find("#answer-height").GetAttribute("aria-invalid")));
        Assert.Equal("", (await ReadAsync()).Find("height").Value);
        await page.InvokeAsync(() => page.Find("#answer-height").Input("172.50"));
        await page.InvokeAsync(() => page.Find("#answer-height").Change("172.50"));
        page.WaitForAssertion(() => Assert.Null(Field(page, "height").QuerySelector("[role=alert]")));
        await Eventually.AsyncIsTrue(async () => (await ReadAsync()).Find("height").Value == "172.5");
        Assert.Equal("172.50", page.Find("#answer-height").GetAttribute("value"));
    }

    [Fact]
    public async Task FilledIn_ItSaysWhereFrom_AndIsLookedAtByAWord()
    {
        var page = await OpenAsync();
        Assert.Contains("3 to look at", page.Find(".progress-line").TextContent);
        var field = Field(page, "happened");
        Assert.Contains("From the story, confirmed 12 March 2026.", field.TextContent);
        Assert.Contains("to-look-at", field.ClassList);

        await page.InvokeAsync(() => Field(page, "happened").QuerySelectorAll("button").Single(b => b.TextContent.StartsWith("This is right", StringComparison.Ordinal)).Click());

        page.WaitForAssertion(() => Assert.Contains("Looked at", Field(page, "happened").TextContent));
        Assert.DoesNotContain("to-look-at", Field(page, "happened").ClassList);
        Assert.Contains("2 to look at", page.Find(".progress-line").TextContent);
    }

    [Fact]
    public async Task SomebodyElsesAnswer_IsSaidBesideTheField_WhichKeepsWhatItShows()
    {
        var page = await OpenAsync();
        var colleague = await ColleagueAsync();
        await page.InvokeAsync(() => page.Find("#answer-present").Input("He"));
        await Eventually.AsyncIsTrue(async () => (await ReadAsync()).Find("present").Value == "He");

        await _scene.AnswerAsync(_case, _assessment, "present", "Helen", colleague);

        page.WaitForAssertion(() => Assert.Contains("“Helen”", Field(page, "present").QuerySelector(".meanwhile")!.TextContent));
        Assert.Equal("He", page.Find("#answer-present").GetAttribute("value"));
        // Written without letting go of what was shown: both stand, and one is chosen.
        await page.InvokeAsync(() => page.Find("#answer-present").Input("Henry"));
        await page.InvokeAsync(() => page.Find("#answer-present").Change("Henry"));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".clash blockquote").Count));
        Assert.Contains("1 answered twice", page.Find(".progress-line").TextContent);
        await page.InvokeAsync(() => page.FindAll(".clash button").Last().Click());
        page.WaitForAssertion(() => Assert.Equal("Henry", page.Find("#answer-present").GetAttribute("value")));
    }

    [Fact]
    public async Task Finish_WithSomethingMissing_SaysSoAndLeadsThere()
    {
        var page = await OpenAsync();
        GoTo(page, "Measures");
        Press(page, "Finish it");
        page.WaitForElement("form");
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Contains("have not been looked at (3)", page.Find("form [role=alert]").TextContent));
        Press(page, "Go to the first");
        Assert.Equal("How this was done", page.Find(".answers-of h3").TextContent);

        await _scene.FillAsync(_case, _assessment, _hospital.AsWorker);
        Press(page, "Finish it");
        page.WaitForElement("form");
        await page.InvokeAsync(() => page.Find("form").Submit());

        page.WaitForState(() => page.FindAll("textarea").Count == 0);
        Assert.Contains("Finished", page.Find("h2").TextContent);
        Assert.Contains("What was found: strengths.", page.Markup);
    }

    private async Task<IRenderedComponent<AssessmentEditor>> OpenAsync()
    {
        _scene = await Scene.OpenAsync();
        _hospital = await _scene.AddAgencyAsync(AgencyKind.Hospital);
        await _scene.TellStoryAsync();
        await _scene.ShareAsync(_hospital);
        _case = await _scene.OpenCaseAsync(_hospital);
        _assessment = await _scene.StartAssessmentAsync(_case, _hospital.AsWorker);
        var shown = Expect.Value(await _scene.The<ReadCase>().ExecuteAsync(_case, _hospital.AsWorker, Guid.NewGuid()));
        _context = Parts.Of(_scene);
        var page = _context.Render<AssessmentEditor>(p => p
            .Add(one => one.Case, shown).Add(one => one.AssessmentId, _assessment).Add(one => one.Actor, _hospital.AsWorker).Add(one => one.View, Guid.NewGuid()));
        page.WaitForElement(".answers-of h3");

        return page;
    }

    private async Task<Actor> ColleagueAsync()
    {
        var colleague = await _scene.AddAsync(A.CaseWorker(_hospital.Agency));
        Expect.Done(await _scene.The<AddToCareTeam>().ExecuteAsync(_case, colleague.AccountId, "helps", _hospital.AsWorker));

        return colleague;
    }

    private Task<AssessmentShown> ReadAsync() => _scene.ReadAssessmentAsync(_case, _assessment, _hospital.AsWorker);

    private static IElement Field(IRenderedComponent<AssessmentEditor> page, string question) => page.Find($"#answer-{question}").Closest(".assessment-question")!;

    private static void GoTo(IRenderedComponent<AssessmentEditor> page, string section) =>
        page.InvokeAsync(() => page.FindAll("nav button").Single(b => b.FirstElementChild!.TextContent == section).Click());

    private static void Press(IRenderedComponent<AssessmentEditor> page, string button)
    {
        page.WaitForState(() => page.FindAll("button").Any(b => b.TextContent.Trim() == button));
        page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Trim() == button).Click());
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scene.DisposeAsync();
    }
}
