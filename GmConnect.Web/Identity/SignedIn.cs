using System.Security.Claims;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace GmConnect.Web.Identity;

/// <summary>One account in one capacity, as it is shown on every page: "Amira Khan, discharge coordinator, Salford Royal".</summary>
public sealed record SignedInPerson(Actor Actor, string JobTitle, string? AgencyName)
{
    public static SignedInPerson Of(SignInPerson person) => new(person.Actor, person.JobTitle ?? "", person.AgencyName);

    public string Capacity => AgencyName is null ? JobTitle : $"{JobTitle}, {AgencyName}";
}

/// <summary>The signed-in person as claims in the cookie, and back.</summary>
public static class SignedIn
{
    private const string Resident = "gm:resident";
    private const string Agency = "gm:agency";
    private const string Job = "gm:job";
    private const string AgencyName = "gm:agency-name";
    private const string Session = "gm:session";

    public static ClaimsPrincipal ToPrincipal(this SignedInPerson person)
    {
        var actor = person.Actor;
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, actor.AccountId.ToString()),
            new(ClaimTypes.Name, actor.DisplayName),
            new(ClaimTypes.Role, actor.Role.ToString()),
            new(Job, person.JobTitle),
            new(Session, Guid.NewGuid().ToString("N"))
        ];
        AddWhenKnown(claims, Resident, actor.ResidentId?.ToString());
        AddWhenKnown(claims, Agency, actor.AgencyId?.ToString());
        AddWhenKnown(claims, AgencyName, person.AgencyName);

        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Null when nobody is signed in, or the cookie does not hold a whole person.</summary>
    public static Actor? Current(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(account, user.FindFirstValue(ClaimTypes.Name) ?? "", role, Id(user, Resident), Id(user, Agency))
            : null;

    public static SignedInPerson? Person(this ClaimsPrincipal user) => user.Current() is { } actor
        ? new SignedInPerson(actor, user.FindFirstValue(Job) ?? "", user.FindFirstValue(AgencyName))
        : null;

    /// <summary>Names this one sign-in, so that text kept in a browser tab is offered back to nobody else.</summary>
    public static string? SessionMark(this ClaimsPrincipal user) => user.FindFirstValue(Session);

    private static Guid? Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;

    private static void AddWhenKnown(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(type, value));
        }
    }
}
