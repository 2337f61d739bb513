using System.Net;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace GmConnect.Tests.Web.Identity;

[Collection(nameof(OverTheWire))]
public class CookieTests(SharedService shared)
{
    private const string SignInCookie = "gm-connect";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task SignInCookie_IsHiddenFromScriptAndFromOtherSites_AndEndsWithTheBrowser()
    {
        var service = await shared.StartedAsync();
        using var visitor = new Visitor(service.Address);

        var line = (await visitor.BecomeAsync(await service.AddAsync(Role.CaseWorker))).Cookie(SignInCookie)!;

        Assert.Contains("; httponly", line);
        Assert.Contains("; samesite=lax", line);
        Assert.Contains("; path=/", line);
        Assert.DoesNotContain("; expires=", line);
        Assert.DoesNotContain("; domain=", line);
    }

    [Fact]
    public async Task SignInCookie_TellsNothingToWhoeverReadsIt()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.CaseWorker);

        var value = visitor.Cookies[SignInCookie];
        var unpacked = Encoding.Latin1.GetString(
            Convert.FromBase64String(value.Replace('-', '+').Replace('_', '/').PadRight((value.Length + 3) / 4 * 4, '=')));

        foreach (var told in new[] { "Underwood", "Zephyr", People.AgencyName, nameof(Role.CaseWorker) })
        {
            Assert.DoesNotContain(told, WebUtility.UrlDecode(value), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(told, unpacked, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task SigningOut_TakesTheCookieAndWhatTheBrowserKept()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);

        var answer = await visitor.FillInAsync("/", "/sign-out");

        Assert.Equal((302, "/"), (answer.Status, answer.Location));
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Cookie(SignInCookie));
        Assert.Contains("\"storage\"", answer.Header("Clear-Site-Data"));
        Assert.DoesNotContain("Underwood", (await visitor.GetAsync("/")).Body);
    }

    [Fact]
    public async Task CookieCopiedBeforeSigningOut_OpensNothingAfterwards()
    {
        var service = await shared.StartedAsync();
        using var visitor = await service.VisitorAsync(Role.Administrator);
        using var thief = new Visitor(service.Address) { Cookies = { [SignInCookie] = visitor.Cookies[SignInCookie] } };
        Assert.Equal(200, (await thief.GetAsync("/operations")).Status);

        await visitor.FillInAsync("/operations", "/sign-out");

        Assert.Equal(302, (await thief.GetAsync("/operations")).Status);
        Assert.Equal(401, (await thief.GetAsync("/_blazor")).Status);
    }

    [Fact]
    public async Task SigningOut_EndsThisSignInOnly()
    {
        var service = await shared.StartedAsync();
        var person = await service.AddAsync(Role.Administrator);
        using var atTheDesk = new Visitor(service.Address);
        using var onTheWard = new Visitor(service.Address);
        await atTheDesk.BecomeAsync(person);
        await onTheWard.BecomeAsync(person);

        await atTheDesk.FillInAsync("/operations", "/sign-out");

        Assert.Equal(200, (await onTheWard.GetAsync("/operations")).Status);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(120)]
    [InlineData(-5)]
    public async Task CookieWithOneLetterChanged_IsNobodys(int at)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Administrator);
        var letters = visitor.Cookies[SignInCookie].ToCharArray();
        var place = at < 0 ? letters.Length + at : at;
        letters[place] = letters[place] == 'A' ? 'B' : 'A';

        visitor.Cookies[SignInCookie] = new string(letters);
        var answer = await visitor.GetAsync("/operations");

        Assert.Equal(302, answer.Status);
        Assert.StartsWith("/sign-in", new Uri(answer.Location!).AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8")]
    [InlineData("%00%0d%0aSet-Cookie:x=y")]
    public async Task CookieOfNonsense_IsNobodys(string value)
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address) { Cookies = { [SignInCookie] = value } };

        Assert.Equal(302, (await visitor.GetAsync("/operations")).Status);
    }

    [Fact]
    public async Task IdleCookie_IsRenewedPastHalfItsTime_AndDiesWhenNobodyComes()
    {
        var clock = new FakeTimeProvider(World.Start);
        await using var service = new ServiceInProcess { Clock = clock }.Started();
        using var visitor = new Visitor(service.Address);
        await visitor.BecomeAsync("administrator-gm");
        var first = visitor.Cookies[SignInCookie];

        Assert.Null((await visitor.GetAsync("/operations")).Cookie(SignInCookie));
        clock.Advance(Idle * 0.6);
        Assert.NotNull((await visitor.GetAsync("/session/alive")).Cookie(SignInCookie));
        clock.Advance(Idle * 0.6);

        // The first cookie is past its time by now; the renewed one is not.
        using var late = new Visitor(service.Address) { Cookies = { [SignInCookie] = first } };
        Assert.Equal(302, (await late.GetAsync("/operations")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/operations")).Status);
        clock.Advance(Idle + TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await visitor.GetAsync("/operations")).Status);
    }
}
