using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace GmConnect.Tests.TestSupport;

/// <summary>Deque's axe against WCAG 2.2 A and AA: no rule is off, nothing is excluded. It needs JavaScript in the page.</summary>
public static class Axe
{
    private static readonly string[] Wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    // Deque's own way of running it opens a second page each time, for the sake of frames; our pages have none.
    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    public static async Task CheckAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script.Value} }} }}");
        var found = await page.EvaluateAsync<string>(
            "async tags => JSON.stringify(await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))", Wcag22);
        var result = new AxeResult(JObject.Parse(found));

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
