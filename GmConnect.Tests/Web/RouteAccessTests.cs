using System.Security.Claims;
using System.Text.RegularExpressions;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using static GmConnect.Tests.Web.RouteAccessTests.Who;

namespace GmConnect.Tests.Web;

/// <summary>
/// Who may reach which address. The addresses are discovered, the answers below are written by hand: an address without an
/// answer fails, and so does an answer without an address.
/// </summary>
public class RouteAccessTests(ServiceInProcess service) : IClassFixture<ServiceInProcess>
{
    [Flags]
    public enum Who
    {
        Nobody = 0,
        Anonymous = 1,
        Citizens = 2,
        Workers = 4,
        Analysts = 8,
        Operations = 16,
        Governors = 32,
        Oversight = Analysts | Governors,
        Staff = Workers | Oversight | Operations,
        SignedIn = Citizens | Staff,
        Everybody = Anonymous | SignedIn
    }

    private static readonly Dictionary<string, Who> Expected = new()
    {
        // The service itself
        ["/"] = Everybody,
        ["/contact"] = Everybody,
        ["/accessibility"] = Everybody,
        ["/privacy"] = Everybody,
        ["/cookies"] = Everybody,
        ["/error"] = Everybody,
        ["/not-found"] = Everybody,
        ["/problem/{Code:int}"] = Everybody,
        ["/health/live"] = Everybody,
        ["/health/ready"] = Everybody,
        ["/metrics"] = Everybody,
        ["/theme/*"] = Everybody,
        ["{*path}"] = Everybody,
        // In a built tree, files added since the build; none is for strangers.
        ["{**path:file}"] = Who.SignedIn,

        // Signing in and out
        ["/sign-in"] = Everybody,
        ["/demo"] = Everybody,
        ["/demo/sign-in"] = Everybody,
        ["/sign-out"] = Everybody,
        ["/session/alive"] = Who.SignedIn,
        ["/appearance"] = Who.SignedIn,

        // Families
        ["/story"] = Citizens,
        ["/story/{resident:guid}"] = Citizens,
        ["/story/{resident:guid}/{question}"] = Citizens,
        ["/story/{resident:guid}/{question}/choose"] = Citizens,
        ["/story/{resident:guid}/check"] = Citizens,
        ["/story/{resident:guid}/confirmed"] = Citizens,
        ["/story/{resident:guid}/share"] = Citizens,
        ["/story/{resident:guid}/share/parts"] = Citizens,
        ["/story/{resident:guid}/share/purposes"] = Citizens,
        ["/story/{resident:guid}/share/preview"] = Citizens,
        ["/story/{resident:guid}/shared"] = Citizens,
        ["/consents"] = Citizens,
        ["/consents/{resident:guid}"] = Citizens,
        ["/consents/{resident:guid}/{consent:guid}"] = Citizens,
        ["/consents/{resident:guid}/{consent:guid}/withdraw"] = Citizens,
        ["/consents/{resident:guid}/acting/{delegation:guid}/end"] = Citizens,
        ["/who-looked"] = Citizens,
        ["/who-looked/{resident:guid}"] = Citizens,
        ["/questions"] = Citizens,
        ["/questions/{resident:guid}"] = Citizens,
        ["/questions/{resident:guid}/why/{entry:guid}"] = Citizens,
        ["/questions/{resident:guid}/correct"] = Citizens,
        ["/questions/{resident:guid}/reply/{matter:guid}"] = Citizens,
        ["/questions/{resident:guid}/object"] = Citizens,
        ["/questions/{resident:guid}/place"] = Citizens,
        ["/consents/{resident:guid}/{consent:guid}/renew"] = Citizens,
        ["/consents/{resident:guid}/{consent:guid}/instead"] = Citizens,
        ["/consents/{resident:guid}/asked/{question:guid}"] = Citizens,
        ["/questions/{resident:guid}/copy"] = Citizens,
        ["/questions/{resident:guid}/copy/{matter:guid}"] = Citizens,
        ["/growing-up/{resident:guid}"] = Citizens,
        ["/plan"] = Citizens,
        ["/plan/{resident:guid}"] = Citizens,
        ["/plan/{resident:guid}/goal"] = Citizens,
        ["/plan/{resident:guid}/team"] = Citizens,
        ["/plan/{resident:guid}/comment"] = Citizens,
        ["/plan/{resident:guid}/household"] = Citizens,
        ["/plan/documents/{file:guid}/{document:guid}"] = Citizens,

        // Printed documents
        ["/story/{resident:guid}/passport.pdf"] = Citizens,
        ["/plan/{resident:guid}/shared-plan.pdf"] = Citizens,
        ["/plan/{resident:guid}/leaving-hospital.pdf"] = Citizens,
        ["/consents/{resident:guid}/{consent:guid}/receipt.pdf"] = Citizens,
        ["/staff/referrals/{ReferralId:guid}/passport.pdf"] = Workers,
        ["/staff/plans/{resident:guid}/shared-plan.pdf"] = Workers,
        ["/staff/discharge/{StayId:guid}/summary.pdf"] = Workers,

        // Staff
        ["/staff"] = Workers,
        ["/staff/triage"] = Workers,
        ["/staff/triage/rules"] = Workers,
        ["/staff/referrals/{ReferralId:guid}"] = Workers,
        ["/staff/cases/{CaseId:guid}"] = Workers,
        ["/staff/cases/{file:guid}/documents/{document:guid}"] = Workers,
        ["/staff/discharge"] = Workers,
        ["/staff/discharge/{StayId:guid}"] = Workers,
        ["/staff/residents"] = Workers,
        ["/staff/residents/{ResidentId:guid}"] = Workers,
        ["/governance/guardian"] = Governors,
        ["/governance/guardian/{MatterId:guid}"] = Governors,
        ["/governance"] = Oversight,
        ["/governance/retention"] = Governors,
        ["/governance/agencies"] = Governors,
        ["/governance/agreements"] = Governors,
        ["/governance/agreements/{AgreementId:guid}"] = Governors,
        ["/governance/agreements/new"] = Governors,
        ["/governance/agreements/{AgreementId:guid}/change"] = Governors,
        ["/operations"] = Who.Operations,
        ["/operations/exchange"] = Who.Operations,
        ["/operations/jobs/{**path}"] = Who.Operations,
        ["/_blazor"] = Who.Staff,
        ["/_blazor/negotiate"] = Who.Staff,
        ["/_blazor/disconnect/"] = Who.Staff,
        ["/_blazor/initializers/"] = Who.Staff,

        // Partner systems: the token in the address is the key
        ["/partner/answers/{token}"] = Everybody,
        ["/simulated-partners/{agency}/events"] = Everybody
    };

