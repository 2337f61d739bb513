using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GmConnect.Tests.Web.Documents;

/// <summary>A printer with browsers of its own.</summary>
internal sealed class PrintRoom : IAsyncDisposable
{
    private readonly KnownBrowsers _known = new();

    public PrintRoom(Action<DocumentOptions>? options = null, TimeProvider? clock = null)
    {
        var chosen = new DocumentOptions { Browser = _known.Script };
        options?.Invoke(chosen);
        Printer = new DocumentPrinter(Options.Create(chosen), Lifetime, clock ?? TimeProvider.System, NullLogger<DocumentPrinter>.Instance);
    }

    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public DocumentPrinter Printer { get; }

    /// <summary>The process of each browser that was ever started, in order.</summary>
    public IReadOnlyList<int> Browsers => _known.Started;

    public static Manuscript Of(string body, string language = "en-GB", string direction = "ltr", string title = "A document") => new(
        $"<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><title>{title}</title><style>{DocumentStyle.Css}</style></head><body><main>{body}</main></body></html>",
        "<div style=\"font-size:9pt\">Page <span class=\"pageNumber\"></span> of <span class=\"totalPages\"></span></div>");

    public async Task<PrintedPdf> PrintAsync(Manuscript manuscript)
    {
        var pdf = await Printer.PrintAsync(manuscript);
        Assert.NotNull(pdf);

        return new PrintedPdf(pdf);
    }

    public async ValueTask DisposeAsync()
    {
        await Printer.DisposeAsync();
        _known.Dispose();
    }
}
