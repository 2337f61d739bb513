using System.Diagnostics;
using System.Globalization;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GmConnect.Tests.Web.Documents;

/// <summary>A printer whose every browser is known by its process: it is started through a script that writes its number down.</summary>
internal sealed class PrintRoom : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public PrintRoom(Action<DocumentOptions>? options = null, TimeProvider? clock = null)
    {
        var script = _folder.File("browser");
        File.WriteAllText(script, $"#!/bin/sh\necho $$ >> '{Started}'\nexec '{Browser.Executable}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var chosen = new DocumentOptions { Browser = script };
        options?.Invoke(chosen);
        Printer = new DocumentPrinter(Options.Create(chosen), Lifetime, clock ?? TimeProvider.System, NullLogger<DocumentPrinter>.Instance);
    }

    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public DocumentPrinter Printer { get; }

    /// <summary>The process of each browser that was ever started, in order.</summary>
    public IReadOnlyList<int> Browsers => File.Exists(Started)
        ? [.. File.ReadAllLines(Started).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
        : [];

    private string Started => _folder.File("started");

    public static Manuscript Of(string body, string language = "en-GB", string direction = "ltr", string title = "A document") => new(
        $"<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><title>{title}</title><style>{DocumentStyle.Css}</style></head><body><main>{body}</main></body></html>",
        "<div style=\"font-size:9pt\">Page <span class=\"pageNumber\"></span> of <span class=\"totalPages\"></span></div>");

    public async Task<PrintedPdf> PrintAsync(Manuscript manuscript)
    {
        var pdf = await Printer.PrintAsync(manuscript);
        Assert.NotNull(pdf);

        return new PrintedPdf(pdf);
    }

    /// <summary>It runs; one that is only still in the list of processes, dead, does not.</summary>
    public static bool Runs(int browser)
    {
        try
        {
            return !File.ReadAllText($"/proc/{browser}/stat").Split(") ")[^1].StartsWith('Z');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static Task SignalAsync(int browser, string signal) => Process.Start("kill", [signal, $"{browser}"]).WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        await Printer.DisposeAsync();
        _folder.Dispose();
    }
}
