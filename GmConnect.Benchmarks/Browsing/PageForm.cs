using System.Net;
using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>A form as it stands in a page, with what its fields hold. Enough of HTML for our own pages, no more.</summary>
public sealed partial record PageForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <param name="page">The path of the page: where a form without an action posts to.</param>
    public static IEnumerable<PageForm> AllIn(string html, string page) => Form().Matches(html)
        .Where(form => Attribute(form.Groups["tag"].Value, "method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true)
        .Select(form => new PageForm(
            Attribute(form.Groups["tag"].Value, "action") is { Length: > 0 } action ? action : page,
            [.. FieldsOf(form.Groups["inside"].Value)]));

    public PageForm With(string name, params string[] values) =>
        this with { Fields = [.. Fields.Where(field => field.Name != name), .. values.Select(value => (name, value))] };

    public HttpContent Body() => new FormUrlEncodedContent(Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

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

    public static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("(?<tag><form[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("(?<tag><textarea[^>]*>)(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex(@"\schecked\b")]
    private static partial Regex Checked();
}
