using System.Text.RegularExpressions;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

[Collection(nameof(OverTheWire))]
public class WatchingTests(SharedService shared)
{
    [Fact]
    public async Task Health_IsToldToAnybodyInAWord()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        Assert.Equal(200, (await visitor.GetAsync("/health/live")).Status);
        var ready = await visitor.GetAsync("/health/ready");

        Assert.Equal(200, ready.Status);
        Assert.Equal("""{"ready":true,"notReady":[]}""", ready.Body);
        Assert.Contains("no-store", ready.Header("Cache-Control"));
    }

    [Fact]
    public async Task Metrics_HoldCircuitsMemoryAndOurOwn_AndNobodysName()
    {
        await using var service = await RunningService.StartAsync();
        using var person = await service.VisitorAsync(Role.Administrator);
        await person.GetAsync("/operations?words=Underwood");
        await person.GetAsync("/Underwood/Zephyr");
        await person.GetAsync($"/story/{Guid.Empty}");

        var text = "";
        await Eventually.AsyncIsTrue(async () =>
            (text = (await person.GetAsync("/metrics")).Body).Contains("dotnet_gc", StringComparison.Ordinal));

        Assert.Contains("http_server_request_duration", text);
        Assert.Contains("gmconnect_", text);
        // Measured from the first circuit on; the test of circuits opens one.
        foreach (var told in new[] { "Underwood", "Zephyr", People.AgencyName, "test-", Guid.Empty.ToString() })
        {
            Assert.DoesNotContain(told, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task RequestLog_HoldsRoutesAndNeverAddresses()
    {
        await using var service = await RunningService.StartAsync();
        using var person = await service.VisitorAsync(Role.Delegate);
        var id = Guid.NewGuid();

        await person.GetAsync($"/story/{id}?words=Underwood");
        await person.GetAsync("/Zephyr");
        await person.PostAsync("/demo/sign-in?person=Zephyr", ("person", "Zephyr"));

        Assert.Matches(@"GET /?story/\{resident:guid\} answered 404", service.Output);
        Assert.DoesNotContain(id.ToString(), service.Output);
        Assert.DoesNotContain("Zephyr", service.Output);
        Assert.DoesNotContain("Underwood", service.Output);
    }

    [Fact]
    public async Task Fault_ShowsAReferenceThatTheLogHolds_AndNothingOfItsInside_InDevelopmentToo()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var token = (await visitor.GetAsync("/demo")).Token;
        await service.BreakAsync();

        foreach (var answer in new[]
        {
            await visitor.GetAsync("/demo"),
            await visitor.PostAsync("/demo/sign-in", (Visitor.TokenField, token), ("person", "anybody"))
        })
        {
            Assert.Equal(500, answer.Status);
            Assert.Contains("Sorry, there is a problem with the service", answer.Body);
            foreach (var inside in new[] { "Exception", "SQLite", "no such table", "   at ", "Accounts" })
            {
                Assert.DoesNotContain(inside, answer.Body, StringComparison.OrdinalIgnoreCase);
            }

            var reference = Regex.Match(answer.Body, "<code><bdi>([0-9a-f]{32})</bdi></code>").Groups[1].Value;
            Assert.NotEmpty(reference);
            await Eventually.AsyncIsTrue(() => Task.FromResult(service.Output.Contains(reference, StringComparison.Ordinal)));
        }
    }
}
