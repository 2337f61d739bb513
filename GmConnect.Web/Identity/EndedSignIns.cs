using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace GmConnect.Web.Identity;

/// <summary>
/// Sign-ins that were signed out, so that a copied cookie opens nothing afterwards. Remembered as long as such a cookie could
/// live, in this process only, until several nodes need it: after a restart a copy is good for what is left of its idle time.
/// </summary>
public sealed class EndedSignIns(TimeProvider clock, IConfiguration settings)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new();
    private readonly TimeSpan longest = SignIn.IdleTime(settings);

    public void End(ClaimsPrincipal user)
    {
        var now = clock.GetUtcNow();
        foreach (var (mark, _) in ended.Where(one => one.Value < now))
        {
            ended.TryRemove(mark, out _);
        }

        if (user.SessionMark() is { } session)
        {
            ended[session] = now + longest;
        }
    }

    public bool Has(ClaimsPrincipal user) => user.SessionMark() is { } session && ended.ContainsKey(session);

    public static Task RefuseAsync(CookieValidatePrincipalContext cookie)
    {
        if (cookie.Principal is { } user && cookie.HttpContext.RequestServices.GetRequiredService<EndedSignIns>().Has(user))
        {
            cookie.RejectPrincipal();

            return cookie.HttpContext.SignOutAsync(cookie.Scheme.Name);
        }

        return Task.CompletedTask;
    }
}
