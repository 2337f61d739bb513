using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GmConnect.Web.Ui;

/// <summary>Light, dark or as the device says: remembered in a cookie of its own, set by a form that works without script.</summary>
public static class Appearance
{
    public const string Cookie = "gm-connect-appearance";

    private static readonly string[] Choices = ["system", "light", "dark"];

    public static string Chosen(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } chosen && Choices.Contains(chosen) ? chosen : Choices[0];

    public static void MapAppearance(this WebApplication app) =>
        app.MapPost("/appearance", Choose).AddEndpointFilter<RefuseForgedForms>().DisableAntiforgery();

    private static IResult Choose([FromForm] string? theme, [FromForm] string? back, HttpContext context)
    {
        if (theme is null || !Choices.Contains(theme))
        {
            return Results.BadRequest();
        }

        context.Response.Cookies.Append(Cookie, theme, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps
        });

        return Results.LocalRedirect(back is ['/', ..] && back is not ['/', '/' or '\\', ..] ? back : "/staff");
    }
}
