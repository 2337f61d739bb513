using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// Somebody at a browser of their own, doing what the pages say. Where <paramref name="checks"/> is set, each page passed must
/// have nothing that axe finds and nothing that hangs over the side of the screen.
/// </summary>
public abstract class PersonOnTheWeb(IPage page, bool checks, Trail? trail)
{
    public IPage Page => page;

    public async Task SignInAsync(string handle)
    {
        trail?.Follow(page);
        await page.GotoAsync("/demo");
        await page.Locator($"button[value={handle}]").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/demo$"));
    }

    public async Task GoAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync();
    }

    public async Task FillAsync(string field, string value) => await page.Locator($"[name='{field}']").FillAsync(value);

    public async Task FollowAsync(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await LookAsync();
    }

    /// <summary>Presses a button that loads a page.</summary>
    public async Task PressAsync(string button)
    {
        await ClickAsync(button);
        await LookAsync();
    }

    /// <summary>Presses a button after which the page, once it is what is waited for, is looked at.</summary>
    public Task ClickAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task SeesAsync(string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    public Task SeesNothingOfAsync(string words) => Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(words);

    public Task IsAtAsync(string heading) => Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);

    public async Task LookAsync()
    {
        await page.Locator("main h1").First.WaitForAsync();
        trail?.Titles.Enqueue(await page.TitleAsync());
        if (checks)
        {
            await page.CheckLooksAsync();
        }
    }
}

/// <summary>The addresses that browsers asked for and the titles that their tabs showed.</summary>
public sealed class Trail
{
    public ConcurrentQueue<string> Addresses { get; } = new();

    public ConcurrentQueue<string> Titles { get; } = new();

    public void Follow(IPage page) => page.Request += (_, request) => Addresses.Enqueue(request.Url);
}
