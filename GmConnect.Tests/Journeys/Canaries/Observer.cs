using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys.Canaries;

/// <summary>Somebody who is shown things, and what they may be shown.</summary>
/// <param name="Handle">Nothing for a passer-by.</param>
/// <param name="Must">Canaries they have a ground for, and are found with.</param>
/// <param name="May">Canaries that they may meet as well.</param>
public sealed record Observer(string Who, string? Handle, string[] Must, params string[] May)
{
    private readonly ConcurrentQueue<(string Where, string What)> _shown = new();

    public void Show(string where, string what) => _shown.Enqueue((where, WebUtility.HtmlDecode(what)));

    /// <summary>What a page sends to this person's browser from now on: documents, scripts' answers and every frame of the circuit.</summary>
    public void Watch(IPage page)
    {
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            Show($"live at {new Uri(page.Url).AbsolutePath}", frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        page.Console += (_, said) => Show("the browser's console", said.Text);
    }

    public IEnumerable<string> Faults(IEnumerable<string> canaries)
    {
        foreach (var canary in canaries.Except(Must).Except(May))
        {
            foreach (var (where, what) in _shown.Where(s => s.What.Contains(canary, StringComparison.OrdinalIgnoreCase)).DistinctBy(s => s.Where))
            {
                yield return $"{Who} was shown {canary} in {where}: {Around(what, canary)}";
            }
        }

        foreach (var canary in Must.Where(canary => !_shown.Any(s => s.What.Contains(canary, StringComparison.OrdinalIgnoreCase))))
        {
            yield return $"{Who} was not shown {canary}, so finding it nowhere else says little";
        }
    }

    private static string Around(string text, string canary)
    {
        var at = text.IndexOf(canary, StringComparison.OrdinalIgnoreCase);

        return Regex.Replace(text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 60)], @"\s+", " ");
    }
}
