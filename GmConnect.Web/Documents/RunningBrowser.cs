using Microsoft.Playwright;

namespace GmConnect.Web.Documents;

/// <summary>One Chromium with the process that drives it. It runs no script and reaches no network.</summary>
internal sealed class RunningBrowser : IAsyncDisposable
{
    private static readonly TimeSpan _longestGoodbye = TimeSpan.FromSeconds(3);

    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"
    ];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private RunningBrowser(IPlaywright driver, IBrowser browser) => (_driver, _browser) = (driver, browser);

    public bool IsConnected => _browser.IsConnected;

    public static async Task<RunningBrowser> StartAsync(string path, TimeSpan patience)
    {
        var driver = await Playwright.CreateAsync();
        try
        {
            return new RunningBrowser(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = _arguments,
                Timeout = (float)patience.TotalMilliseconds
            }));
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    public async Task<byte[]> PrintAsync(Manuscript manuscript)
    {
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Offline = true });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(manuscript.Html);

        return await page.PdfAsync(new PagePdfOptions
        {
            Format = "A4",
            Tagged = true,
            Outline = true,
            PrintBackground = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = "<span></span>",
            FooterTemplate = manuscript.Foot,
            // As in document.css: both are said, or Chromium takes neither for the foot.
            Margin = new Margin { Top = "16mm", Right = "17mm", Bottom = manuscript.IsLarge ? "34mm" : "24mm", Left = "17mm" }
        });
    }

    /// <summary>Whatever state it is in: one that does not close goes with its driver.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(_longestGoodbye);
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            // It was gone, or hangs.
        }

        _driver.Dispose();
    }
}
