using MudBlazor;

namespace GmConnect.Web.Ui;

/// <summary>Our tokens as MudBlazor's theme.</summary>
public static class Theme
{
    public const string SystemFonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

    public static readonly MudTheme Mud = Build();

    private static MudTheme Build()
    {
        var theme = new MudTheme
        {
            PaletteLight = Paint(new PaletteLight(), Tokens.Light),
            PaletteDark = Paint(new PaletteDark(), Tokens.Dark),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" }
        };
        foreach (var type in new BaseTypography[]
                 {
                     theme.Typography.Default, theme.Typography.H1, theme.Typography.H2, theme.Typography.H3, theme.Typography.H4,
                     theme.Typography.H5, theme.Typography.H6, theme.Typography.Subtitle1, theme.Typography.Subtitle2,
                     theme.Typography.Body1, theme.Typography.Body2, theme.Typography.Button, theme.Typography.Caption, theme.Typography.Overline
                 })
        {
            type.FontFamily = [SystemFonts];
            type.LetterSpacing = "normal";
        }

        theme.Typography.Button.TextTransform = "none";

        return theme;
    }

    private static TPalette Paint<TPalette>(TPalette palette, Tokens tokens) where TPalette : Palette
    {
        palette.Primary = palette.AppbarBackground = tokens.Accent;
        palette.PrimaryContrastText = palette.AppbarText = tokens.OnAccent;
        palette.Secondary = tokens.Ink;
        palette.SecondaryContrastText = tokens.Paper;
        palette.Tertiary = tokens.Bee;
        palette.TertiaryContrastText = tokens.OnBee;
        palette.Background = tokens.Paper;
        palette.BackgroundGray = tokens.Sunken;
        palette.Surface = palette.DrawerBackground = tokens.Surface;
        palette.TextPrimary = palette.DrawerText = palette.DrawerIcon = tokens.Ink;
        palette.TextSecondary = palette.ActionDefault = tokens.InkSoft;
        palette.TextDisabled = palette.ActionDisabled = tokens.LineStrong;
        palette.LinesDefault = palette.TableLines = palette.Divider = palette.DividerLight = tokens.Line;
        palette.LinesInputs = tokens.LineStrong;
        palette.Error = tokens.Error;
        palette.Success = tokens.Good;
        palette.Warning = tokens.Warn;
        palette.Info = tokens.Info;
        palette.ErrorContrastText = palette.SuccessContrastText = palette.WarningContrastText = palette.InfoContrastText = tokens.OnAccent;

        return palette;
    }
}
