using GmConnect.Domain.Auditing;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Documents;

/// <summary>Where nothing prints, and where too many want to.</summary>
public class WithoutABrowserTests
{
    [Fact]
    public async Task WhereNoChromiumIs_TheSameComesAsAPage_AndSaysSo()
    {
        await using var service = Serving(options => options.Browser = "/nowhere/chromium");
        var (story, visitor) = await ReaderAsync(service);
        using var _ = visitor;

        var answer = await visitor.GetAsync($"/story/{story.George.Id}/passport.pdf?print=large");

        Assert.Equal((200, "text/html; charset=utf-8", "no-store"), (answer.Status, answer.Header("Content-Type"), answer.Header("Cache-Control")));
        var page = PageForm.Page(answer.Body);
        Assert.Contains("cannot make a PDF", page.QuerySelector("aside.notice")!.TextContent);
        Assert.Contains("Speak to my left ear.", page.QuerySelector("main")!.TextContent);
        Assert.Contains("Printed by Helen Ashworth", page.QuerySelector(".printed")!.TextContent);
        Assert.Equal(("large", "ltr", "en-GB"), (page.DocumentElement.ClassName, page.DocumentElement.GetAttribute("dir"), page.DocumentElement.GetAttribute("lang")));
        // The policy of citizens' pages allows no style in the page: it comes from its own address.
        Assert.Empty(page.QuerySelectorAll("style, [style], script"));
        Assert.Equal(200, (await visitor.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!)).Status);
        await using var database = await service.DatabaseAsync();
        Assert.Contains(
            await database.Set<AccessEntry>().Where(e => e.ResidentId == story.George.Id && e.AccountId == story.Helen.Id).ToListAsync(),
            entry => entry is { Channel: Channel.Export, Category: DataCategory.StoryPart, Kind: AccessKind.Looked });
    }

    [Fact]
    public async Task ABrowserThatDoesNotStart_IsNoReasonToHaveNothing()
    {
        await using var service = Serving(options => options.Browser = "/bin/false");
        var (story, visitor) = await ReaderAsync(service);
        using var _ = visitor;

        var answer = await visitor.GetAsync($"/story/{story.George.Id}/passport.pdf");

        Assert.Equal((200, "text/html; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        Assert.Contains("Speak to my left ear.", answer.Body);
    }

    [Fact]
    public async Task WhereTooManyWait_ThePageSaysWhenToComeAgain_AndNothingWasRead()
    {
        await using var service = Serving(options => (options.Browser, options.AtOnce, options.Waiting) = ("/bin/false", 1, 0));
        var (story, visitor) = await ReaderAsync(service);
        using var _ = visitor;
        using var taken = await service.Services.GetRequiredService<DocumentPrinter>().TakePlaceAsync();
        await using var database = await service.DatabaseAsync();
        var before = await database.Set<AccessEntry>().CountAsync(e => e.ResidentId == story.George.Id);

        var answer = await visitor.GetAsync($"/story/{story.George.Id}/passport.pdf");

        Assert.Equal((503, "30"), (answer.Status, answer.Header("Retry-After")));
        Assert.Contains("Many documents are being made", answer.Body);
        Assert.Equal(before, await database.Set<AccessEntry>().CountAsync(e => e.ResidentId == story.George.Id));
    }

    private static ServiceInProcess Serving(Action<DocumentOptions> options) =>
        new ServiceInProcess { With = services => services.Configure(options) }.Started();

    private static async Task<(HipStory Story, Visitor Visitor)> ReaderAsync(ServiceInProcess service)
    {
        var story = await HipStory.BeginAsync(service.Services);
        await story.TellAsync();
        var visitor = new Visitor(service.Address);
        await visitor.BecomeAsync(story.Helen.Handle);

        return (story, visitor);
    }
}
