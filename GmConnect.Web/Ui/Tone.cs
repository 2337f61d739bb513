namespace GmConnect.Web.Ui;

/// <summary>What a state means; each has a colour and a sign of its own, and never stands without its word.</summary>
public enum Tone
{
    Plain,
    Info,
    Good,
    Warn,
    Bad,
    Muted
}

public static class ToneSigns
{
    public static string Sign(this Tone tone) => tone switch
    {
        Tone.Info => "●",
        Tone.Good => "✓",
        Tone.Warn => "▲",
        Tone.Bad => "✕",
        Tone.Muted => "–",
        _ => "○"
    };

    public static string Class(this Tone tone) => $"tone-{tone.ToString().ToLowerInvariant()}";
}
