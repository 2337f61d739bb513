using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>One of a family at a browser, doing what the pages say. With <paramref name="checks"/> axe looks at every page passed.</summary>
public sealed class FamilyOnTheWeb(IPage page, bool checks)
{
    public IPage Page => page;

    /// <summary>"/story/{id}" of the one person they act for.</summary>
    public string Story { get; private set; } = "";

    public async Task SignInAsync(string handle)
    {
        await page.GotoAsync("/demo");
        await page.Locator($"button[value={handle}]").ClickAsync();
        await SeesAsync("story");
        Story = new Uri(page.Url).AbsolutePath;
    }

    public async Task AnswerAsync(string question, string words)
    {
        await page.GotoAsync($"{Story}/{question}");
        await LookAsync();
        await page.Locator("textarea").FillAsync(words);
        await PressAsync("Save and go back");
    }

    public async Task FillAsync(string field, string value) => await page.Locator($"[name='{field}']").FillAsync(value);

    public async Task FollowAsync(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await LookAsync();
    }

    public async Task PressAsync(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await LookAsync();
    }

    public Task SeesAsync(string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    public async Task IsAtAsync(string heading)
    {
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);
        Assert.DoesNotContain("Ashworth", await page.TitleAsync());
        Assert.DoesNotContain("George", await page.TitleAsync());
    }

    /// <summary>Nothing hangs over the side of the screen, and axe finds nothing.</summary>
    private async Task LookAsync()
    {
        if (!checks)
        {
            return;
        }

        await Axe.CheckAsync(page);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{page.Url} is wider than the screen");
    }
}
