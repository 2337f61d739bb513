using System.Net;
using System.Net.WebSockets;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

public class HubLimitsTests
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Fact]
    public async Task Attempts_AreCountedPerPerson_NegotiateOrNot()
    {
        await using var service = await RunningService.StartAsync(("Limits__ConnectionAttemptsPerMinute", "4"));
        using var eager = await service.VisitorAsync(Role.CaseWorker);
        using var calm = await service.VisitorAsync(Role.CaseWorker);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(200, (await eager.PostAsync(Negotiate)).Status);
        }

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await KnockAsync(service, eager));
        Assert.Equal(HttpStatusCode.TooManyRequests, await KnockAsync(service, eager));
        Assert.Equal(429, (await eager.PostAsync(Negotiate)).Status);
        // The same address, another person; and the same person elsewhere than at the hub.
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await KnockAsync(service, calm));
        Assert.Equal(204, (await eager.GetAsync("/session/alive")).Status);
    }

    [Fact]
    public async Task AttemptsBeforeSignIn_AreCountedPerAddress_AndAHospitalIsGivenMore()
    {
        await using var service = await RunningService.StartAsync(
            ("Limits__AttemptsPerAddressBeforeSignIn", "2"),
            ("Limits__AttemptsPerKnownAddress", "5"),
            ("Limits__KnownAddresses__0", "10.20.0.0/16"),
            ("Proxy__Addresses__0", "127.0.0.1"));

        Assert.Equal("401 401 429 429", await AttemptsFromAsync(service, "203.0.113.9", 4));
        Assert.Equal("401 401 429", await AttemptsFromAsync(service, "203.0.113.10", 3));
        Assert.Equal("401 401 401 401 401 429", await AttemptsFromAsync(service, "10.20.30.40", 6));
        Assert.Equal("401 401", await AttemptsFromAsync(service, "2001:db8:1:2::1", 2));
        Assert.Equal("429", await AttemptsFromAsync(service, "2001:db8:1:2:ffff::7", 1));
        Assert.Equal("401", await AttemptsFromAsync(service, "2001:db8:1:3::1", 1));
        using var person = new Visitor(service.Address, ("X-Forwarded-For", "203.0.113.9"));
        await person.BecomeAsync(await service.AddAsync(Role.CaseWorker));
        Assert.Equal(200, (await person.PostAsync(Negotiate)).Status);
    }

    [Fact]
    public async Task AddressThatAClientInvents_IsNotBelieved()
    {
        await using var service = await RunningService.StartAsync(("Limits__AttemptsPerAddressBeforeSignIn", "2"));

        Assert.Equal("401", await AttemptsFromAsync(service, "203.0.113.1", 1));
        Assert.Equal("401", await AttemptsFromAsync(service, "203.0.113.2", 1));
        Assert.Equal("429", await AttemptsFromAsync(service, "203.0.113.3", 1));
    }

    [Fact]
    public async Task OpenConnections_AreCapped_AlsoWhenNoPageStandsBehindThem()
    {
        await using var service = await RunningService.StartAsync(("Limits__CircuitsPerPerson", "1"));
        using var person = await service.VisitorAsync(Role.CaseWorker);
        var open = new List<ClientWebSocket>();

        for (var connection = 0; connection < 6; connection++)
        {
            open.Add(await ConnectAsync(service, person));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await KnockAsync(service, person));
        open[0].Dispose();
        await Eventually.AsyncIsTrue(async () => await KnockAsync(service, person) == HttpStatusCode.SwitchingProtocols);
        open.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task MessageOverTheLimit_EndsItsConnectionAndNothingElse()
    {
        await using var service = await RunningService.StartAsync(("Limits__LongestAnswer", "1000"));
        using var person = await service.VisitorAsync(Role.CaseWorker);
        using var loud = await ConnectAsync(service, person);
        using var quiet = await ConnectAsync(service, person);
        await ShakeHandsAsync(loud);
        await ShakeHandsAsync(quiet);

        await SendAsync(loud, bytes: 40_000);

        Assert.True(await IsClosedAsync(loud, TimeSpan.FromSeconds(60)));
        Assert.False(await IsClosedAsync(quiet, TimeSpan.FromSeconds(3)));
        using var other = new Visitor(service.Address);
        Assert.Equal(200, (await other.GetAsync("/health/live")).Status);
    }

    private static async Task<string> AttemptsFromAsync(RunningService service, string address, int attempts)
    {
        using var visitor = new Visitor(service.Address, ("X-Forwarded-For", address));
        var answers = new int[attempts];
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            answers[attempt] = (await visitor.PostAsync(Negotiate)).Status;
        }

        return string.Join(' ', answers);
    }

    private static async Task<HttpStatusCode> KnockAsync(RunningService service, Visitor person)
    {
        using var socket = NewSocket(person);
        try
        {
            await socket.ConnectAsync(Hub(service), CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private static async Task<ClientWebSocket> ConnectAsync(RunningService service, Visitor person)
    {
        var socket = NewSocket(person);
        await socket.ConnectAsync(Hub(service), CancellationToken.None);

        return socket;
    }

    private static ClientWebSocket NewSocket(Visitor person)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", person.CookieHeader);

        return socket;
    }

    private static Uri Hub(RunningService service) => new($"ws://{service.Address.Authority}/_blazor");

    private static async Task ShakeHandsAsync(ClientWebSocket socket)
    {
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e'),
            WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var answer = new byte[64];
        var received = await socket.ReceiveAsync(answer, CancellationToken.None);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer, 0, received.Count));
    }

    // A message announces its length, in groups of seven bits, and then has it.
    private static Task SendAsync(ClientWebSocket socket, int bytes)
    {
        var (message, length) = (new List<byte>(), bytes);
        for (; length > 0x7f; length >>= 7)
        {
            message.Add((byte)(length & 0x7f | 0x80));
        }

        message.Add((byte)length);
        message.AddRange(new byte[bytes]);

        return socket.SendAsync(message.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }

    private static async Task<bool> IsClosedAsync(ClientWebSocket socket, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }
}
