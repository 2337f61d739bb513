using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Rights;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using GmConnect.Web.Staff.Cases;
using GmConnect.Web.Staff.Corrections;
using GmConnect.Web.Staff.Safeguards;
using GmConnect.Web.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GmConnect.Tests.Web.Staff.Cases;

/// <summary>Small parts that several staff pages share.</summary>
public sealed class CasePartsTests : IAsyncDisposable
{
    private Scene _scene = null!;
    private BunitContext _context = null!;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task Audience_NamesThePersonWhoseFamilyWouldRead()
    {
        await BeginAsync();
        CaseAudience? chosen = null;
        var field = _context.Render<AudienceField>(part => part
            .Add(p => p.Id, "note-readers").Add(p => p.CalledName, "George").Add(p => p.Value, CaseAudience.Agency).Add(p => p.ValueChanged, one => chosen = one));

        Assert.Equal(Enum.GetValues<CaseAudience>().Length, field.FindAll("option").Count);
        Assert.Contains("George", field.FindAll("option").Single(option => option.GetAttribute("value") == nameof(CaseAudience.Family)).TextContent);
        field.Find("select").Change(nameof(CaseAudience.Family));

        Assert.Equal(CaseAudience.Family, chosen);
    }

    /// <summary>The person's own words stand beside what was written of them, unless it was put right.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData(CorrectionOutcome.NotChanged, true)]
    [InlineData(CorrectionOutcome.Corrected, false)]
    public async Task Corrections_StandBesideTheWords(CorrectionOutcome? outcome, bool saysTheirs)
    {
        await BeginAsync();
        var correction = new CorrectionShown(
            Guid.NewGuid(), default, null, "He lives alone.", "Helen lives with me.", "<i>Helen</i> is here every day.", World.Start.UtcDateTime,
            outcome, null, outcome is CorrectionOutcome.Corrected ? "He lives with Helen." : null, null, null, null);

        var notes = _context.Render<CorrectionNotes>(part => part.Add(p => p.Corrections, [correction]));

        Assert.Equal(saysTheirs, notes.Markup.Contains("Helen lives with me.", StringComparison.Ordinal));
        Assert.Equal(!saysTheirs, notes.Markup.Contains("He lives with Helen.", StringComparison.Ordinal));
        Assert.Empty(notes.FindAll("i"));
        Assert.NotNull(notes.Find("aside").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task TellGuardian_NeedsToSayWhatItIs_KeepsTheWords_AndCloses()
    {
        await BeginAsync();
        var council = await _scene.AddAgencyAsync();
        await _scene.TellStoryAsync();
        await _scene.ShareAsync(council);
        var referral = (await _scene.ReferralOfAsync(council)).Id;
        var card = _context.Render<TellGuardianCard>(part => part.Add(p => p.ReferralId, referral).Add(p => p.Actor, council.AsWorker));
        await card.Find("button").ClickAsync(new());
        await card.Find("textarea").InputAsync("Somebody else reads his post.");

        await card.Find("form").SubmitAsync();
        Assert.Equal("alert", card.Find("#told-needed").GetAttribute("role"));
        Assert.Equal("Somebody else reads his post.", card.Find("textarea").GetAttribute("value") ?? card.Find("textarea").TextContent);
        card.Find("input[type=radio]").Change(true);
        await card.Find("form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Empty(card.FindAll("form")));
    }

    [Fact]
    public async Task PrintLinks_AreTwoPlainLinks_LoadedWhole()
    {
        await BeginAsync();
        var links = _context.Render<PrintLinks>(part => part.Add(p => p.Kind, PrintedKind.Plan).Add(p => p.Href, "/plan/1/plan.pdf")).FindAll("a");

        Assert.Equal(2, links.Count);
        Assert.Equal("/plan/1/plan.pdf", links[0].GetAttribute("href"));
        Assert.NotEqual(links[0].GetAttribute("href"), links[1].GetAttribute("href"));
        Assert.All(links, link => Assert.Equal("false", link.GetAttribute("data-enhance-nav")));
        Assert.Equal(2, links.Select(link => link.TextContent).Distinct().Count());
    }

    [Theory]
    [InlineData(-10, "just now")]
    [InlineData(-60 * 5, "5 minutes ago")]
    [InlineData(-60 * 60, "1 hour ago")]
    [InlineData(60 * 60 * 24 * 2, "in 2 days")]
    public async Task LocalTime_IsLondons_AndSaysHowLongAgo(int seconds, string ago)
    {
        await BeginAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        _context.Services.AddSingleton<TimeProvider>(clock);
        var at = clock.GetUtcNow().UtcDateTime.AddSeconds(seconds);

        var time = _context.Render<LocalTime>(part => part.Add(p => p.Utc, at).Add(p => p.Relative, true));

        Assert.Equal($"({ago})", time.Find(".soft").TextContent);
        Assert.Equal($"{at:yyyy-MM-ddTHH:mm:ss}Z", time.Find("time").GetAttribute("datetime"));
        // Summer time: an hour later than UTC.
        Assert.Contains($"{at.AddHours(1):HH:mm}", time.Find("time").TextContent);
    }

    private async Task BeginAsync()
    {
        _scene = await Scene.OpenAsync();
        _context = Parts.Of(_scene);
    }
}
