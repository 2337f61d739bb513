using System.Collections.Concurrent;
using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace GmConnect.Tests.TestSupport;

/// <summary>Deque's axe against WCAG 2.2 A and AA: no rule is off, nothing is excluded. It needs JavaScript in the page.</summary>
public static class Axe
{
    private static readonly string[] Wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    private const string HowItIsBuilt = """
        async () => {
            const plain = text => text.replace(/[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}/gi, '#').replace(/\d+/g, '0');
            const words = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) ? 'w' : '';
            const one = element => element.tagName + words(element)
                + [...element.attributes].filter(a => !a.name.startsWith('b-') && a.name !== 'value').map(a => a.name + '=' + plain(a.value)).sort().join(' ');
            const all = [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, ...[...document.querySelectorAll('*')].map(one)].join('|');
            const hash = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(all));
            return hash ? [...new Uint8Array(hash)].map(byte => byte.toString(16)).join() : all;
        }
        """;

    // Deque's own way of running it opens a second page each time, for the sake of frames; our pages have none.
    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What axe found nothing on in this run.</summary>
    private static readonly ConcurrentDictionary<string, bool> Faultless = new();

    /// <summary>
    /// A page that is built exactly like one already looked at, on the same screen, is not looked at again: the same elements with
    /// the same attributes but for numbers and ids, with or without words.
    /// </summary>
    public static async Task CheckAsync(IPage page)
    {
        // A page whose styles are still under way is not what anybody looks at.
        await page.WaitForLoadStateAsync(LoadState.Load);
        var built = await page.EvaluateAsync<string>(HowItIsBuilt);
        if (Faultless.ContainsKey(built))
        {
            return;
        }

        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script.Value} }} }}");
        // From its top: what is half under a bar that stays is small only there, and a person scrolls on.
        var found = await page.EvaluateAsync<string>(
            """
            async tags => {
                const at = scrollY;
                scrollTo({ top: 0, behavior: 'instant' });
                const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
                scrollTo({ top: at, behavior: 'instant' });

                return JSON.stringify(found);
            }
            """, Wcag22);
        var result = new AxeResult(JObject.Parse(found));

        Assert.True(result.Passes.Length > 0, $"axe looked at nothing on {page.Url}");
        Assert.True(result.Violations.Length == 0, Readable(page.Url, result.Violations));
        Faultless[built] = true;
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
