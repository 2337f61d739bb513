using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GmConnect.Tests.TestSupport;

/// <summary>Deque's axe against WCAG 2.2 A and AA: no rule is off, nothing is excluded. It needs JavaScript in the page.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
        }
    };

    public static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(Wcag22);

        Assert.True(result.Passes.Length > 0, $"axe looked at nothing on {page.Url}");
        Assert.True(result.Violations.Length == 0, Readable(page.Url, result.Violations));
    }

    private static string Readable(string url, AxeResultItem[] violations)
    {
        var text = new StringBuilder($"{url} breaks {violations.Length} rules of accessibility:").AppendLine();

        foreach (var violation in violations)
        {
            text.AppendLine($"  {violation.Id} ({violation.Impact}): {violation.Help}. {violation.HelpUrl}");

            foreach (var node in violation.Nodes)
            {
                text.AppendLine($"    at {node.Target}: {node.Html}");
                foreach (var check in node.Any.Concat(node.All).Concat(node.None))
                {
                    text.AppendLine($"      {check.Message}");
                }
            }
        }

        return text.ToString();
    }
}
