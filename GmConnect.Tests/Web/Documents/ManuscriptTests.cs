using System.Globalization;
using AngleSharp.Html.Dom;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using GmConnect.Web.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Documents;

/// <summary>What is given to the printer: language, direction, headings, and whatever people wrote as words and never as markup.</summary>
[Collection(nameof(InTheBrowser))]
public class ManuscriptTests
{
    private const string Urdu = "میرا نام جارج ہے۔";

    private static readonly WhoItIs _george = new(Guid.NewGuid(), "George <b>Ashworth", "George", new DateOnly(1947, 5, 2), null, null, null);

    internal static ServiceProvider Services() => new ServiceCollection().AddLogging().AddLocalization()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton<WriteManuscript>().BuildServiceProvider();

    internal static DocumentContent Passport() => new(PrintedKind.Passport, _george, new List<PartRead>
    {
        new(StoryPartKind.AboutMe, 1, World.Start.UtcDateTime, "Helen, daughter", [new StoryWords("most-important", $"{Urdu}<img src=x>")])
    });

    [Fact]
    public async Task WhatPeopleWrote_IsWordsInTheirOwnDirection()
    {
        using var _ = new Speaking("en-GB");
        var page = await WriteAsync(Passport());

        Assert.Equal(("en-GB", "ltr", "Story passport - GM-Connect"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir"), page.Title));
        Assert.Equal($"{Urdu}<img src=x>", page.QuerySelector("p.words[dir=auto]")!.TextContent);
        Assert.Equal("George <b>Ashworth", page.QuerySelector(".about bdi")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("img, b, script, link"));
        Assert.Equal(["Story passport", "About Me", "What is most important to me"], page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task TheFoot_SaysByWhomForWhomAndWhen_WithoutMarkup()
    {
        using var _ = new Speaking("en-GB");
        await using var services = Services();
        var foot = PageForm.Page((await services.GetRequiredService<WriteManuscript>().ExecuteAsync(Passport(), By("Amira <i>Khan", "Nurse", "Salford Royal"))).Foot);

        Assert.Equal("Printed by Amira <i>Khan (Nurse), for Salford Royal, on 12 March 2026, 10:00", foot.QuerySelector("span[dir=auto]")!.TextContent);
        Assert.Empty(foot.QuerySelectorAll("i"));
        Assert.Single(foot.QuerySelectorAll(".pageNumber"));
        Assert.Single(foot.QuerySelectorAll(".totalPages"));
    }

    [Fact]
    public async Task ForAReaderOfUrdu_TheDocumentRunsFromTheRight()
    {
        using var _ = new Speaking("ur");
        var page = await WriteAsync(Passport());

        Assert.Equal(("ur", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
    }

    [BrowserFact]
    public async Task OnPaper_ItStartsAtTheRight_AndTheirWordsAreReadable()
    {
        using var _ = new Speaking("ur");
        await using var services = Services();
        await using var room = new PrintRoom();
        using var pdf = await room.PrintAsync(await services.GetRequiredService<WriteManuscript>().ExecuteAsync(Passport(), By("Amira Khan", "Nurse", "Salford Royal")));
        var brand = pdf.Pages[0].GetWords().First(word => word.Text == "GM-Connect");

        Assert.Equal("ur", pdf.Language);
        Assert.True(brand.BoundingBox.Right > pdf.Pages[0].Width * 0.85, $"{brand.BoundingBox}");
        // Joined letters may be one glyph of several signs.
        Assert.True(pdf.Pages[0].Letters.SelectMany(letter => letter.Value).Count(sign => sign is >= '\u0600' and <= '\u06FF') >= 12, pdf.Text);
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 0, 2)]
    public async Task ActionsAreATable_AndAListInLargePrint(bool large, int tables, int cards)
    {
        var page = await WriteAsync(Plan(), By("George", "", null) with { IsLarge = large });

        Assert.Equal((tables, cards), (page.QuerySelectorAll("table").Length, page.QuerySelectorAll(".cards > li").Length));
        Assert.All(page.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody th"), head => Assert.Equal("row", head.GetAttribute("scope")));
        Assert.Contains("First: Bring the frame", page.Body!.TextContent);
        Assert.DoesNotContain("Nobody wants this", page.Body.TextContent);
    }

    private static DocumentContent Plan()
    {
        var frame = new ActionShown(Guid.NewGuid(), null, "Bring the frame", Guid.NewGuid(), null, "Salford equipment", null, ActionStatus.ToDo, false, null, false);
        var stairs = new ActionShown(Guid.NewGuid(), null, "Practise the stairs", null, null, null, new DateOnly(2026, 3, 20), ActionStatus.UnderWay, false, frame.Id, true);

        return new(PrintedKind.Plan, _george, new PlanShown(
            Guid.NewGuid(), _george, false,
            [new(Guid.NewGuid(), "To walk", GoalStatus.WorkingOnIt), new(Guid.NewGuid(), "Nobody wants this", GoalStatus.NoLongerWanted)],
            [frame, stairs], [], [], []));
    }

    private static PrintedFor By(string name, string job, string? agency) =>
        new(new SignedInPerson(new Actor(Guid.NewGuid(), name, Role.CaseWorker), job, agency), World.Start.UtcDateTime);

    private static async Task<IHtmlDocument> WriteAsync(DocumentContent content, PrintedFor? print = null)
    {
        await using var services = Services();
        var written = await services.GetRequiredService<WriteManuscript>().ExecuteAsync(content, print ?? By("Amira Khan", "Nurse", "Salford Royal"));

        return PageForm.Page(written.Html);
    }

    /// <summary>The reader's language, for as long as it lasts.</summary>
    private sealed class Speaking : IDisposable
    {
        private readonly (CultureInfo Words, CultureInfo Dates) _before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);

        public Speaking(string language) =>
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = _before;
    }
}
