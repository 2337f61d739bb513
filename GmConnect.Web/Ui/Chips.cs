using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Ui;

/// <summary>
/// A state as a chip of ready-made markup, for rows of which there are many: a component costs a circuit about 3 KB, this nothing. It is
/// the same text for everybody, so it is kept.
/// </summary>
public static class Chips
{
    private static readonly ConcurrentDictionary<(string, Tone), MarkupString> _chips = new();

    /// <param name="text">From the resources; nothing that anybody typed.</param>
    public static MarkupString Of(string text, Tone tone) => _chips.GetOrAdd((text, tone), made => new MarkupString(
        $"<span class=\"chip {made.Item2.Class()}\"><span class=\"sign\" aria-hidden=\"true\">{made.Item2.Sign()}</span> {HtmlEncoder.Default.Encode(made.Item1)}</span>"));
}
