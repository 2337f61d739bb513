using System.Net;
using System.Net.Sockets;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using Microsoft.Extensions.Time.Testing;

namespace GmConnect.Tests.Web.Documents;

/// <summary>The seam itself: what it makes of HTML, and how it lives with a browser that breaks.</summary>
[Collection(nameof(InTheBrowser))]
public class DocumentPrinterTests
{
    private static readonly Manuscript _short = PrintRoom.Of("<h1>Heading</h1><p>A few words.</p>");

    [BrowserFact]
    public async Task WhatIsPrinted_IsTaggedTitledOutlined_AndItsPagesAreNumbered()
    {
        await using var room = new PrintRoom();
        var rows = string.Concat(Enumerable.Range(1, 60).Select(row => $"<tr><th scope=\"row\">Row {row}</th><td>Cell {row}</td></tr>"));
        using var pdf = await room.PrintAsync(PrintRoom.Of(
            $"<h1>Heading</h1><h2>Below</h2><ul><li>One</li></ul><table><thead><tr><th scope=\"col\">Head of the table</th><th scope=\"col\">More</th></tr></thead><tbody>{rows}</tbody></table>"));

        Assert.True(pdf.IsTagged);
        Assert.Equal(("A document", "en-GB", true), (pdf.Title, pdf.Language, pdf.HasOutline));
        Assert.Subset(pdf.Tags.ToHashSet(), new HashSet<string> { "H1", "H2", "L", "LI", "Table", "TR", "TH", "TD" });
        Assert.True(pdf.Pages.Count > 1);
        Assert.All(pdf.Pages, page =>
        {
            Assert.EndsWith($"Page {page.Number} of {pdf.Pages.Count}", PrintedPdf.TextOf(page));
            Assert.Contains("Head of the table", PrintedPdf.TextOf(page));
        });
    }

    [BrowserFact]
    public async Task Arabic_IsShapedAndRunsFromTheRight()
    {
        await using var room = new PrintRoom();
        using var pdf = await room.PrintAsync(PrintRoom.Of("<p>ببب</p>", "ar", "rtl"));
        var letters = pdf.Pages[0].Letters.Where(letter => letter.Value.Any(sign => sign is >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFEFF'))
            .OrderBy(letter => letter.BoundingBox.Left).ToList();

        // The same letter three times: joined, the last one is widest and stands leftmost. Unshaped, all three are alike.
        Assert.Equal(3, letters.Count);
        Assert.True(letters[0].Width > letters[1].Width * 1.3, string.Join(' ', letters.Select(letter => letter.Width)));
        Assert.True(letters[2].BoundingBox.Right > pdf.Pages[0].Width * 0.8);
    }

    [BrowserFact]
    public async Task NothingIsFetched_AndNoScriptRuns()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var room = new PrintRoom();
        using var pdf = await room.PrintAsync(PrintRoom.Of(
            $"<p>Words</p><img src=\"http://127.0.0.1:{port}/\"><iframe src=\"http://127.0.0.1:{port}/\"></iframe><script>document.body.textContent = 'scripted'</script>"));

        Assert.False(listener.Pending());
        Assert.Contains("Words", pdf.Text);
        Assert.DoesNotContain("scripted", pdf.Text);
    }

    [BrowserFact]
    public async Task AKilledBrowser_IsReplaced_AndTheNextDocumentIsPrinted()
    {
        await using var room = new PrintRoom();
        (await room.PrintAsync(_short)).Dispose();
        await KnownBrowsers.SignalAsync(Assert.Single(room.Browsers), "-KILL");

        (await room.PrintAsync(_short)).Dispose();
        (await room.PrintAsync(_short)).Dispose();
        Assert.Equal(2, room.Browsers.Count);
    }

    [BrowserFact]
    public async Task ABrowserThatHangs_IsReplacedWithinTheTimeOfOneDocument()
    {
        await using var room = new PrintRoom(options => options.Patience = TimeSpan.FromSeconds(20));
        (await room.PrintAsync(_short)).Dispose();
        await KnownBrowsers.SignalAsync(room.Browsers[0], "-STOP");
        try
        {
            (await room.PrintAsync(_short)).Dispose();
            Assert.Equal(2, room.Browsers.Count);
        }
        finally
        {
            await KnownBrowsers.SignalAsync(room.Browsers[0], "-KILL");
        }
    }

    [BrowserFact]
    public async Task AfterItsNumberOfDocuments_AnotherBrowserTakesOver()
    {
        await using var room = new PrintRoom(options => options.PerBrowser = 2);
        for (var document = 0; document < 3; document++)
        {
            (await room.PrintAsync(_short)).Dispose();
        }

        Assert.Equal(2, room.Browsers.Count);
        await KnownBrowsers.EndsAsync(room.Browsers[0]);
        Assert.True(KnownBrowsers.Runs(room.Browsers[1]));
    }

    [BrowserFact]
    public async Task WithNothingToPrint_TheBrowserIsClosed_AndComesBack()
    {
        var clock = new FakeTimeProvider();
        await using var room = new PrintRoom(clock: clock);
        Assert.Empty(room.Browsers);
        (await room.PrintAsync(_short)).Dispose();
        Assert.True(KnownBrowsers.Runs(room.Browsers[0]));

        clock.Advance(TimeSpan.FromMinutes(6));
        await KnownBrowsers.EndsAsync(room.Browsers[0]);
        (await room.PrintAsync(_short)).Dispose();
        Assert.Equal(2, room.Browsers.Count);
    }

    [BrowserFact]
    public async Task WhenTheServiceEnds_SoDoesTheBrowser()
    {
        var room = new PrintRoom();
        (await room.PrintAsync(_short)).Dispose();
        var browser = room.Browsers[0];
        await room.DisposeAsync();

        await KnownBrowsers.EndsAsync(browser);
    }

    [BrowserFact]
    public async Task Several_AtTheSameTime_ShareOneBrowser()
    {
        await using var room = new PrintRoom();
        var printed = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var place = await room.Printer.TakePlaceAsync();

            return await room.PrintAsync(_short);
        }));

        Assert.All(printed, pdf => Assert.Contains("A few words.", pdf.Text));
        Assert.Single(room.Browsers);
        printed.ToList().ForEach(pdf => pdf.Dispose());
    }

    [Fact]
    public async Task ABrowserThatDoesNotStart_GivesNothing()
    {
        await using var room = new PrintRoom(options => options.Browser = "/bin/false");

        Assert.Null(await room.Printer.PrintAsync(_short));
    }
}
