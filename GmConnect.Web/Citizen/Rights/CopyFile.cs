using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GmConnect.Domain.Rights;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.Rights;

/// <summary>A copy in two forms that say the same: a page to read without this service, and JSON for whoever works with it.</summary>
public sealed class CopyFile(IStringLocalizer<CopyTexts> words, CopyWords values)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write(PackContent content)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "copy.html", Page(content));
            Add(zip, "copy.json", JsonSerializer.Serialize(Data(content), Json));
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private string Page(PackContent content)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{Html(words["Title"])}}</title>
            <style>body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}section section{border-top:1px solid #ccc;padding-top:.5rem}</style>
            </head><body><h1>{{Html(words["Title"])}}</h1>
            <p>{{Html(words["Released", London.Moment(content.ReadyAt)])}}</p>
            """);
        Section(page, words["Who"], () => Fields(page,
        [
            (words["Name"], content.Who.FullName), (words["Born"], London.Date(content.Who.BirthDate)), (words["NhsNumber"], content.Who.NhsNumber),
            (words["Address"], content.Who.Address), (words["Phone"], content.Who.Phone)
        ]));
        foreach (var section in content.Items.GroupBy(i => i.Section))
        {
            Section(page, words[$"Section-{section.Key}"], () =>
            {
                foreach (var item in section)
                {
                    page.Append("<section>");
                    Fields(page, [(words["When"], London.Moment(item.At)), .. item.Fields.Select(f => (words[$"Field-{f.Name}"], values.Of(f)))]);
                    page.Append("</section>");
                }
            });
        }

        Section(page, words["LeftOut"], () =>
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html(words[content.LeftOut.Count == 0 ? "LeftOutNothing" : "LeftOutSays"])}</p><ul>");
            foreach (var (section, because, count) in content.LeftOut)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{Html(words["LeftOutOne", count, words[$"Section-{section}"], words[$"Because-{because}"]])}</li>");
            }

            page.Append("</ul>");
        });

        return page.Append("</body></html>").ToString();
    }

    private static void Section(StringBuilder page, string heading, Action inside)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Html(heading)}</h2>");
        inside();
        page.Append("</section>");
    }

    private static void Fields(StringBuilder page, IEnumerable<(LocalizedString Name, string? Value)> fields)
    {
        page.Append("<dl>");
        foreach (var (name, value) in fields.Where(f => !string.IsNullOrEmpty(f.Value)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Html(name)}</dt><dd dir=\"auto\">{Html(value!)}</dd>");
        }

        page.Append("</dl>");
    }

    private static object Data(PackContent content) => new
    {
        released = content.ReadyAt,
        person = new { content.Who.FullName, content.Who.BirthDate, content.Who.NhsNumber, content.Who.Address, content.Who.Phone },
        pieces = content.Items.Select(i => new
        {
            chapter = i.Section.ToString(), at = i.At, fields = i.Fields.ToDictionary(f => f.Name, f => f.Value is Enum word ? word.ToString() : f.Value)
        }),
        leftOut = content.LeftOut.Select(l => new { chapter = l.Section.ToString(), because = l.Because.ToString(), pieces = l.Count })
    };

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
