using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Identity;

[Collection(nameof(OverTheWire))]
public class AntiforgeryTests(SharedService shared)
{
    private const string StaleHeading = "This page was open for too long";

    [Fact]
    public async Task PostWithoutToken_IsRefusedWithAPage_AndNobodyIsSignedIn()
    {
        var service = await shared.StartedAsync();
        using var visitor = new Visitor(service.Address);
        var person = await service.AddAsync(Role.Administrator);
        await visitor.GetAsync("/demo");

        var answer = await visitor.PostAsync("/demo/sign-in", ("person", person));

        AssertRefused(answer);
        Assert.Null(answer.Cookie("gm-connect"));
        Assert.Equal(302, (await visitor.GetAsync("/operations")).Status);
    }

    [Fact]
    public async Task PostWithAnothersToken_IsRefused_AndTheyStaySignedIn()
    {
        var service = await shared.StartedAsync();
        using var visitor = await service.VisitorAsync(Role.Administrator);
        using var attacker = await service.VisitorAsync(Role.Administrator);
        var token = (await attacker.GetAsync("/operations")).Token;

        var answer = await visitor.PostAsync("/sign-out", (Visitor.TokenField, token));

        AssertRefused(answer);
        Assert.Equal(200, (await visitor.GetAsync("/operations")).Status);
    }

    [Fact]
    public async Task PostWithATokenFromBeforeSigningIn_IsRefused()
    {
        var service = await shared.StartedAsync();
        using var visitor = new Visitor(service.Address);
        var before = (await visitor.GetAsync("/demo")).Token;
        await visitor.BecomeAsync(await service.AddAsync(Role.Administrator));

        AssertRefused(await visitor.PostAsync("/sign-out", (Visitor.TokenField, before)));
        Assert.Equal(200, (await visitor.GetAsync("/operations")).Status);
    }

    [Fact]
    public async Task PostOfTheAppearance_WithoutToken_ChangesNothing()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Administrator);

        var answer = await visitor.PostAsync("/appearance", ("theme", "dark"), ("back", "/operations"));

        AssertRefused(answer);
        Assert.Null(answer.Cookie("gm-connect-appearance"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task PostWithATokenOfNonsense_IsRefused(string token)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);
        await visitor.GetAsync("/");

        AssertRefused(await visitor.PostAsync("/sign-out", (Visitor.TokenField, token)));
    }

    [Fact]
    public async Task PageOpenedBeforeAKillAndARestart_StillPosts()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = await service.VisitorAsync(Role.Delegate);
        var token = (await visitor.GetAsync("/")).Token;

        await service.KillAsync();
        await service.StartAgainAsync();

        Assert.Contains("Underwood", (await visitor.GetAsync("/")).Body);
        Assert.Equal(302, (await visitor.PostAsync("/sign-out", (Visitor.TokenField, token))).Status);
    }

    private static void AssertRefused(Reply answer)
    {
        Assert.Equal(400, answer.Status);
        Assert.Contains(StaleHeading, answer.Body);
        Assert.StartsWith("text/html", answer.Header("Content-Type"));
    }
}
