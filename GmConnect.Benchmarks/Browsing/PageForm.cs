using System.Net;
using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>A checkbox or radio button and the words beside it.</summary>
public sealed record PageChoice(string Type, string Name, string Value, string Words);

/// <summary>A form as it stands in a page, with what its fields hold. Enough of HTML for our own pages, no more.</summary>
public sealed partial record PageForm(string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<PageChoice> Choices)
{
    /// <param name="html">The page.</param>
    /// <param name="page">Its path: where a form without an action posts to.</param>
    public static IEnumerable<PageForm> AllIn(string html, string page) =>
        from form in Form().Matches(html)
        let tag = form.Groups["tag"].Value
        let inside = form.Groups["inside"].Value
        where string.Equals(Attribute(tag, "method"), "post", StringComparison.OrdinalIgnoreCase)
        select new PageForm(Attribute(tag, "action") is { Length: > 0 } action ? action : page, [.. FieldsOf(inside)], [.. ChoicesOf(inside)]);

    /// <summary>A Blazor form by the name its page gave it.</summary>
    public static PageForm Named(string name, string html, string page) =>
        AllIn(html, page).FirstOrDefault(form => form.Fields.Contains(("_handler", name)))
        ?? throw new InvalidOperationException($"{page} has no form \"{name}\".");

    public PageForm With(string name, params IEnumerable<string> values) =>
        this with { Fields = [.. Fields.Where(field => field.Name != name), .. values.Select(value => (name, value))] };

    /// <summary>Ticks every box.</summary>
    public PageForm AllTicked() => Choices.Where(choice => choice.Type == "checkbox").GroupBy(choice => choice.Name)
        .Aggregate(this, (form, boxes) => form.With(boxes.Key, boxes.Select(box => box.Value)));

    /// <summary>Chooses the first of each group of radio buttons that nothing was chosen in.</summary>
    public PageForm FirstChosen() => Choices.Where(choice => choice.Type == "radio").GroupBy(choice => choice.Name)
        .Where(group => Fields.All(field => field.Name != group.Key))
        .Aggregate(this, (form, group) => form.With(group.Key, group.First().Value));

    public HttpContent Body() => new FormUrlEncodedContent(Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private static IEnumerable<(string, string)> FieldsOf(string inside)
    {
        foreach (var tag in Input().Matches(inside).Select(match => match.Value))
        {
            var (name, type) = (Attribute(tag, "name"), Attribute(tag, "type"));
            if (name is not null && (type is not ("checkbox" or "radio") || Checked().IsMatch(tag)) && type is not "submit")
            {
                yield return (name, Attribute(tag, "value") ?? "");
            }
        }

        foreach (Match area in TextArea().Matches(inside))
        {
            if (Attribute(area.Groups["tag"].Value, "name") is { } name)
            {
                yield return (name, WebUtility.HtmlDecode(area.Groups["text"].Value.TrimStart('\n')));
            }
        }
    }

    private static IEnumerable<PageChoice> ChoicesOf(string inside)
    {
        foreach (var tag in Input().Matches(inside).Select(match => match.Value))
        {
            if (Attribute(tag, "type") is "checkbox" or "radio" && Attribute(tag, "name") is { } name)
            {
                var words = Regex.Match(inside, $"<label for=\"{Regex.Escape(Attribute(tag, "id") ?? "-")}\"[^>]*>(.*?)</label>", RegexOptions.Singleline);
                yield return new PageChoice(Attribute(tag, "type")!, name, Attribute(tag, "value") ?? "on", WebUtility.HtmlDecode(words.Groups[1].Value));
            }
        }
    }

    [GeneratedRegex("(?<tag><form[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("(?<tag><textarea[^>]*>)(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex(@"\schecked\b")]
    private static partial Regex Checked();
}
