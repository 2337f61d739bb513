using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

public enum Screen
{
    Phone,

    /// <summary>Touched, held across.</summary>
    Tablet,
    Desk
}

/// <summary>Tests that say <c>[Collection(nameof(InTheBrowser))]</c> share one browser and one service, and take turns.</summary>
[CollectionDefinition(nameof(InTheBrowser)), ClosesPages]
public sealed class InTheBrowser : ICollectionFixture<Browser>, ICollectionFixture<SharedService>, ICollectionFixture<ServiceInProcess>;

/// <summary>One Chromium for the run. Every page is opened in a context of its own: nobody is signed in, no cookie is kept.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The same engine without a browser's windows, bars and services, of which each new page would start some.</summary>
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    /// <summary>Each context with the service it was opened at.</summary>
    private static readonly ConcurrentDictionary<IBrowserContext, string?> _opened = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the service prints with.</summary>
    public static string Executable => Chosen ?? "/usr/bin/chromium";

    /// <summary>Why tests cannot run in a browser here; null where they can.</summary>
    public static string? WhyNot => File.Exists(Executable) ? null : $"Chromium: {Executable} is not installed";

    private static string? Chosen => Environment.GetEnvironmentVariable("Documents__Browser") is { Length: > 0 } path ? path : null;

    public async Task InitializeAsync()
    {
        if (WhyNot is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chosen is null && File.Exists(WithoutWindows) ? WithoutWindows : Executable,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
            ]
        });
    }

    /// <summary>A new person at a new machine: a page in its own context. Closing the context forgets everything.</summary>
    public async Task<IPage> OpenAsync(Screen screen, bool javaScript = true, string? at = null, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = at,
            ColorScheme = colours,
            HasTouch = screen is Screen.Phone or Screen.Tablet,
            IsMobile = screen == Screen.Phone,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = screen switch
            {
                Screen.Phone => new ViewportSize { Width = 390, Height = 844 },
                Screen.Tablet => new ViewportSize { Width = 1024, Height = 768 },
                _ => new ViewportSize { Width = 1440, Height = 900 }
            }
        });

        _opened[context] = at;

        return await context.NewPageAsync();
    }

    /// <summary>
    /// After each test that used it: a page left open keeps its circuit, and a hundred of them would read again whatever a later test changes.
    /// </summary>
    /// <param name="at">Of this service alone: others may stop while a test is in the browser.</param>
    internal static async Task CloseWhatWasOpenedAsync(string? at = null)
    {
        foreach (var (context, _) in _opened.Where(opened => at is null || opened.Value == at))
        {
            _opened.TryRemove(context, out _);
            try
            {
                await context.CloseAsync();
            }
            catch (PlaywrightException)
            {
                // The test closed it itself, or the whole browser is gone.
            }
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
