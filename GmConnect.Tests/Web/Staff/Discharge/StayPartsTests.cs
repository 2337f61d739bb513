using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.Discharge;

namespace GmConnect.Tests.Web.Staff.Discharge;

/// <summary>The parts of the board and of a person's page of leaving hospital, over a real ward.</summary>
public sealed class StayPartsTests : IAsyncDisposable
{
    private Ward _ward = null!;
    private BunitContext _context = null!;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _ward.DisposeAsync();
    }

    /// <summary>Who may not note something is not offered it; at a bedside only what is noted there.</summary>
    [Theory]
    [InlineData(true, false, "Do they need the bed?", "Expected day", "Pathway", "What they need at home", "Carer was told", "Other ward", "They left", "They died")]
    [InlineData(true, true, "Do they need the bed?", "Expected day", "Pathway", "Carer was told")]
    [InlineData(false, false, "What they need at home", "Carer was told")]
    [InlineData(false, true, "Carer was told")]
    public async Task Forms_OfferWhatOneMayNote(bool isHospital, bool atTheBedside, params string[] offered)
    {
        await AdmitAsync();
        var forms = Render<StayForms>(await StayAsync(isHospital), isHospital, part => part.Add(p => p.View, Guid.NewGuid()).Add(p => p.AtTheBedside, atTheBedside));

        Assert.Equal(offered, forms.FindAll("button").Select(button => button.TextContent.Trim()));
    }

    /// <summary>Each form opens alone, has its own words, and closes without a change.</summary>
    [Fact]
    public async Task Forms_OpenOneAtATime_AndGoBack()
    {
        await AdmitAsync();
        var forms = Render<StayForms>(await StayAsync(), true, part => part.Add(p => p.View, Guid.NewGuid()));
        foreach (var step in forms.FindAll("button").Select(button => button.TextContent.Trim()).ToList())
        {
            await forms.PressAsync(step);
            Assert.NotEmpty(forms.WaitForElement("form h3").TextContent);
            Assert.Single(forms.FindAll("form"));
            Assert.DoesNotContain(forms.FindAll("button"), button => button.TextContent.Trim() == step);
            await forms.PressAsync("Cancel");
            Assert.Empty(forms.FindAll("form"));
        }
    }

    [Fact]
    public async Task Review_WithNothingTicked_SaysThatTheyAreReady_BeforeItIsSaved()
    {
        await AdmitAsync();
        var form = Render<ReviewForm>(await StayAsync());
        var ready = form.Find("button[type=submit]").TextContent;

        form.FindAll("input[type=checkbox]")[2].Change(true);
        Assert.NotEqual(ready, form.Find("button[type=submit]").TextContent);
        form.FindAll("input[type=checkbox]")[2].Change(false);
        Assert.Equal(ready, form.Find("button[type=submit]").TextContent);
        await form.Find("form").SubmitAsync();

        Assert.False((await StayAsync()).Row.MeetsCriteria);
    }

    /// <summary>Whoever cannot leave yet is named with what and who keeps them, and goes only with a tick and a reason.</summary>
    [Fact]
    public async Task Leave_WhileSomethingStopsThem_NamesIt_AndNeedsATickAndAReason()
    {
        await AdmitAsync();
        var stay = await StayAsync();
        var stopping = stay.Tasks.Where(task => task.IsStopping).ToList();
        Assert.NotEmpty(stopping);
        var form = Render<LeaveForm>(stay);

        Assert.Equal(stopping.Select(task => task.What), form.FindAll(".refusal li").Select(line => line.TextContent.Split(':')[0]));
        Assert.Contains("grave", form.Find("button[type=submit]").ClassName);
        form.Find("#left-day").Change($"{_ward.Today:yyyy-MM-dd}");
        form.Find("#left-time").Change("09:30");
        await form.Find("form").SubmitAsync();

        Assert.NotEmpty(form.WaitForElement("[role=alert]").TextContent);
        Assert.Equal(("09:30", StayStatus.InHospital), (form.Find("#left-time").GetAttribute("value"), (await StayAsync()).Row.Status));
    }

    [Fact]
    public async Task Blockers_AreAddedWithTheirOwner_AndEnded()
    {
        await AdmitAsync();
        var added = 0;
        var blockers = Render<StayBlockers>(await StayAsync(), done: () => added++);
        Assert.Empty(blockers.FindAll(".blockers li"));

        await blockers.FindAll("button")[0].ClickAsync(new());
        Assert.NotEmpty(blockers.WaitForElement("form select").TextContent);
        await blockers.PressAsync("Cancel");
        Expect.Done(await _ward.Change.BlockAsync(_ward.Stay, "transport", _ward.Nursing.Id, _ward.Nursing.AsWorker));
        var held = await StayAsync();
        blockers.Render(part => part.Add(p => p.Stay, held));

        var line = blockers.Find(".blockers li");
        Assert.Contains(_ward.Nursing.Agency.Name, line.TextContent);
        await line.QuerySelector("button")!.ClickAsync(new());
        Assert.Equal(1, added);
        Assert.Empty((await StayAsync()).Row.Blockers);
    }

    [Fact]
    public async Task Tasks_AreAcceptedAndDone_ByWhoeverDoesThem_AndWhatSomebodyElseDidMeanwhileIsNotOverwritten()
    {
        await AdmitAsync();
        var shown = await StayAsync();
        var tasks = Render<StayTasks>(shown);
        var first = shown.Tasks.First(task => task.Status is ActionStatus.ToDo);
        var row = tasks.FindAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent.Contains(first.What, StringComparison.Ordinal));

        await row.QuerySelectorAll("button")[0].ClickAsync(new());
        Assert.Equal(ActionStatus.UnderWay, (await StayAsync()).Tasks.Single(task => task.ActionId == first.ActionId).Status);
        // The page still shows it as it was.
        await tasks.FindAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent.Contains(first.What, StringComparison.Ordinal))
            .QuerySelectorAll("button")[1].ClickAsync(new());
        Assert.Equal(ActionStatus.UnderWay, (await StayAsync()).Tasks.Single(task => task.ActionId == first.ActionId).Status);
        Assert.All(tasks.FindAll("tbody button"), button => Assert.Contains(":", button.TextContent));
    }

    [Fact]
    public async Task State_SaysWhetherTheyCanGo_TheDayThatWasMoved_AndWhy()
    {
        await AdmitAsync();
        Expect.Done(await _ward.Change.ExpectAsync(_ward.Stay, _ward.Today.AddDays(2), null, null, _ward.Hospital.AsWorker));
        _ward.Scene.World.Clock.Advance(TimeSpan.FromHours(1));
        Expect.Done(await _ward.Change.ExpectAsync(_ward.Stay, _ward.Today.AddDays(4), "The frame is late.", "Walks to the toilet", _ward.Hospital.AsWorker));

        var shown = await StayAsync();
        var state = _context.Render<StayState>(part => part.Add(p => p.Stay, shown));

        Assert.Contains("Not looked at", state.Find(".chip").TextContent);
        Assert.Contains("The frame is late.", state.Find("details").TextContent);
        Assert.Contains("Walks to the toilet", state.Markup);
    }

    [Fact]
    public async Task Dose_IsThereOnlyWhenOneIsDue()
    {
        await AdmitAsync();
        Assert.Equal("", Render<DoseCard>(await StayAsync()).Markup.Trim());

        var due = await StayAsync() with { DoseDay = _ward.Today };
        Assert.NotEmpty(Render<DoseCard>(due).FindAll("button"));
        Assert.Empty(Render<DoseCard>(due with { DoseIsGiven = true }).FindAll("button"));
    }

    [Fact]
    public async Task Counts_AreOfTheLinesShown_AndTheReasonsAreDrawnWithTheirNumber()
    {
        await AdmitAsync();
        var row = BoardFilterTests.Row("Anna", "Ward 4", 3) with { MeetsCriteria = false, Blockers = [new(Guid.NewGuid(), "Transport", "Ward", World.Start.UtcDateTime, 1)] };
        var counts = _context.Render<BoardCounts>(part => part.Add(p => p.Rows, [row, row with { StayId = Guid.NewGuid(), Blockers = [] }]));

        Assert.StartsWith("2 ", counts.Find(".counts").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["Transport 1"], counts.FindAll(".reasons li").Select(line => line.TextContent.Trim()));
        await counts.InvokeAsync(() => counts.Instance.Show([row]));
        Assert.StartsWith("1 ", counts.Find(".counts").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_OpenWithTheFocusOnThem_AndCloseWhenTheyMayNotBeReadAnyMore()
    {
        await AdmitAsync();
        var closed = 0;
        var notes = _context.Render<BoardNotes>(part => part
            .Add(p => p.StayId, _ward.Stay).Add(p => p.Actor, _ward.Hospital.AsWorker).Add(p => p.View, Guid.NewGuid()).Add(p => p.Closed, () => closed++));
        notes.WaitForElement("[role=group]");
        Assert.Equal($"/staff/discharge/{_ward.Stay}", notes.Find("a").GetAttribute("href"));

        _context.Render<BoardNotes>(part => part
            .Add(p => p.StayId, _ward.Stay).Add(p => p.Actor, A.CaseWorker(A.Agency()).AsActor()).Add(p => p.View, Guid.NewGuid()).Add(p => p.Closed, () => closed++))
            .WaitForAssertion(() => Assert.Equal(1, closed));
    }

    [Fact]
    public async Task Card_OfTheCase_LeadsToTheStay_OrBeginsOneInTheHospital()
    {
        _ward = await Ward.OpenAsync(DatabaseProvider.Sqlite);
        _context = Parts.Of(_ward.Scene);
        Assert.Equal("", (await CardAsync(false)).Markup.Trim());
        var card = await CardAsync(true);
        await card.PressAsync("In hospital here");
        await card.Find("form").SubmitAsync();
        Assert.NotEmpty(card.WaitForElement("form [role=alert]").TextContent);

        await _ward.AdmitAsync();

        Assert.Equal($"/staff/discharge/{_ward.Stay}", (await CardAsync(false)).WaitForElement("a").GetAttribute("href"));
    }

    private async Task AdmitAsync()
    {
        _ward = await Ward.OpenAsync(DatabaseProvider.Sqlite);
        await _ward.AdmitAsync();
        _context = Parts.Of(_ward.Scene);
    }

    private async Task<StayShown> StayAsync(bool isHospital = true) =>
        Expect.Value(await _ward.Scene.The<ReadStay>().ExecuteAsync(_ward.Stay, (isHospital ? _ward.Hospital : _ward.Nursing).AsWorker, Guid.NewGuid()));

    private IRenderedComponent<T> Render<T>(StayShown stay, bool isHospital = true, Action<ComponentParameterCollectionBuilder<T>>? with = null, Action? done = null)
        where T : StayForm => _context.Render<T>(part =>
        {
            part.Add(p => p.Stay, stay).Add(p => p.Actor, (isHospital ? _ward.Hospital : _ward.Nursing).AsWorker).Add(p => p.Done, done ?? (() => { }));
            with?.Invoke(part);
        });

    private async Task<IRenderedComponent<StayCard>> CardAsync(bool isHospital)
    {
        var agency = isHospital ? _ward.Hospital : _ward.Nursing;
        var shown = Expect.Value(await _ward.Scene.The<GmConnect.Domain.Cases.ReadCase>().ExecuteAsync(_ward.Case, agency.AsWorker, Guid.NewGuid()));

        return _context.Render<StayCard>(part => part
            .Add(p => p.Case, shown).Add(p => p.Actor, agency.AsWorker).Add(p => p.View, Guid.NewGuid()).Add(p => p.Done, () => { }));
    }
}
