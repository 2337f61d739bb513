using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Web.Composition;

/// <summary>What the content policy stops in a real browser, and that nothing of ours is among it.</summary>
[Collection(nameof(InTheBrowser))]
public class ContentPolicyTests(Browser browser, SharedService shared)
{
    /// <summary>Answers once as many directives were broken as are expected, or when no more is coming in 20 seconds.</summary>
    private const string Inject = """
        async expected => {
            const broken = new Set();
            const allBroken = new Promise(done => document.addEventListener('securitypolicyviolation', event => {
                if (broken.add(event.effectiveDirective).size === expected) done();
            }));
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
            const handler = document.createElement('b');
            handler.setAttribute('onclick', 'window.injected = true');
            document.body.append(handler);
            handler.click();
            const style = document.createElement('style');
            style.textContent = 'body { background: rgb(1, 2, 3) !important }';
            document.head.append(style);
            const image = new Image();
            image.src = 'https://evil.example/a.png';
            await fetch('https://evil.example/').catch(() => {});
            const form = document.createElement('form');
            form.method = 'post';
            form.action = 'https://evil.example/';
            document.body.append(form);
            form.submit();
            await Promise.race([allBroken, new Promise(done => setTimeout(done, 20000))]);
            return {
                script: window.injected === true,
                style: getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)',
                broken: [...broken].sort().join(' ')
            };
        }
        """;

    private const string Refused = "connect-src form-action img-src script-src-attr script-src-elem style-src-elem";

    [BrowserTheory]
    [InlineData(Role.Delegate, "/privacy")]
    [InlineData(Role.Administrator, "/operations")]
    public async Task InjectedScriptStyleAndSending_AreBlocked(Role role, string path)
    {
        var service = await shared.StartedAsync();
        var page = await browser.OpenAsync(Screen.Desk);
        await page.BecomeAsync(service, await service.AddAsync(role));
        await page.GotoAsync(new Uri(service.Address, path).ToString());
        await page.Locator("main h1").WaitForAsync();

        var done = await page.EvaluateAsync<Injected>(Inject, Refused.Split(' ').Length);

        Assert.Equal(new Injected { Broken = Refused }, done);
        Assert.StartsWith(service.Address.ToString(), page.Url);
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/staff")]
    public async Task OurPages_AreFramedByNobody(string path)
    {
        var service = await shared.StartedAsync();
        var page = await browser.OpenAsync(Screen.Desk);
        await page.BecomeAsync(service, "discharge-salford-royal");
        // Even by a page of our own origin.
        await page.RouteAsync("**/framing", route => route.FulfillAsync(new()
        {
            ContentType = "text/html", Body = $"<iframe src=\"{new Uri(service.Address, path)}\"></iframe>"
        }));

        await page.GotoAsync(new Uri(service.Address, "/framing").ToString());

        await Eventually.AsyncIsTrue(() => Task.FromResult(page.Frames[1].Url.StartsWith("chrome-error:", StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task NoPageOfOurs_BreaksItsOwnPolicyOrLogsAFault()
    {
        var service = await shared.StartedAsync();
        var (worker, casePath) = await service.SomebodyWithACaseAsync();
        await CleanAsync(service, null, "/", "/sign-in", "/demo", "/privacy", "/cookies", "/contact", "/accessibility", "/error");
        await CleanAsync(service, "helen-ashworth", "/story", "/consents", "/who-looked", "/plan");
        await CleanAsync(service, worker, "/staff", casePath);
        await CleanAsync(service, "triage-lead-salford", "/staff/triage");
        await CleanAsync(service, "guardian-gm", "/governance");
        await CleanAsync(service, "administrator-gm", "/operations", "/operations/exchange");
    }

    private async Task CleanAsync(RunningService service, string? person, params string[] paths)
    {
        var page = await browser.OpenAsync(Screen.Desk);
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                said.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => said.Add($"{page.Url}: {error}");
        if (person is not null)
        {
            await page.BecomeAsync(service, person);
        }

        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(service.Address, path).ToString());
            await page.Locator("main h1").First.WaitForAsync();
            // The console keeps its order: what the page said until it was painted comes before this.
            await page.RunAndWaitForConsoleMessageAsync(
                () => page.EvaluateAsync("() => requestAnimationFrame(() => requestAnimationFrame(() => console.info('painted')))"),
                new() { Predicate = message => message.Text == "painted" });
        }

        Assert.Empty(said);
    }

    private sealed record Injected
    {
        public bool Script { get; init; }

        public bool Style { get; init; }

        public string Broken { get; init; } = "";
    }
}
