using System.Security.Cryptography;
using System.Web;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Identity;

/// <summary>Staff sign in with their organisation's directory, in Production, through the real handler.</summary>
public sealed class WorkAccountTests : IAsyncLifetime
{
    private const string Worker = "99999999-8888-7777-6666-555555555555";
    private const string SignInCookie = "__Host-gm-connect";

    private WorkDirectory _directory = null!;
    private RunningService _service = null!;

    public async Task InitializeAsync()
    {
        _directory = await WorkDirectory.StartAsync();
        _service = await RunningService.StartUnreadyAsync(
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Demonstration__Residents", ""), ("Proxy__Addresses__0", "127.0.0.1"),
            .. _directory.Settings
        ]);
        await _service.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _directory.DisposeAsync();
    }

    [Fact]
    public async Task KnownWorker_IsSentToTheDirectoryAndComesBackAsTheirAccount()
    {
        await _service.AddAsync(Role.Administrator, $"{_directory.Tenant}/{Worker}");
        using var visitor = NewVisitor();

        var asked = await AskAsync(visitor);
        _directory.IdToken = _directory.TokenFor(Worker, asked["nonce"]!);
        var answer = await ComeBackAsync(visitor, asked);

        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal($"https://{_service.Address.Authority}/signin-oidc", asked["redirect_uri"]);
        Assert.Equal((302, "/"), (answer.Status, answer.Location));
        var redeemed = Assert.Single(_directory.Redeemed);
        Assert.Equal("authorization_code", redeemed["grant_type"]);
        Assert.NotEmpty(redeemed["code_verifier"]);

        var cookie = answer.Cookie(SignInCookie)!;
        foreach (var attribute in new[] { "; secure", "; httponly", "; samesite=lax", "; path=/" })
        {
            Assert.Contains(attribute, cookie);
        }

        Assert.DoesNotContain("; domain=", cookie);
        var page = await visitor.GetAsync("/operations");
        Assert.Equal(200, page.Status);
        Assert.Contains("Underwood-Zephyr", page.Body);
        Assert.DoesNotContain("Quentin At Work", page.Body);
        Assert.DoesNotContain("quentin@example.org", _service.Output);
        Assert.DoesNotContain("Underwood", _service.Output);
    }

    [Fact]
    public async Task TokenThatIsNotTheDirectorys_SignsNobodyIn()
    {
        await _service.AddAsync(Role.Administrator, $"{_directory.Tenant}/{Worker}");
        using var stranger = RSA.Create(2048);
        using var visitor = NewVisitor();

        await AssertRefusedAsync(visitor, nonce => _directory.TokenFor(Worker, nonce, issuer: $"https://evil.example/{_directory.Tenant}/v2.0"));
        await AssertRefusedAsync(visitor, nonce => _directory.TokenFor(Worker, nonce, issuer: $"{_directory.Address}{Guid.NewGuid()}/v2.0"));
        await AssertRefusedAsync(visitor, nonce => _directory.TokenFor(Worker, nonce, audience: Guid.NewGuid().ToString()));
        await AssertRefusedAsync(visitor, nonce => _directory.TokenFor(Worker, nonce, signedBy: stranger));
        await AssertRefusedAsync(visitor, _ => _directory.TokenFor(Worker, "another-nonce"));
        // And the one that is right in everything is not refused, by the same way.
        var asked = await AskAsync(visitor);
        _directory.IdToken = _directory.TokenFor(Worker, asked["nonce"]!);
        Assert.NotNull((await ComeBackAsync(visitor, asked)).Cookie(SignInCookie));
    }

    [Fact]
    public async Task WorkerWhoIsUnknownHere_IsToldSo_AndACodeNobodyAskedForIsRefused()
    {
        using var visitor = NewVisitor();
        await AssertRefusedAsync(visitor, nonce => _directory.TokenFor(Worker, nonce));
        Assert.Contains("not known here", (await visitor.GetAsync("/sign-in?problem=work")).Body);

        using var victim = NewVisitor();
        var asked = await AskAsync(visitor);
        _directory.IdToken = _directory.TokenFor(Worker, asked["nonce"]!);
        Assert.Null((await ComeBackAsync(victim, asked)).Cookie(SignInCookie));
    }

    [Fact]
    public async Task Challenge_NeedsItsForm_AndCitizensPagesGoOn()
    {
        using var visitor = NewVisitor();

        Assert.Equal(400, (await visitor.PostAsync("/sign-in/work")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
        // Whoever is not signed in is led to our page with both ways in, never straight to the directory.
        Assert.StartsWith($"https://{_service.Address.Authority}/sign-in", (await visitor.GetAsync("/story")).Location);
        Assert.Contains("Sign in with your work account", (await visitor.GetAsync("/sign-in")).Body);
        Assert.Equal(404, (await visitor.GetAsync("/MicrosoftIdentity/Account/SignIn")).Status);
    }

    private Visitor NewVisitor() => new(_service.Address, ("X-Forwarded-Proto", "https"));

    private async Task<System.Collections.Specialized.NameValueCollection> AskAsync(Visitor visitor)
    {
        var sent = await visitor.FillInAsync("/sign-in", "/sign-in/work");

        Assert.Equal(302, sent.Status);
        Assert.StartsWith($"{_directory.Address}{_directory.Tenant}/oauth2/v2.0/authorize?", sent.Location);

        return HttpUtility.ParseQueryString(new Uri(sent.Location!).Query);
    }

    private static Task<Reply> ComeBackAsync(Visitor visitor, System.Collections.Specialized.NameValueCollection asked) =>
        visitor.PostAsync("/signin-oidc", ("code", "a-code"), ("state", asked["state"]!));

    private async Task AssertRefusedAsync(Visitor visitor, Func<string, string> token)
    {
        var asked = await AskAsync(visitor);
        _directory.IdToken = token(asked["nonce"]!);

        var answer = await ComeBackAsync(visitor, asked);

        Assert.Equal((302, "/sign-in?problem=work"), (answer.Status, answer.Location));
        Assert.Null(answer.Cookie(SignInCookie));
    }
}
