using GmConnect.Domain.Common;
using Microsoft.AspNetCore.Authorization;

namespace GmConnect.Web.Identity;

/// <summary>
/// Who may reach which pages, by role. Which record a person may open is never decided here: that is the sharing
/// decision's. An address without a policy needs a signed-in person.
/// </summary>
public static class Policies
{
    public const string Citizen = nameof(Citizen);
    public const string Staff = nameof(Staff);
    public const string Worker = nameof(Worker);
    public const string Triage = nameof(Triage);
    public const string Discharge = nameof(Discharge);
    public const string Guardian = nameof(Guardian);
    public const string Governance = nameof(Governance);
    public const string Oversight = nameof(Oversight);
    public const string Operations = nameof(Operations);
    public const string Analyst = nameof(Analyst);

    private static readonly Dictionary<string, Role[]> RolesOf = new()
    {
        [Citizen] = [.. Roles.OfCitizens],
        [Staff] = [.. Enum.GetValues<Role>().Except(Roles.OfCitizens).Except([Role.PartnerSystem])],
        [Worker] = [.. Roles.OfWorkers],
        [Triage] = [.. Roles.OfWorkers],
        [Discharge] = [.. Roles.OfWorkers],
        [Guardian] = [Role.DataGuardian],
        [Governance] = [Role.DataGuardian, Role.GovernanceLead],
        [Oversight] = [Role.DataGuardian, Role.GovernanceLead, Role.Analyst],
        [Operations] = [Role.Administrator],
        [Analyst] = [Role.Analyst]
    };

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var (name, roles) in RolesOf)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.Current() is { } actor && roles.Contains(actor.Role)));
        }
    }
}
