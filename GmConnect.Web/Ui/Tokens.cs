using System.Text;

namespace GmConnect.Web.Ui;

/// <summary>The colours of one appearance. Pages and MudBlazor both get theirs from here and from nowhere else.</summary>
public sealed record Tokens
{
    public required string Paper { get; init; }
    public required string Surface { get; init; }
    public required string Sunken { get; init; }
    public required string Ink { get; init; }
    public required string InkSoft { get; init; }
    public required string Line { get; init; }
    public required string LineStrong { get; init; }
    public required string Accent { get; init; }
    public required string AccentDeep { get; init; }
    public required string OnAccent { get; init; }
    public required string AccentWash { get; init; }
    public required string Bee { get; init; }
    public required string OnBee { get; init; }
    public required string Error { get; init; }
    public required string ErrorWash { get; init; }
    public required string Good { get; init; }
    public required string GoodWash { get; init; }
    public required string Warn { get; init; }
    public required string WarnWash { get; init; }
    public required string Info { get; init; }
    public required string InfoWash { get; init; }

    public static readonly Tokens Light = new()
    {
        Paper = "#fbfaf6",
        Surface = "#ffffff",
        Sunken = "#f3f1ea",
        Ink = "#16202b",
        InkSoft = "#4a5663",
        Line = "#dcd8cc",
        LineStrong = "#66717d",
        Accent = "#0a5a5c",
        AccentDeep = "#063c3e",
        OnAccent = "#ffffff",
        AccentWash = "#e4efee",
        Bee = "#ffcb1f",
        OnBee = "#16202b",
        Error = "#a8201a",
        ErrorWash = "#fbebe9",
        Good = "#1c6637",
        GoodWash = "#e6f2ea",
        Warn = "#7d5100",
        WarnWash = "#fdf3d7",
        Info = "#1d4f91",
        InfoWash = "#e6eef8"
    };

    public static readonly Tokens Dark = new()
    {
        Paper = "#11171d",
        Surface = "#19212a",
        Sunken = "#0c1116",
        Ink = "#eceff1",
        InkSoft = "#aab5bf",
        Line = "#313c47",
        LineStrong = "#8794a1",
        Accent = "#74c9c5",
        AccentDeep = "#a5dedb",
        OnAccent = "#06201f",
        AccentWash = "#17302f",
        Bee = "#ffcb1f",
        OnBee = "#16202b",
        Error = "#ff9087",
        ErrorWash = "#3a1d1b",
        Good = "#84d39e",
        GoodWash = "#173021",
        Warn = "#f2c14e",
        WarnWash = "#33290f",
        Info = "#8fbbf3",
        InfoWash = "#17273c"
    };

    /// <summary>As CSS custom properties: AccentWash becomes --accent-wash.</summary>
    public string ToCss()
    {
        var css = new StringBuilder();
        foreach (var property in typeof(Tokens).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            css.Append("--").Append(Kebab(property.Name)).Append(':').Append(property.GetValue(this)).Append(';');
        }

        return css.ToString();
    }

    private static string Kebab(string name) => string.Concat(name.Select((letter, i) =>
        char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
