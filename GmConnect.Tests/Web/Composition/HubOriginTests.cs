using System.Net;
using System.Net.WebSockets;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

/// <summary>A page of another site may carry a worker's cookie, and still opens nothing.</summary>
[Collection(nameof(OverTheWire))]
public class HubOriginTests(SharedService shared)
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData("https://attacker.example", 403)]
    [InlineData("http://127.0.0.1", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("https://{our host}", 403)]
    [InlineData("http://{our host}.attacker.example", 403)]
    [InlineData("null", 403)]
    [InlineData("", 200)]
    [InlineData("http://{our host}", 200)]
    public async Task NegotiateAndWebSocket_FromAnotherSite_AreRefused(string origin, int status)
    {
        var service = await shared.StartedAsync();
        using var worker = await service.VisitorAsync(Role.CaseWorker);
        origin = origin.Replace("{our host}", service.Address.Authority);
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, Negotiate);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", worker.CookieHeader);
        if (origin.Length > 0)
        {
            negotiate.Headers.TryAddWithoutValidation("Origin", origin);
            socket.Options.SetRequestHeader("Origin", origin);
        }

        var negotiated = await worker.SendAsync(negotiate);
        var connecting = await Record.ExceptionAsync(() =>
            socket.ConnectAsync(new Uri($"ws://{service.Address.Authority}/_blazor"), CancellationToken.None));

        Assert.Equal(status, negotiated.Status);
        Assert.Equal(status == 200 ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
        Assert.Equal(status == 200, connecting is null);
    }
}
