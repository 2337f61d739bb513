using System.Net.Sockets;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

[Collection(nameof(OverTheWire))]
public class RequestLimitsTests(SharedService shared)
{
    [Fact]
    public async Task BodyOverTheLimit_IsRefusedWithAPageThatSaysSo()
    {
        await using var service = await RunningService.StartAsync(("Limits__RequestBodyBytes", "200000"));
        using var visitor = await service.VisitorAsync(Role.Delegate);

        foreach (var path in new[] { "/demo/sign-in", "/sign-out", "/" })
        {
            AssertTooMuch(await visitor.FillInAsync("/", path, ("words", new string('x', 250_000))));
        }

        Assert.Contains("Underwood", (await visitor.GetAsync("/")).Body);
    }

    [Fact]
    public async Task MoreFieldsThanAnyFormHas_AreRefusedWithAPage()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);
        var fields = Enumerable.Range(0, 1_100).Select(number => ($"field{number}", "x")).ToArray();

        AssertTooMuch(await visitor.FillInAsync("/", "/sign-out", fields));
        Assert.Contains("Underwood", (await visitor.GetAsync("/")).Body);
    }

    [Fact]
    public async Task FieldLongerThanAnyAnswer_IsRefusedWithAPage()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);

        AssertTooMuch(await visitor.FillInAsync("/", "/sign-out", ("words", new string('x', 1_200_000))));
    }

    [Fact]
    public async Task FieldNameOfKilobytes_IsRefusedWithAPage()
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);

        AssertTooMuch(await visitor.FillInAsync("/", "/sign-out", (new string('n', 2_000), "x")));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task BodyThatIsNoForm_ChangesNothing(string type)
    {
        using var visitor = await (await shared.StartedAsync()).VisitorAsync(Role.Delegate);

        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Content = new StringContent("{\"a\":1}") { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } }
        });

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("Exception", answer.Body);
        Assert.Contains("Underwood", (await visitor.GetAsync("/")).Body);
    }

    [Fact]
    public async Task HeadersOverTheLimit_AreRefused_AndTheServiceGoesOn()
    {
        var service = await shared.StartedAsync();
        using var loud = new Visitor(service.Address, ("X-Much", new string('x', 40_000)));
        using var visitor = new Visitor(service.Address);

        Assert.Equal(431, (await loud.GetAsync("/")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task MoreHeadersThanTheLimit_AreRefused()
    {
        var service = await shared.StartedAsync();
        using var loud = new Visitor(service.Address, [.. Enumerable.Range(0, 120).Select(number => ($"X-{number}", "x"))]);

        Assert.Equal(431, (await loud.GetAsync("/")).Status);
    }

    [Fact]
    public async Task AddressOverTheLimit_IsRefused()
    {
        using var visitor = new Visitor((await shared.StartedAsync()).Address);

        Assert.Equal(414, (await visitor.GetAsync("/" + new string('a', 9_000))).Status);
    }

    [Fact]
    public async Task HeadersThatNeverEnd_AreCutOffInTime()
    {
        await using var service = await RunningService.StartAsync(("Limits__RequestHeadersSeconds", "2"));
        using var slow = new TcpClient("127.0.0.1", service.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));

        // Sooner than Kestrel's own 30 seconds.
        var answer = await new StreamReader(slow.GetStream()).ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.StartsWith("HTTP/1.1 408", answer);
    }

    private static void AssertTooMuch(Reply answer)
    {
        Assert.Equal(413, answer.Status);
        Assert.Contains("That is too much at once", answer.Body);
        Assert.DoesNotContain("Exception", answer.Body);
    }
}
