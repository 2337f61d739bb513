using System.Diagnostics;

namespace GmConnect.Web.Composition;

public static partial class RequestLog
{
    /// <summary>One line a request: method, route pattern (never the address, which may hold an id), status, time.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("GmConnect.Requests");

        app.Use(async (context, next) =>
        {
            var (started, method) = (Stopwatch.GetTimestamp(), context.Request.Method);
            await next(context);

            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            Answered(log, method, route, context.Response.StatusCode,
                (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);
}
