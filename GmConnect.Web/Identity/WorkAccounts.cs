using System.Security.Claims;
using GmConnect.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GmConnect.Web.Identity;

/// <summary>Finds the account that a work identity (directory and object id) belongs to.</summary>
public sealed class WorkAccounts(ListSignInPeople list)
{
    /// <summary>Nothing when it belongs to nobody here.</summary>
    public async Task<SignedInPerson?> FindAsync(string directoryId, string objectId, CancellationToken cancellationToken = default) =>
        await list.ByExternalIdAsync($"{directoryId}/{objectId}", cancellationToken) is { } found ? SignedInPerson.Of(found) : null;
}

/// <summary>Staff sign in with their organisation's directory, where the settings have a section "AzureAd".</summary>
public static class WorkAccountSignIn
{
    public static bool HasWorkAccounts(this IConfiguration settings) => settings.GetSection("AzureAd").Exists();

    public static void AddWorkAccounts(this AuthenticationBuilder authentication, IConfiguration settings)
    {
        if (!settings.HasWorkAccounts())
        {
            return;
        }

        authentication.Services.AddScoped<WorkAccounts>();
        authentication.AddMicrosoftIdentityWebApp(settings.GetSection("AzureAd"), cookieScheme: null);
        authentication.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, directory =>
        {
            directory.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            // A code that only this service can redeem; the default would send the token itself through the browser.
            directory.ResponseType = OpenIdConnectResponseType.Code;
            directory.SaveTokens = false;
            directory.Events.OnTokenValidated += TakeOurAccountAsync;
            directory.Events.OnRemoteFailure += failed =>
            {
                failed.Response.Redirect($"{SignIn.Page}?problem=work");
                failed.HandleResponse();

                return Task.CompletedTask;
            };
        });
    }

    public static void MapWorkAccounts(this WebApplication app)
    {
        if (app.Configuration.HasWorkAccounts())
        {
            app.MapPost("/sign-in/work", () => Results.Challenge(
                    new AuthenticationProperties { RedirectUri = "/" }, [OpenIdConnectDefaults.AuthenticationScheme]))
                .AddEndpointFilter<RefuseForgedForms>()
                .AllowAnonymous();
        }
    }

    private static async Task TakeOurAccountAsync(TokenValidatedContext validated)
    {
        var identity = validated.Principal ?? new ClaimsPrincipal();
        var accounts = validated.HttpContext.RequestServices.GetRequiredService<WorkAccounts>();
        var person = identity.GetTenantId() is { } directory && identity.GetObjectId() is { } worker
            ? await accounts.FindAsync(directory, worker, validated.HttpContext.RequestAborted)
            : null;

        if (person is null)
        {
            validated.Fail("The work account belongs to nobody here.");
        }
        else
        {
            validated.Principal = person.ToPrincipal();
        }
    }
}
