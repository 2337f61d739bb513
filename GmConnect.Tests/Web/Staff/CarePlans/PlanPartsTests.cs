using Bunit;
using GmConnect.Domain.CarePlans;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Staff.CarePlans;

namespace GmConnect.Tests.Web.Staff.CarePlans;

/// <summary>The fields and forms that goals, actions and statements of a plan share.</summary>
public sealed class PlanPartsTests : IAsyncDisposable
{
    private static readonly GoalShown _goal = new(Guid.NewGuid(), "To walk to the shop", GoalStatus.WorkingOnIt);

    private readonly ItemDraft _draft = ItemDraft.Of(_goal);
    private Scene _scene = null!;
    private BunitContext _context = null!;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task TextField_KeepsWhatIsTyped_WithTheLineEndsOfThePlan_AndSaysTheRefusalBeside()
    {
        await BeginAsync();
        var field = _context.Render<PlanTextField>(part => part.Add(p => p.Draft, _draft).Add(p => p.Field, PlanField.GoalText).Add(p => p.Limit, PlanGoal.TextMaxLength));

        await field.Find("textarea").InputAsync("To walk\r\nto the shop");
        Assert.Equal("To walk\nto the shop", _draft[PlanField.GoalText].Wanted);
        _draft.Refusal = new PlanTextTooLong(PlanField.GoalText, 1_001, 1_000);
        field.Render();

        Assert.Contains("1,001", field.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task ChoiceField_IsASelectUnderItsLabel_ThatFillsTheDraft()
    {
        await BeginAsync();
        var field = _context.Render<PlanChoiceField>(part => part.Add(p => p.Draft, _draft).Add(p => p.Field, PlanField.GoalStatus)
            .Add(p => p.Choices, [("WorkingOnIt", "Working on it"), ("Reached", "Reached")]));

        Assert.Equal(field.Find("select").Id, field.Find("label").GetAttribute("for"));
        field.Find("select").Change("Reached");

        Assert.Equal([new PlanEdit(_goal.Id, PlanField.GoalStatus, "WorkingOnIt", "Reached")], _draft.Edits());
    }

    /// <summary>What somebody saved meanwhile is said beside the field, which keeps what was typed.</summary>
    [Theory]
    [InlineData(true, "while you were writing")]
    [InlineData(false, "while it was open here")]
    public async Task FieldNotes_SaySomebodyElsesChange(bool touched, string says)
    {
        await BeginAsync();
        if (touched)
        {
            _draft[PlanField.GoalText].Wanted = "To dance";
        }

        _draft[PlanField.GoalText].Follow("To cycle", new ChangeShown(_goal.Id, World.Start.UtcDateTime, "Ruth Okafor", PlanField.GoalText, PlanChangeKind.Changed, _goal.Text, "To cycle"));
        var notes = _context.Render<PlanFieldNotes>(part => part.Add(p => p.Draft, _draft).Add(p => p.Field, PlanField.GoalText));

        var said = notes.Find("[role=status]").TextContent;
        Assert.Contains("Ruth Okafor", said);
        Assert.Contains(says, said);
        Assert.Contains("“To cycle”", said);
    }

    [Fact]
    public async Task ItemForm_SavesTheDraft_GoesBack_AndSaysARefusalThatIsOfNoField()
    {
        await BeginAsync();
        var (saved, cancelled) = (0, 0);
        var form = _context.Render<PlanItemForm>(part => part
            .Add(p => p.Draft, _draft).Add(p => p.Save, _ => saved++).Add(p => p.Cancel, _ => cancelled++).AddChildContent("<p>fields</p>"));

        await form.Find("form").SubmitAsync();
        await form.PressAsync("Cancel");
        Assert.Equal((1, 1), (saved, cancelled));
        _draft.Refusal = new PlanTextNeeded(PlanField.GoalText);
        form.Render();
        Assert.Empty(form.FindAll("[role=alert]"));
        _draft.Refusal = GmConnect.Domain.Common.NotFound.Instance;
        form.Render();

        Assert.Single(form.FindAll("[role=alert]"));
    }

    /// <summary>Both texts side by side, and the one that is chosen is told.</summary>
    [Theory]
    [InlineData("Use mine", true)]
    [InlineData("Keep theirs", false)]
    public async Task Clashes_ShowBoth_AndAsk(string button, bool mine)
    {
        await BeginAsync();
        var clash = new ClashShown(Guid.NewGuid(), _goal.Id, PlanField.GoalText, "To dance", World.Start.UtcDateTime, "To cycle", "Ruth Okafor", World.Start.UtcDateTime);
        (ClashShown Clash, bool TakeMine)? settled = null;
        var clashes = _context.Render<PlanClashes>(part => part.Add(p => p.Clashes, [clash]).Add(p => p.Settle, chosen => settled = chosen));

        Assert.Equal(["To dance", "To cycle"], clashes.FindAll("blockquote").Select(words => words.TextContent));
        Assert.Contains("Ruth Okafor", clashes.Find("h4").TextContent);
        await clashes.PressAsync(button);

        Assert.Equal((clash, mine), settled);
    }

    private async Task BeginAsync()
    {
        _scene = await Scene.OpenAsync();
        _context = Parts.Of(_scene);
    }
}
