namespace GmConnect.Web.Composition;

/// <summary>
/// A browser says on whose page a WebSocket or a post was begun. What another site begins at the hub is refused, whatever
/// cookies came with it; programs that are no browser say nothing, and the cookie decides.
/// </summary>
public static class OwnOriginAtTheHub
{
    public static void UseOwnOriginAtTheHub(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(LimitsSetup.Hub) && context.Request.Headers.Origin is { Count: > 0 } origin
            && !IsOurs(origin.ToString(), context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;

            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsOurs(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && Uri.Compare(from, here, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
