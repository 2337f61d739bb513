using System.Text.RegularExpressions;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Web.Staff;

/// <summary>From outside nobody can tell another agency's record from one that does not exist.</summary>
[Collection(nameof(InTheBrowser))]
public class UnknownRecordTests(Browser browser, ServiceInProcess service)
{
    [Fact]
    public async Task AnotherAgencysId_IsTheSame404AsAnUnknownId_ByteForByteButForTokens()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        var file = await story.OpenCaseAsync();
        var referral = await story.ReferralOfAsync(story.Hospital);
        using var dev = new Visitor(service.Address);
        await dev.BecomeAsync(story.Dev.Handle);
        using var amira = new Visitor(service.Address);
        await amira.BecomeAsync(story.Amira.Handle);

        foreach (var (page, theirs) in new[] { ("/staff/cases/", file), ("/staff/referrals/", referral) })
        {
            var (unknownId, allowed) = (Guid.NewGuid(), await amira.GetAsync($"{page}{theirs}"));
            var (unknown, forbidden) = (await dev.GetAsync($"{page}{unknownId}"), await dev.GetAsync($"{page}{theirs}"));

            Assert.Equal((200, 404, 404), (allowed.Status, unknown.Status, forbidden.Status));
            Assert.Equal(Comparable(unknown, unknownId), Comparable(forbidden, theirs));
            Assert.Equal(Headers(unknown), Headers(forbidden));
        }
    }

    [BrowserFact]
    public async Task PageThatOpens_IsOneLook()
    {
        var story = await HipStory.BeginAsync(service.Started().Services);
        await story.TellAsync();
        await story.ShareAsync(story.Hospital);

        var page = await service.OpenAsync(browser, story.Amira.Handle, $"/staff/referrals/{await story.ReferralOfAsync(story.Hospital)}");
        await page.GetByText("Getting home to my own bed").WaitForAsync();

        await using var database = await story.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var looks = await database.Set<AccessEntry>().Where(e => e.AccountId == story.Amira.Id && e.Kind == AccessKind.Looked).ToListAsync();
        Assert.Equal(looks.DistinctBy(e => e.Category).Count(), looks.Count);
        Assert.Single(looks.Select(e => e.View).Distinct());
    }

    private static string Comparable(Reply page, Guid id) =>
        Regex.Replace(page.Body.Replace($"{id}", "ID"), "value=\"[^\"]{60,}\"|<!--Blazor-.*?-->", "");

    // Cookies are of tokens; the date is the clock's.
    private static IEnumerable<string> Headers(Reply page) => page.Headers
        .Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length")).Select(header => $"{header.Key}: {string.Join(' ', header)}").Order();
}
