using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GmConnect.Tests.TestSupport;

/// <summary>A citizen's form, as a browser would send it.</summary>
/// <param name="Fields">What is sent when it is left as it stands.</param>
/// <param name="Names">Every field there is to fill in, tick or press, the hidden ones included.</param>
/// <param name="Buttons">The buttons that send something themselves.</param>
public sealed record PageForm(
    string Name,
    IReadOnlyList<(string Name, string Value)> Fields,
    IReadOnlyList<string> Names,
    IReadOnlyList<(string Name, string Value)> Buttons,
    bool CanBeSent)
{
    private static readonly string[] NotTheirs = ["_handler", Visitor.TokenField];

    public static IReadOnlyList<PageForm> In(string html) =>
        [.. Page(html).QuerySelectorAll<IHtmlFormElement>("form").Where(form => form.QuerySelector("[name=_handler]") is not null).Select(Of)];

    /// <summary>Where the page's links lead within the service.</summary>
    public static IReadOnlyList<string> LinksIn(string html) =>
        [.. Page(html).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct()];

    public static IHtmlDocument Page(string html) => new HtmlParser().ParseDocument(html);

    private static PageForm Of(IHtmlFormElement form)
    {
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]").ToList();
        var buttons = form.QuerySelectorAll("button[name]").Select(Sent).ToList();

        return new PageForm(
            form.QuerySelector("[name=_handler]")!.GetAttribute("value")!,
            [.. fields.Where(field => field is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }).Select(Sent)],
            [.. fields.Select(Sent).Concat(buttons).Select(field => field.Name).Distinct().Except(NotTheirs)],
            buttons,
            form.QuerySelector("button[type=submit]") is not null);
    }

    private static (string Name, string Value) Sent(IElement field) => (
        field.GetAttribute("name")!,
        field is IHtmlTextAreaElement words ? words.Value : field.GetAttribute("value") ?? "");
}
