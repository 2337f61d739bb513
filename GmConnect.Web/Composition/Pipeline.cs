using GmConnect.Web.Identity;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace GmConnect.Web.Composition;

/// <summary>The order in which a request meets things, and every address there is.</summary>
public static class Pipeline
{
    public static void UseThePipeline(this WebApplication app)
    {
        app.UseLastResort();
        app.UseTheProxyAndTls();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            context => !ForMachines.Asks(context.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true));
        app.UseGetForProblemPages();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseOwnOriginAtTheHub();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseNotFoundForUnknownRecords();
        app.UseFormLimits();
        app.UseAntiforgery();
        app.UseRefusalOfForgedForms();
    }

    // A post that failed is run again to show its problem page; as a post that page would look for a form and fail as well.
    private static void UseGetForProblemPages(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    // With an empty body, so that the problem page speaks; Blazor itself would answer with a line for developers.
    private static void UseRefusalOfForgedForms(this WebApplication app) => app.Use((context, next) =>
    {
        // The problem page itself is run with the failed post's features.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;

        return Task.CompletedTask;
    });

    public static void MapEverything(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<Limits>();

        app.MapStaticAssets().AllowAnonymous();
        app.MapThemeFiles();
        app.MapWatching();
        app.MapSignIn();
        app.MapAppearance();
        app.MapFeatures();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server =>
            {
                // One header rules framing: SecurityHeaders.
                server.ContentSecurityFrameAncestorsPolicy = null;
                server.DisableWebSocketCompression = !limits.CompressWebSockets;
            })
            .OpenCircuitsToStaffOnly();
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }

    private static void OpenCircuitsToStaffOnly(this RazorComponentsEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.RawText?.StartsWith(LimitsSetup.Hub, StringComparison.Ordinal) == true)
        {
            endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute(Policies.Staff));
        }
    });
}
