using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Closures;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Governance.Closures;

namespace GmConnect.Tests.Web.Governance.Closures;

public sealed class AgencyRowsTests : IAsyncDisposable
{
    private const string Words = "We closed on 12 March. Age Help Salford goes on with visits.";

    private Scene _scene = null!;
    private AgencyOnScene _charity = null!;
    private AgencyOnScene _nursing = null!;
    private BunitContext _context = null!;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scene.DisposeAsync();
    }

    /// <summary>Nobody closes an agency with one press: it is ticked, and the reason is needed; what was written stays.</summary>
    [Fact]
    public async Task Closing_NeedsATickAndAReason_AndIsSettledInSight()
    {
        await BeginAsync();
        var rows = Rows(await _scene.AddGuardianAsync());
        await Row(rows, _charity).QuerySelector("button")!.ClickAsync(new());
        await rows.WaitForElement("textarea").InputAsync(Words);

        await rows.Find("form").SubmitAsync();
        Assert.NotEmpty(rows.WaitForElement("form [role=alert]").TextContent);
        Assert.Equal(Words, rows.Find("textarea").GetAttribute("value") ?? rows.Find("textarea").TextContent);
        rows.Find("form input[type=checkbox]").Change(true);
        await rows.Find("textarea").InputAsync("");
        await rows.Find("form").SubmitAsync();
        Assert.Contains("Say why it closes", rows.WaitForElement("form .refusal").TextContent);
        await rows.Find("textarea").InputAsync(Words);
        await rows.Find("form").SubmitAsync();

        rows.WaitForAssertion(() => Assert.Contains("Closed, being settled", Row(rows, _charity).TextContent));
        Assert.Contains(Words, Row(rows, _charity).TextContent);
        Assert.Empty(rows.FindAll("form"));
        await _scene.The<SettleClosures>().ExecuteAsync();
        rows.WaitForAssertion(() => Assert.DoesNotContain("being settled", Row(rows, _charity).TextContent));
    }

    [Fact]
    public async Task ALead_IsOfferedTheirOwnAgencyAlone_AndTheNamesNarrow()
    {
        await BeginAsync();
        var rows = Rows(await _scene.AddAsync(A.Worker(Role.GovernanceLead, _nursing.Agency)));

        Assert.Contains(_nursing.Agency.Name, Assert.Single(rows.FindAll("tbody button")).TextContent);
        Assert.Equal(2, rows.FindAll("tbody tr").Count);
        await rows.Find("#agency-named").InputAsync(_charity.Agency.Name.ToUpperInvariant());
        Assert.Single(rows.FindAll("tbody tr"));
        await rows.Find("#agency-named").InputAsync("nobody of that name");

        Assert.Empty(rows.FindAll("tbody tr"));
        Assert.Contains("No agency of that name.", rows.Markup);
    }

    /// <summary>Numbers that could pick somebody out are not shown, none included.</summary>
    [Fact]
    public async Task FewPeople_AreNotCounted()
    {
        await BeginAsync();
        await _scene.TellStoryAsync();
        await _scene.ShareAsync(_charity);

        var rows = Rows(await _scene.AddGuardianAsync());

        Assert.All(rows.FindAll("tbody td.number"), cell => Assert.Equal("fewer than 10", cell.TextContent));
    }

    private async Task BeginAsync()
    {
        _scene = await Scene.OpenAsync();
        (_charity, _nursing) = (await _scene.AddAgencyAsync(AgencyKind.Voluntary), await _scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        _context = Parts.Of(_scene);
    }

    private IRenderedComponent<AgencyRows> Rows(Actor actor)
    {
        var rows = _context.Render<AgencyRows>(part => part.Add(p => p.Actor, actor));
        rows.WaitForElement("tbody");

        return rows;
    }

    private static IElement Row(IRenderedComponent<AgencyRows> rows, AgencyOnScene agency) =>
        rows.FindAll("tbody tr").Single(row => row.QuerySelector("th bdi")?.TextContent == agency.Agency.Name);
}
