using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

/// <summary>The policies word for word: a change of one letter is a decision, and this is where it is noticed.</summary>
[Collection(nameof(OverTheWire))]
public class SecurityHeadersTests(SharedService shared)
{
    private const string Citizen =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string Staff = Citizen + "; script-src 'self'; connect-src 'self'; font-src 'self'; style-src-attr 'unsafe-inline'";

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/privacy", 200)]
    [InlineData("/sign-in", 200)]
    [InlineData("/demo", 200)]
    [InlineData("/error", 200)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/metrics", 200)]
    [InlineData("/mark.svg", 200)]
    [InlineData("/_blazor", 401)]
    [InlineData("/_framework/blazor.web.js", 200)]
    public async Task Anybody_GetsThePolicyWithoutScript_OnWhateverIsNoStaffPage(string path, int status)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(Citizen, answer.Header("Content-Security-Policy"));
        AssertTheRest(answer);
    }

    [Fact]
    public async Task StaffPage_AddsOurScriptAndStyleAttributesAndNothingElse()
    {
        using var administrator = await (await shared.StartedAsync()).VisitorAsync(Role.Administrator);

        var answer = await administrator.GetAsync("/operations");

        Assert.Equal(200, answer.Status);
        Assert.Equal(Staff, answer.Header("Content-Security-Policy"));
        Assert.DoesNotContain("<style", answer.Body);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc="")[^>]*>", answer.Body);
        AssertTheRest(answer);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/privacy")]
    [InlineData("/no-such-page")]
    public async Task CitizenDocument_HoldsNoScriptAndNoStyleOfItsOwn(string path)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        var answer = await visitor.GetAsync(path);

        Assert.DoesNotContain("<script", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"<[^>]+\s(style|on\w+)=", answer.Body);
    }

    [Theory]
    [InlineData(Role.Delegate, "/")]
    [InlineData(Role.Delegate, "/no-such-page")]
    [InlineData(Role.Administrator, "/operations")]
    [InlineData(Role.Administrator, "/session/alive")]
    public async Task SignedIn_NothingIsKeptByAnyCache(Role role, string path)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(role);

        Assert.Equal("no-store", (await visitor.GetAsync(path)).Header("Cache-Control"));
    }

    [Fact]
    public async Task Files_MayBeKept_AlsoByTheSignedIn()
    {
        using var administrator = await (await shared.StartedAsync()).VisitorAsync(Role.Administrator);

        Assert.DoesNotContain("no-store", (await administrator.GetAsync("/css/staff.css")).Header("Cache-Control") ?? "");
    }

    [Fact]
    public async Task FormsAndSignInPages_AreNotKeptEither()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        Assert.Contains("no-store", (await visitor.GetAsync("/demo")).Header("Cache-Control"));
    }

    [Fact]
    public async Task JobsDashboard_IsNothingToAnybodyButTheAdministrator()
    {
        var service = await shared.StartedAsync();
        using var worker = await service.VisitorAsync(Role.CaseWorker);
        using var administrator = await service.VisitorAsync(Role.Administrator);

        var refused = await worker.GetAsync("/operations/jobs");
        var shown = await administrator.GetAsync("/operations/jobs");

        Assert.Equal(404, refused.Status);
        // Hangfire writes inline script; only where its dashboard is really shown may a policy allow that.
        Assert.Equal(Citizen, refused.Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", shown.Header("Content-Security-Policy"));
        AssertTheRest(refused);
        AssertTheRest(shown);
    }

    private static void AssertTheRest(Reply answer)
    {
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"));
        Assert.Empty(answer.Headers["Server"]);
        Assert.Empty(answer.Headers["X-Powered-By"]);
        // One header rules framing: a second one would have to agree with it for ever.
        Assert.Empty(answer.Headers["X-Frame-Options"]);
    }
}
