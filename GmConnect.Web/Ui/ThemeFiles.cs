using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace GmConnect.Web.Ui;

/// <summary>
/// The theme as two style sheets, made once at start and served under their hash. MudThemeProvider would write
/// style elements into every page, which the content security policy does not allow.
/// </summary>
public sealed partial class ThemeFiles(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private const string DarkBySystem = "@media (prefers-color-scheme:dark){:root[data-theme=system]";

    public string Tokens { get; } = Sheet(Ui.Tokens.Light.ToCss(), Ui.Tokens.Dark.ToCss());

    public string Mud { get; private set; } = "";

    public string TokensHref => $"/theme/{Hash(Tokens)}/tokens.css";

    public string MudHref => $"/theme/{Hash(Mud)}/mud.css";

    public async Task RenderAsync()
    {
        var light = await ProviderAsync(dark: false);
        var dark = await ProviderAsync(dark: true);
        var rest = Style().Replace(light, "$1");
        Mud = Root().Replace(rest, "") + Sheet(Variables(light), Variables(dark));
    }

    private static string Sheet(string light, string dark) =>
        $":root{{color-scheme:light;{light}}}{DarkBySystem}{{color-scheme:dark;{dark}}}}}:root[data-theme=dark]{{color-scheme:dark;{dark}}}";

    private static string Variables(string rendered) =>
        string.Concat(Root().Matches(rendered).Select(root => root.Groups["body"].Value.Trim()));

    private async Task<string> ProviderAsync(bool dark)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);

        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MudThemeProvider>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = Theme.Mud,
                [nameof(MudThemeProvider.IsDarkMode)] = dark
            }))).ToHtmlString());
    }

    private static string Hash(string css) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..16];

    [GeneratedRegex(@"<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@":root\s*\{(?<body>[^}]*)\}", RegexOptions.Singleline)]
    private static partial Regex Root();
}

public static class ThemeEndpoints
{
    public static void MapThemeFiles(this WebApplication app)
    {
        var theme = app.Services.GetRequiredService<ThemeFiles>();
        theme.RenderAsync().GetAwaiter().GetResult();

        app.MapGet(theme.TokensHref, (HttpContext context) => Css(context, theme.Tokens)).AllowAnonymous();
        app.MapGet(theme.MudHref, (HttpContext context) => Css(context, theme.Mud)).AllowAnonymous();
    }

    private static IResult Css(HttpContext context, string css)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ETag = "\"theme\"";

        return Results.Text(css, "text/css; charset=utf-8");
    }
}
