using System.Reflection;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Tests.Web.Identity;

/// <summary>What an address answers to whoever has no right to it, for every page there is.</summary>
[Collection(nameof(OverTheWire))]
public class RouteTests(SharedService shared)
{
    private static readonly (string Route, Type Page)[] Pages =
    [
        .. from page in typeof(Program).Assembly.GetTypes()
           from route in page.GetCustomAttributes<RouteAttribute>()
           select (route.Template, page)
    ];

    public static TheoryData<string> Closed => [.. Pages.Where(found => !IsOpen(found.Page)).Select(found => found.Route)];

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task ClosedPage_WithoutSignIn_LeadsToSignIn(string route)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.GetAsync(Filled(route));

        Assert.Equal(302, answer.Status);
        Assert.Equal("/sign-in", new Uri(answer.Location!).AbsolutePath);
        Assert.Equal((await shared.StartedAsync()).Address.Authority, new Uri(answer.Location!).Authority);
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task ClosedPage_PostedWithoutSignIn_SaysSoAndKeepsWhatWasTyped(string route)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.FillInAsync("/demo", Filled(route), ("words", "typed"));

        Assert.Equal(401, answer.Status);
        Assert.Contains("You are signed out", answer.Body);
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Delegate)]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.DischargeCoordinator)]
    [InlineData(Role.GovernanceLead)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Administrator)]
    public async Task PageOfAnotherRole_IsTheSameAsNoPage_LetterByLetter(Role role)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(role);
        var unknown = await visitor.GetAsync("/no-such-page");
        var refused = new List<string>();

        foreach (var (route, _) in Pages)
        {
            var answer = await visitor.GetAsync(Filled(route));
            Assert.NotEqual(403, answer.Status);
            if (answer.Status == 404 && route != "/not-found" && !route.StartsWith("/problem/", StringComparison.Ordinal))
            {
                refused.Add(route);
                Assert.Equal(WithoutTokens(unknown.Body), WithoutTokens(WithoutWhatWasAsked(answer.Body)));
                Assert.Equal(Names(unknown), Names(answer));
            }
        }

        // An administrator's pages are all there are so far; every other role is refused theirs.
        Assert.True(role == Role.Administrator || refused.Count > 0, "no page refused this role");
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/session/alive")]
    [InlineData("/_blazor/disconnect")]
    [InlineData("/_blazor/initializers")]
    public async Task AddressForMachines_WithoutSignIn_IsABareStatus(string path)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = path.EndsWith("negotiate", StringComparison.Ordinal) || path.EndsWith("disconnect", StringComparison.Ordinal)
            ? await visitor.PostAsync(path)
            : await visitor.GetAsync(path);

        Assert.Equal(401, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("/_framework/no-such-file.js")]
    [InlineData("/css/no-such-file.css")]
    [InlineData("/fhir/R4/Patient")]
    [InlineData("/partner/nothing")]
    public async Task UnknownAddressForMachines_IsABareNotFound(string path)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.GetAsync(path);

        Assert.True(answer.Status is 401 or 404, $"answered {answer.Status}");
        Assert.DoesNotContain("<html", answer.Body);
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Delegate)]
    public async Task Citizens_OpenNoCircuit(Role role)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(role);

        Assert.Equal(404, (await visitor.PostAsync("/_blazor/negotiate?negotiateVersion=1")).Status);
    }

    [Fact]
    public void EveryStaffPage_SaysWhoMayComeIn()
    {
        var withoutPolicy = Pages
            .Where(found => !IsOpen(found.Page))
            .Where(found => found.Page.GetCustomAttributes<AuthorizeAttribute>().All(allowed => allowed.Policy is null))
            .Select(found => found.Route);

        Assert.Empty(withoutPolicy);
    }

    private static bool IsOpen(Type page) => page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true);

    // An id nobody has, in each place where the address holds one.
    private static string Filled(string route) => System.Text.RegularExpressions.Regex.Replace(
        route, @"\{[^}]+\}", hole => hole.Value.Contains(":int", StringComparison.Ordinal) ? "404" : Guid.Empty.ToString());

    // The navigation keeps to the address that the asker typed.
    private static string WithoutWhatWasAsked(string body) =>
        body.Replace($"/{Guid.Empty}", "", StringComparison.Ordinal).Replace(" aria-current=\"page\"", "", StringComparison.Ordinal);

    private static string WithoutTokens(string body) => System.Text.RegularExpressions.Regex.Replace(
        body, """(?<=name="__RequestVerificationToken"[^>]*value=")[^"]+|<!--Blazor-.*?-->""", "");

    private static string Names(Reply answer) =>
        string.Join(", ", answer.Headers.Select(header => header.Key).Where(name => name is not "Set-Cookie").Order());
}
