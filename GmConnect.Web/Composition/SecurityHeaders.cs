using GmConnect.Web.Jobs;
using GmConnect.Web.Ui;
using Microsoft.Net.Http.Headers;

namespace GmConnect.Web.Composition;

/// <summary>The headers of every answer; which content policy applies follows from what the address shows.</summary>
public static class SecurityHeaders
{
    /// <summary>Citizen pages: no script at all.</summary>
    public const string CitizenPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Staff pages: our script and Blazor's, style attributes (MudBlazor positions with them), no style element, no inline script.</summary>
    public const string StaffPolicy = CitizenPolicy
        + "; script-src 'self'; connect-src 'self'; font-src 'self'; style-src-attr 'unsafe-inline'";

    /// <summary>
    /// Hangfire's dashboard: as staff pages, and the one style element that its charts write, by its hash. A new version of
    /// Hangfire may write another: the test of the dashboard in a browser then fails.
    /// </summary>
    public static readonly string JobsPolicy = StaffPolicy.Replace(
        "style-src 'self'", "style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='", StringComparison.Ordinal);

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);

            return Task.CompletedTask;
        });

        return next(context);
    });

    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var staff = PageAudience.IsStaff(context);

        headers.ContentSecurityPolicy = PolicyFor(context, staff);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        if (!staff)
        {
            // Without it Blazor's enhanced navigation lets go and the browser loads the citizen page whole.
            headers.Remove("blazor-enhanced-nav");
        }

        if (context.User.Identity?.IsAuthenticated == true && !IsFile(context))
        {
            headers.CacheControl = "no-store";
        }
    }

    private static string PolicyFor(HttpContext context, bool staff)
    {
        // The dashboard answers with its own address moved from the path to the base.
        if (context.Request.PathBase.Add(context.Request.Path).StartsWithSegments(JobsSetup.Dashboard))
        {
            return JobsPolicy;
        }

        return staff ? StaffPolicy : CitizenPolicy;
    }

    private static bool IsFile(HttpContext context) =>
        context.Response.Headers.ContainsKey(HeaderNames.ETag) && context.Response.StatusCode < 400;
}
