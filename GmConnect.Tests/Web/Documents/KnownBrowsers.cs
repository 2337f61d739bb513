using System.Diagnostics;
using System.Globalization;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Documents;

/// <summary>Browsers that are known by their processes: each is started through a script that writes its number down first.</summary>
internal sealed class KnownBrowsers : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public KnownBrowsers()
    {
        File.WriteAllText(Script, $"#!/bin/sh\necho $$ >> '{List}'\nexec '{Browser.Executable}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>To be started as the browser.</summary>
    public string Script => _folder.File("browser");

    /// <summary>The process of each that was ever started, in order.</summary>
    public IReadOnlyList<int> Started => File.Exists(List)
        ? [.. File.ReadAllLines(List).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
        : [];

    private string List => _folder.File("started");

    /// <summary>One that is dead and only still in the list of processes does not run.</summary>
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

    public static Task EndsAsync(int browser) => Eventually.AsyncIsTrue(() => Task.FromResult(!Runs(browser)));

    public static Task SignalAsync(int browser, string signal) => Process.Start("kill", [signal, $"{browser}"]).WaitForExitAsync();

    public void Dispose() => _folder.Dispose();
}
