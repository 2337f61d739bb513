using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

public static class PageLooks
{
    /// <summary>axe finds nothing, and nothing hangs over the side of the screen.</summary>
    public static async Task CheckLooksAsync(this IPage page)
    {
        await Axe.CheckAsync(page);
        var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{page.Url} is {tooWide} px wider than the screen");
    }
}
