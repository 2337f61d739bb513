using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

/// <summary>A page as somebody without a mouse goes through it.</summary>
public static class Keys
{
    private const int Far = 120;

    /// <summary>Tabs on until what fits has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string field)
    {
        await page.Locator(field).First.WaitForAsync();
        await TabUntilAsync(page, field, () => page.EvaluateAsync<bool>("field => document.activeElement.matches(field)", field));
    }

    /// <summary>Tabs on until the button with these words has the focus, and presses it.</summary>
    public static async Task PressByKeyboardAsync(this IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).WaitForAsync();
        await TabUntilAsync(page, button, () => page.EvaluateAsync<bool>(
            "button => document.activeElement.matches('button') && document.activeElement.textContent.trim() === button", button));
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabUntilAsync(IPage page, string what, Func<Task<bool>> isThere)
    {
        for (var tabs = 0; tabs < Far; tabs++)
        {
            if (await isThere())
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"“{what}” is not reached by keyboard.");
    }
}
