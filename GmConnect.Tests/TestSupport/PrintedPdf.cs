using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace GmConnect.Tests.TestSupport;

/// <summary>A PDF as its readers have it: the words, and what a screen reader goes by.</summary>
public sealed class PrintedPdf : IDisposable
{
    private readonly PdfDocument _document;
    private readonly string _raw;

    public PrintedPdf(byte[] bytes)
    {
        _document = PdfDocument.Open(bytes);
        _raw = Encoding.Latin1.GetString(bytes);
        Pages = [.. _document.GetPages()];
    }

    public IReadOnlyList<Page> Pages { get; }

    public string? Title => _document.Information.Title;

    /// <summary>All of it with one space between words, page after page.</summary>
    public string Text => string.Join(' ', Pages.Select(TextOf));

    public bool IsTagged =>
        Catalog.TryGet<DictionaryToken>(NameToken.Create("MarkInfo"), out var marks)
        && marks.TryGet<BooleanToken>(NameToken.Create("Marked"), out var marked) && marked.Data
        && Catalog.ContainsKey(NameToken.Create("StructTreeRoot"));

    public string? Language => Catalog.TryGet<StringToken>(NameToken.Create("Lang"), out var language) ? language.Data : null;

    public bool HasOutline => _document.TryGetBookmarks(out var bookmarks) && bookmarks.Roots.Count > 0;

    /// <summary>The kinds of the elements of its structure: H1, Table, TH, L, LI.</summary>
    public IReadOnlySet<string> Tags => Regex.Matches(_raw, @"/S /(\w+)").Select(tag => tag.Groups[1].Value).ToHashSet();

    /// <summary>In points, of the letters that make up most of the document.</summary>
    public double LetterSize => Pages.SelectMany(page => page.Letters).GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(size => size.Count())!.Key;

    private DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    /// <summary>In the order in which it was written, so that the lines of two columns stay apart.</summary>
    public static string TextOf(Page page) => Regex.Replace(ContentOrderTextExtractor.GetText(page), @"\s+", " ").Trim();

    public void Dispose() => _document.Dispose();
}
