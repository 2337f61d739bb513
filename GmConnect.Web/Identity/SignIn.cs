using GmConnect.Web.Composition;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;

namespace GmConnect.Web.Identity;

public static class SignIn
{
    public const string Page = "/sign-in";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var plainHttp = builder.Environment.IsDevelopment();
        // Read here, so that a wrong setting ends the start and not every request.
        var idle = IdleTime(builder.Configuration);
        builder.Services.AddSingleton<EndedSignIns>();
        builder.Services.AddScoped<AuthenticationStateProvider, SignedInCircuits>();
        var authentication = builder.Services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = plainHttp ? "gm-connect" : "__Host-gm-connect";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = plainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                cookie.ExpireTimeSpan = idle;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = Page;
                cookie.Events.OnValidatePrincipal = EndedSignIns.RefuseAsync;
                cookie.Events.OnRedirectToLogin = AskToSignIn;
                cookie.Events.OnRedirectToAccessDenied = LookLikeNothingIsThere;
            });
        authentication.AddWorkAccounts(builder.Configuration);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<DemonstrationPeople>();
        }

        builder.Services.AddAuthorization(Policies.Add);
        builder.Services.AddScoped<CurrentActor>();
    }

    public static TimeSpan IdleTime(IConfiguration settings) => TimeSpan.FromMinutes(settings.GetValue("SignIn:IdleMinutes", 30.0));

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-out", (Delegate)SignOutAsync).AddEndpointFilter<RefuseForgedForms>().AllowAnonymous();
        app.MapGet("/session/alive", () => Results.NoContent());
        app.MapWorkAccounts();
        app.MapDemonstrationSignIn();
    }

    // A posted form is never redirected: its answers would be lost. The 401 page says how to sign in and press Continue again.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ForMachines.Asks(context.Request.Path) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static Task LookLikeNothingIsThere(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, EndedSignIns ended)
    {
        ended.End(context.User);
        await context.SignOutAsync();
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";

        return Results.LocalRedirect("/");
    }
}
