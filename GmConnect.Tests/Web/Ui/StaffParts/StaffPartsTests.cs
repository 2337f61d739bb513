using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.Architecture;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Composition;
using GmConnect.Web.Ui;
using GmConnect.Web.Ui.StaffParts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GmConnect.Tests.Web.Ui.StaffParts;

/// <summary>The parts that staff pages are made of, each by itself.</summary>
public sealed class StaffPartsTests : IAsyncDisposable
{
    private readonly BunitContext _context = new();

    public StaffPartsTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddLogging().AddLocalization().AddSingleton<RefusalWords>().AddSingleton<LiveUpdates>().AddScoped<CurrentCircuit>();
        _context.Services.AddMudServices();
    }

    public static TheoryData<Tone> Tones => [.. Enum.GetValues<Tone>()];

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>What two pages or parts share; one that no test renders by itself fails here.</summary>
    [Fact]
    public void EverySharedPart_IsRenderedByItselfInATest()
    {
        var pages = SourceTree.CodeUnder("GmConnect.Web").Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal) && !file.IsUnder("GmConnect.Web/Citizen")).ToList();
        var tests = string.Concat(SourceTree.CodeUnder("GmConnect.Tests").Select(file => file.Code));
        var shared = pages.Where(file => file.IsUnder("GmConnect.Web/Staff") || file.IsUnder("GmConnect.Web/Ui/StaffParts"))
            .Select(file => (file.Path, Part: Path.GetFileNameWithoutExtension(file.Name)))
            .Where(one => pages.Count(page => page.Path != one.Path && Regex.IsMatch(page.Code, $@"<{one.Part}[\s/>]")) > 1)
            .Select(one => one.Part).ToList();

        Assert.Contains(nameof(ActForm), shared);
        Assert.DoesNotContain(shared, part => !Regex.IsMatch(tests, $@"\bRender<{part}[<>]"));
    }

    [Fact]
    public async Task ActForm_SavesOnce_SaysWhatWasRefused_AndCancels()
    {
        var (saved, cancelled, running) = (0, 0, new TaskCompletionSource());
        var form = _context.Render<ActForm>(part => part
            .Add(p => p.Heading, "Move to another ward").Add(p => p.SaveText, "Move").Add(p => p.Grave, true)
            .Add(p => p.Save, () => { saved++; return running.Task; })
            .Add(p => p.Cancelled, () => cancelled++).AddChildContent("<p>Where to?</p>"));

        _ = form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.True(form.Find("button[type=submit]").HasAttribute("disabled")));
        _ = form.Find("form").SubmitAsync();
        await form.InvokeAsync(running.SetResult);
        form.WaitForAssertion(() => Assert.False(form.Find("button[type=submit]").HasAttribute("disabled")));
        await form.Find("button.quiet").ClickAsync(new());

        Assert.Equal((1, 1), (saved, cancelled));
        Assert.Equal(("Move to another ward", "button grave"), (form.Find("h3").TextContent, form.Find("button[type=submit]").ClassName));
        Assert.Empty(form.FindAll("[role=alert]"));
        form.Render(part => part.Add(p => p.Refusal, NotFound.Instance));
        Assert.NotEmpty(form.Find("[role=alert]").TextContent.Trim());
    }

    [Fact]
    public void ActForm_WithNothingToClose_OffersNoCancel() =>
        Assert.Single(_context.Render<ActForm>(part => part.Add(p => p.Heading, "Goal").Add(p => p.SaveText, "Add").AddChildContent("")).FindAll("button"));

    /// <summary>What is too long is counted and kept, never cut.</summary>
    [Fact]
    public async Task LongText_CountsWhatIsTyped_AndCutsNothing()
    {
        string? typed = null;
        var text = _context.Render<LongText>(part => part
            .Add(p => p.Label, "Ward").Add(p => p.Hint, "As its people call it").Add(p => p.Limit, 5).Add(p => p.Keep, "stay-ward").Add(p => p.ValueChanged, value => typed = value));

        Assert.Equal("stay-ward-notes", text.Find(".count").Id);
        Assert.Contains("As its people call it", text.Find(".count").TextContent);
        await text.Find("textarea").InputAsync("Ward 4 West");

        Assert.Equal("Ward 4 West", typed);
        Assert.Contains("over", text.Find(".count").ClassList);
        Assert.Contains("11", text.Find(".count").TextContent);
    }

    [Theory]
    [InlineData("2026-03-12", "2026-03-12")]
    [InlineData("12/03/2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("", null)]
    public void DayField_TakesADay_AndWhatIsNoDayIsNone(string typed, string? day)
    {
        DateOnly? chosen = new(2000, 1, 1);
        var field = _context.Render<DayField>(part => part
            .Add(p => p.Id, "left-day").Add(p => p.Label, "Day").Add(p => p.Value, new DateOnly(2026, 3, 11)).Add(p => p.ValueChanged, value => chosen = value));

        Assert.Equal(("2026-03-11", "left-day"), (field.Find("input").GetAttribute("value"), field.Find("label").GetAttribute("for")));
        field.Find("input").Change(typed);

        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), chosen);
    }

    [Fact]
    public void FormRow_PutsItsLabelOnItsControl()
    {
        var row = _context.Render<FormRow>(part => part.Add(p => p.Id, "who").Add(p => p.Label, "Who").AddChildContent("<select id=\"who\"></select>"));

        Assert.Equal("Who", row.Find("label[for=who]").TextContent);
        Assert.NotNull(row.Find("#who"));
    }

    [Fact]
    public void EmptyState_SaysWhatWillBeHere() => Assert.Equal(
        ("Nobody is in hospital", "They appear here."),
        _context.Render<EmptyState>(part => part.Add(p => p.Heading, "Nobody is in hospital").AddChildContent("They appear here.")) is var empty
            ? (empty.Find("h2").TextContent, empty.Find("h2 + div").TextContent) : default);

    [Fact]
    public void NoLongerShared_IsHeard_AndLeadsBackToTheInbox()
    {
        var gone = _context.Render<NoLongerShared>();

        Assert.NotEmpty(gone.Find("[role=alert] h1").TextContent);
        Assert.Equal("/staff", gone.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public void PlainTable_IsARegionThatScrolls_WithItsNameForWhoHearsIt()
    {
        var table = _context.Render<PlainTable>(part => part.Add(p => p.Caption, "People in hospital").Add(p => p.Head, "<th scope=\"col\">Person</th>").AddChildContent("<tr><td>Anna</td></tr>"));

        var region = table.Find("[role=region]");
        Assert.Equal(("People in hospital", "0"), (region.GetAttribute("aria-label"), region.GetAttribute("tabindex")));
        Assert.Equal(("unseen", "People in hospital"), (table.Find("caption").ClassName, table.Find("caption").TextContent));
        Assert.Equal(("Person", "Anna"), (table.Find("thead th[scope=col]").TextContent, table.Find("tbody td").TextContent));
        table.Render(part => part.Add(p => p.ShowCaption, true));
        Assert.DoesNotContain("unseen", table.Find("caption").ClassList);
    }

    [Fact]
    public void RefusalAlert_SaysTheSentence_AndNothingWhereNothingWasRefused()
    {
        Assert.Equal("", _context.Render<RefusalAlert>().Markup.Trim());

        var alert = _context.Render<RefusalAlert>(part => part.Add(p => p.Refusal, new ExpectedDateInThePast()).AddChildContent("Choose another."));

        Assert.Contains("Choose another.", alert.Find("[role=alert]").TextContent);
        Assert.Equal("true", alert.Find(".sign").GetAttribute("aria-hidden"));
    }

    [Theory, MemberData(nameof(Tones))]
    public void StatusChip_HasItsWord_AndASignOfItsTone(Tone tone)
    {
        var chip = _context.Render<StatusChip>(part => part.Add(p => p.Text, "Ready").Add(p => p.Tone, tone));

        Assert.Equal($"{tone.Sign()} Ready", chip.Find(".chip").TextContent);
        Assert.Contains(tone.Class(), chip.Find(".chip").ClassList);
        Assert.Single(Enum.GetValues<Tone>(), other => other.Sign() == tone.Sign());
    }

    [Fact]
    public void Ticks_FillWhatIsChosen_UnderOneLegend()
    {
        var (chosen, told) = (new HashSet<string> { "two" }, 0);
        var ticks = _context.Render<Ticks<string>>(part => part
            .Add(p => p.Legend, "Which?").Add(p => p.All, ["one", "two"]).Add(p => p.Chosen, chosen).Add(p => p.Text, one => one.ToUpperInvariant()).Add(p => p.Changed, () => told++));

        Assert.Equal("Which?", ticks.Find("fieldset legend").TextContent);
        Assert.Equal(["ONE", "TWO"], ticks.FindAll("label").Select(label => label.TextContent.Trim()));
        Assert.Equal([false, true], ticks.FindAll("input").Select(input => input.IsChecked()));
        ticks.FindAll("input")[0].Change(true);
        ticks.FindAll("input")[1].Change(false);

        Assert.Equal(["one"], chosen);
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task Live_ReadsAgainWhenSomethingIsTold_AnnouncesIt_AndForgetsWhenItIsClosed()
    {
        var (updates, reads) = (_context.Services.GetRequiredService<LiveUpdates>(), 0);
        var live = _context.Render<Live>(part => part
            .Add(p => p.Of, ["desk"]).Add(p => p.Changed, () => Task.FromResult(++reads == 2 ? "One came" : null)));

        updates.Tell("inbox");
        updates.Tell("desk");
        await Eventually.AsyncIsTrue(() => Task.FromResult(reads == 1));
        Assert.Equal("", live.Find("[role=status]").TextContent);
        updates.Tell("desk");
        live.WaitForAssertion(() => Assert.Equal("One came", live.Find("[role=status]").TextContent));

        await _context.DisposeComponentsAsync();
        Assert.Equal(0, updates.WatchersOf("desk"));
    }

    [Fact]
    public async Task StaffPage_HasOneHeading_AndAFaultInsideLeavesItStanding()
    {
        var page = _context.Render<StaffPage>(part => part.Add(p => p.Heading, "Leaving hospital").Add(p => p.Says, "Who can go").AddChildContent<Breaks>());

        await page.Find("#breaks").ClickAsync(new());

        Assert.Equal("Leaving hospital", Assert.Single(page.FindAll("h1")).TextContent);
        Assert.NotEmpty(page.Find("[role=alert] code").TextContent);
    }

    [Fact]
    public async Task FaultBoundary_SaysAReference_NothingOfTheFault_AndTriesAgain()
    {
        var boundary = _context.Render<FaultBoundary>(part => part.AddChildContent<Breaks>());

        await boundary.Find("#breaks").ClickAsync(new());
        Assert.DoesNotContain("Agnes", boundary.Markup);
        Assert.Matches("^[0-9a-f]{32}$", boundary.Find("code").TextContent);
        await boundary.Find("button.quiet").ClickAsync(new());

        Assert.NotNull(boundary.Find("#breaks"));
    }

    [Fact]
    public void CircuitReference_WithoutACircuit_IsADash() => Assert.Equal("-", _context.Render<CircuitReference>().Find("code").TextContent);

    private sealed class Breaks : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "breaks");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => throw new InvalidOperationException("Agnes")));
            builder.CloseElement();
        }
    }
}
