using System.Diagnostics;
using System.Net.Mime;

namespace GmConnect.Web.Composition;

/// <summary>
/// When even the error page fails: a bare page with the reference that the log also holds. Outermost of ours, it also keeps
/// from people the developers' page with its stack trace, which the framework puts around everything in Development.
/// </summary>
public static partial class LastResort
{
    private const string Page =
        "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Problem - GM-Connect</title></head><body><main>"
        + "<h1>Sorry, there is a problem with the service</h1><p>Try again later.</p><p>Reference: <code>{0}</code></p></main></body></html>";

    public static void UseLastResort(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("GmConnect.Faults");

        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception fault) when (!context.Response.HasStarted)
            {
                var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                Failed(log, fault, reference);
                context.Response.Clear();
                context.Response.StatusCode = (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
                context.Response.ContentType = MediaTypeNames.Text.Html;
                SecurityHeaders.Write(context);
                await context.Response.WriteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Page, reference));
            }
        });
    }

    [LoggerMessage(1, LogLevel.Error, "The error page failed too, reference {Reference}")]
    private static partial void Failed(ILogger log, Exception fault, string reference);
}
