using GmConnect.Domain.Common;
using Microsoft.AspNetCore.Components.Authorization;

namespace GmConnect.Web.Identity;

/// <summary>Who is acting, for pages: the same on a static page and in a circuit.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>Only for pages that need sign-in: throws where nobody is.</summary>
    public async Task<Actor> GetAsync() => await FindAsync()
        ?? throw new InvalidOperationException("This page needs a signed-in person and has none.");

    public async Task<Actor?> FindAsync() => (await authentication.GetAuthenticationStateAsync()).User.Current();
}
