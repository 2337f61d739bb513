using System.Net.Sockets;
using System.Text;
using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

public class GracefulStopTests
{
    [Fact]
    public async Task StoppedInTheMiddleOfAPost_AnswersItFirst()
    {
        await using var service = await RunningService.StartAsync();
        using var visitor = new Visitor(service.Address);
        var person = await service.AddAsync(Role.Delegate);
        var token = (await visitor.GetAsync("/demo")).Token;
        var body = $"{Visitor.TokenField}={Uri.EscapeDataString(token)}&person={person}";
        using var slow = new TcpClient("127.0.0.1", service.Address.Port);
        var wire = slow.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /demo/sign-in HTTP/1.1\r\nHost: {service.Address.Authority}\r\nCookie: {visitor.CookieHeader}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body[..^5]}"));
        // The service is in the middle of reading when another request, sent later, was answered.
        await visitor.GetAsync("/health/live");

        var stopped = service.StopAsync();
        await Eventually.AsyncIsTrue(() => Task.FromResult(service.Output.Contains("shutting down", StringComparison.Ordinal)));
        await wire.WriteAsync(Encoding.ASCII.GetBytes(body[^5..]));
        var answer = await new StreamReader(wire).ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.StartsWith("HTTP/1.1 302", answer);
        Assert.Contains("gm-connect=", answer);
        Assert.Equal(0, await stopped);
    }

    [Fact]
    public async Task PostThatNeverEnds_IsGivenUpWhenTheTimeToStopIsOver_AndIsNoFault()
    {
        await using var service = await RunningService.StartAsync(("Stopping__Seconds", "2"));
        using var slow = new TcpClient("127.0.0.1", service.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-out HTTP/1.1\r\nHost: {service.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=b"));
        // The service is in the middle of reading when another request, sent later, was answered.
        using var visitor = new Visitor(service.Address);
        await visitor.GetAsync("/health/live");

        Assert.Equal(0, await service.StopAsync());
        Assert.DoesNotContain("Unhandled exception", service.Output);
    }
}