    /// <summary>One person of each role of the demonstration.</summary>
    private static readonly (string Person, Who Is)[] People =
    [
        ("george-ashworth", Citizens), ("helen-ashworth", Citizens), ("social-worker-salford", Workers), ("triage-lead-salford", Workers),
        ("discharge-salford-royal", Workers), ("guardian-gm", Governors), ("governance-lead-bolton", Governors), ("analyst-gm", Analysts),
        ("administrator-gm", Who.Operations)
    ];

    [Fact]
    public void EveryAddress_HasAnAnswer_AndEveryAnswerAnAddress()
    {
        var found = Addresses().Select(address => address.Name).ToHashSet();

        Assert.Equal([], found.Except(Expected.Keys).Order());
        Assert.Equal([], Expected.Keys.Except(found).Order());
    }

    [Fact]
    public async Task EveryRole_ReachesWhatIsWritten_AndIsToldOfNothingElse()
    {
        var list = await service.Started().Services.GetRequiredService<ListSignInPeople>().ExecuteAsync();
        var wrong = new List<string>();
        foreach (var (handle, role) in People.Append(("", Anonymous)))
        {
            using var visitor = new Visitor(service.Address);
            var principal = new ClaimsPrincipal(new ClaimsIdentity());
            if (role != Anonymous)
            {
                await visitor.BecomeAsync(handle);
                principal = SignedInPerson.Of(list.Single(person => person.Handle == handle)).ToPrincipal();
            }

            foreach (var (name, endpoint) in Addresses())
            {
                var may = Expected.GetValueOrDefault(name).HasFlag(role);
                if (await PolicyPermitsAsync(endpoint, principal) != may)
                {
                    wrong.Add($"{name} for {(handle.Length == 0 ? "nobody signed in" : handle)}: the policy says {!may}");
                }

                if (!name.Contains('*') && await AnswersAsync(visitor, endpoint) is var answer && IsTurnedAway(answer, role) == may
                    // A page that may be reached says "not found" itself of somebody nobody has.
                    && !(may && answer.Status == 404 && (name.Contains('{') || name == "/not-found")))
                {
                    wrong.Add($"{name} for {(handle.Length == 0 ? "nobody signed in" : handle)}: answered {answer.Status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryRole_HasAHome_ThatIsTheirs()
    {
        foreach (var (role, home) in Enum.GetValues<Role>().Except([Role.PartnerSystem]).Select(role => (role, Homes.Of(role))))
        {
            var who = role.IsCitizen() ? Citizens
                : role.IsWorker() ? Workers
                : role is Role.Administrator ? Who.Operations
                : Oversight;

            Assert.True(Expected.TryGetValue(home, out var may) && may.HasFlag(who), $"{role} starts at {home}");
        }
    }

    private static bool IsTurnedAway((int Status, string? Location) answer, Who role) => role == Anonymous
        ? answer.Status == 401 || (answer.Status == 302 && answer.Location?.Contains("/sign-in?", StringComparison.Ordinal) == true)
        : answer.Status == 404;

    private static async Task<(int Status, string? Location)> AnswersAsync(Visitor visitor, RouteEndpoint endpoint)
    {
        var path = Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", hole => hole.Value.Contains(":int") ? "404" : Guid.Empty.ToString());
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        var answer = methods.Count > 0 && !methods.Contains(HttpMethods.Get) ? await visitor.PostAsync(path) : await visitor.GetAsync(path);

        return (answer.Status, answer.Location);
    }

    private async Task<bool> PolicyPermitsAsync(RouteEndpoint endpoint, ClaimsPrincipal principal)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        using var scope = service.Services.CreateScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(
            policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
            ?? await policies.GetFallbackPolicyAsync();

        return policy is null
            || (await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(principal, null, policy)).Succeeded;
    }

    /// <summary>Files of the build stand under their own rule: anybody may fetch them, and they hold nothing of anybody.</summary>
    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Addresses() => service.Started().Services
        .GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/_framework", StringComparison.Ordinal) != true)
        .Select(endpoint => (Name(endpoint.RoutePattern.RawText!), endpoint));

    private static string Name(string pattern) => pattern.StartsWith("/theme/", StringComparison.Ordinal) ? "/theme/*" : pattern;
}
