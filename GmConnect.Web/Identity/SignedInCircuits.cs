using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace GmConnect.Web.Identity;

/// <summary>Who is signed in, for an open staff page: nobody any more soon after they signed out in another tab.</summary>
public sealed class SignedInCircuits(ILoggerFactory logs, EndedSignIns ended, IConfiguration settings)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(settings.GetValue("SignIn:RecheckSeconds", 20));

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken) =>
        Task.FromResult(!ended.Has(state.User));
}
