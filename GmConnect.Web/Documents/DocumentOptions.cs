namespace GmConnect.Web.Documents;

/// <summary>The section <c>Documents</c> of the settings: how documents are printed.</summary>
public sealed class DocumentOptions
{
    /// <summary>The Chromium that prints. Where there is no such file, documents are offered as pages for the reader's own print dialog.</summary>
    public string Browser { get; set; } = "/usr/bin/chromium";

    /// <summary>How many are made at the same time; the others wait.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>How many may wait; whoever comes then is asked to come again.</summary>
    public int Waiting { get; set; } = 20;

    /// <summary>How long somebody waits for their turn, and how long one document may take before a fresh browser tries it once more.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many documents one browser prints before another takes over: what it leaks goes with it.</summary>
    public int PerBrowser { get; set; } = 200;

    /// <summary>How long the browser stays open with nothing to print.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(5);

    internal bool Holds() =>
        AtOnce is >= 1 and <= 32 && Waiting >= 0 && PerBrowser >= 1 && Patience > TimeSpan.Zero && Idle > TimeSpan.Zero;
}
