using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Referrals;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Staff.Referrals;

/// <summary>The parts that referrals, cases and queues share.</summary>
public sealed class ReferralPartsTests : IAsyncDisposable
{
    private Scene _scene = null!;
    private AgencyOnScene _council = null!;
    private BunitContext _context = null!;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scene.DisposeAsync();
    }

    /// <summary>Soon, late and stopped are words, never a colour alone.</summary>
    [Fact]
    public async Task Clock_SaysSoonLateAndStopped()
    {
        await BeginAsync();
        var now = _scene.World.Now;

        Assert.Empty(Clock(new(now.AddHours(5), now.AddHours(3), 0.2, null)).FindAll(".chip"));
        Assert.Contains("Due soon", Clock(new(now.AddHours(5), now.AddHours(-1), 0.8, null)).Find(".chip").TextContent);
        Assert.Contains("Late", Clock(new(now.AddHours(-5), now.AddHours(-6), 2, null)).Find(".chip").TextContent);
        Assert.Contains("Clock stopped", Clock(new(now.AddHours(-5), null, null, PauseReason.WaitingForAnAnswer)).Find(".chip").TextContent);
        Assert.Equal("", Clock(new(null, null, null, null)).Markup.Trim());
    }

    [Fact]
    public async Task Who_ShowsWhatTheReaderMayKnow_AndNoRowForTheRest()
    {
        await BeginAsync();
        var who = new WhoItIs(Guid.NewGuid(), "Agnes Lomax", "Nessie", new DateOnly(1939, 11, 3), null, null, "0161 496 0117");

        var card = _context.Render<WhoCard>(part => part.Add(p => p.Who, who));

        Assert.Contains("Nessie", card.Markup);
        Assert.Contains("3 November 1939", card.Markup);
        Assert.DoesNotContain("NHS number", card.Markup);
        Assert.Contains("999 000 0026", _context.Render<WhoCard>(part => part.Add(p => p.Who, who with { NhsNumber = "9990000026" })).Markup);
    }

    [Fact]
    public async Task Story_ShowsTheSharedPartsInTheFamilysWords_AboutMeFirst_AndNamesNoOther()
    {
        await BeginAsync();
        PartRead Part(StoryPartKind kind, string words) => new(kind, 1, World.Start.UtcDateTime, null, [new StoryWords("what", words)]);

        Assert.NotEmpty(_context.Render<StoryParts>(part => part.Add(p => p.CalledName, "George").Add(p => p.Parts, [])).Find(".empty").TextContent);
        var story = _context.Render<StoryParts>(part => part.Add(p => p.CalledName, "George")
            .Add(p => p.Parts, [Part(StoryPartKind.Medicines, "<b>Every</b> evening"), Part(StoryPartKind.AboutMe, "Ask me about Leigh.")]));

        Assert.Equal(2, story.FindAll("section").Count);
        Assert.Contains("Ask me about Leigh.", story.FindAll("section")[0].TextContent);
        Assert.Contains("<b>Every</b> evening", story.FindAll("section")[1].TextContent);
    }

    /// <summary>Which gate, from which answer, what is not known, and the points beside their most.</summary>
    [Fact]
    public async Task Explanation_SaysWhy_WhatIsNotKnown_AndDrawsThePoints()
    {
        await BeginAsync();
        var given = new Dictionary<string, string>(A.TriageAnswers(TriageLevel.P2).Given)
        {
            ["lives-alone"] = TriageAnswers.Yes, ["harm"] = "2", ["imminence"] = TriageAnswers.NotKnown
        };
        var result = Triage.Decide(TriageRules.Current, new TriageAnswers(given), isAdult: true);

        var explanation = _context.Render<TriageExplanation>(part => part.Add(p => p.Result, result).Add(p => p.ReceivedAt, World.Start.UtcDateTime));

        Assert.Contains("ready to leave hospital", explanation.Find(".because").TextContent);
        Assert.Contains("G7 P2", explanation.Find(".because .code").TextContent);
        Assert.Contains(explanation.FindAll("h4"), heading => heading.TextContent.Contains($"{result.Total}", StringComparison.Ordinal));
        foreach (var line in explanation.FindAll(".points li"))
        {
            Assert.Equal(line.QuerySelectorAll("i.full").Length, int.Parse(line.QuerySelector(".number")!.FirstChild!.TextContent));
        }

        Assert.True(result.NeedsCallBack);
        Assert.Equal(result.NotKnown.Count, explanation.FindAll(".because").Last().QuerySelectorAll("li").Length);
    }

    /// <summary>Nothing is saved before every question is answered; the level stands there before somebody confirms it.</summary>
    [Fact]
    public async Task Triage_IsAnsweredWhole_Explained_AndSaved_AndAnotherLevelNeedsAReason()
    {
        await BeginAsync();
        var form = await TriageAsync();
        await form.Find("form").SubmitAsync();
        Assert.Contains("Answer all questions", form.WaitForElement("p[role=alert]").TextContent);
        Assert.Empty(form.FindAll("#triage-result"));

        await form.PressAsync("No to all");
        await AnswerTheRestAsync(form);
        form.WaitForElement("#triage-result");
        form.Find($"input[name=level][value={TriageLevel.P2}]").Change(true);
        await form.Find("form").SubmitAsync();
        Assert.NotEmpty(form.WaitForElement(".refusal[role=alert]").TextContent);
        Assert.Null((await _scene.ReferralOfAsync(_council)).Level);
        form.Find("input[name=level]").Change(true);
        await form.Find("form").SubmitAsync();

        Assert.NotNull((await _scene.ReferralOfAsync(_council)).Level);
    }

    [Fact]
    public async Task HandOn_WithoutPermission_AsksForTheLaw_AndNothingIsHandedOnWithoutWords()
    {
        await BeginAsync();
        var police = await _scene.AddAgencyAsync(GmConnect.Domain.Agencies.AgencyKind.Police);
        var card = _context.Render<HandOnCard>(part => part
            .Add(p => p.ReferralId, ReferralId).Add(p => p.Actor, _council.AsWorker).Add(p => p.View, Guid.NewGuid()));
        await card.PressAsync("Refer on");
        Assert.Empty(card.WaitForElement("form").QuerySelectorAll("input[name=law]"));

        card.Find("#hand-on-to").Change($"{police.Id}");
        Assert.NotEmpty(card.FindAll("input[name=law]"));
        await card.Find("form").SubmitAsync();

        Assert.NotEmpty(card.WaitForElement("form [role=alert]").TextContent);
        Assert.Equal($"{police.Id}", card.FindAll("#hand-on-to option").Single(option => option.HasAttribute("selected")).GetAttribute("value"));
    }

    private Guid ReferralId { get; set; }

    private async Task BeginAsync()
    {
        _scene = await Scene.OpenAsync();
        _council = await _scene.AddAgencyAsync();
        await _scene.TellStoryAsync();
        await _scene.ShareAsync(_council);
        ReferralId = (await _scene.ReferralOfAsync(_council)).Id;
        _context = Parts.Of(_scene);
        _context.Services.AddSingleton<TimeProvider>(_scene.World.Clock);
    }

    private IRenderedComponent<ClockLine> Clock(ClockShown clock) => _context.Render<ClockLine>(part => part.Add(p => p.Clock, clock));

    private async Task<IRenderedComponent<TriageForm>> TriageAsync()
    {
        var shown = Expect.Value(await _scene.The<ReadReferral>().ExecuteAsync(ReferralId, _council.AsWorker, Guid.NewGuid()));

        return _context.Render<TriageForm>(part => part
            .Add(p => p.Referral, shown).Add(p => p.Actor, _council.AsWorker).Add(p => p.Done, () => { }).Add(p => p.Cancelled, () => { }));
    }

    private static async Task AnswerTheRestAsync(IRenderedComponent<TriageForm> form)
    {
        while (form.FindComponents<TriageQuestionRow>().FirstOrDefault(row => row.Instance.Answer is null) is { } open)
        {
            await form.InvokeAsync(() => open.Instance.Answered.InvokeAsync(open.Instance.Question.Form is AnswerOf.YesNo ? TriageAnswers.No : "0"));
        }
    }
}
