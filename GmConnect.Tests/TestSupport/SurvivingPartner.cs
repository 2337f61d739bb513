using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GmConnect.Tests.TestSupport;

/// <summary>What a partner's system received: one request, as it came.</summary>
public sealed record Delivery(DateTimeOffset At, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The key that tells a repeated message from a new one.</summary>
    public string? Key => Headers.GetValueOrDefault("webhook-id");
}

/// <summary>How a partner's system answers.</summary>
public delegate Task PartnerBehaviour(HttpContext request);

/// <summary>
/// A partner's system: real HTTP on loopback, in the process of the tests, so that it outlives a service that is killed.
/// It answers as <see cref="Answer"/> says and keeps everything it received.
/// </summary>
public sealed class SurvivingPartner : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Delivery> _deliveries = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _server;
    private volatile PartnerBehaviour _answer = Accepts;

    private SurvivingPartner()
    {
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public PartnerBehaviour Answer
    {
        get => _answer;
        set => _answer = value;
    }

    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    public static PartnerBehaviour Accepts { get; } = request => JsonAsync(request, StatusCodes.Status200OK, """{"answer":"accepted"}""");

    public static PartnerBehaviour AnswersLater { get; } = request => JsonAsync(request, StatusCodes.Status202Accepted, "{}");

    public static PartnerBehaviour Breaks { get; } = request => JsonAsync(request, StatusCodes.Status500InternalServerError, "{}");

    public static PartnerBehaviour SpeaksHtml { get; } = request =>
    {
        request.Response.ContentType = "text/html";

        return request.Response.WriteAsync("<!doctype html><title>Log in</title><h1>Welcome to our portal</h1>");
    };

    public static PartnerBehaviour Floods { get; } = async request =>
    {
        request.Response.ContentType = "application/json";
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        for (var sent = 0; sent < 10 * 1024 * 1024; sent += block.Length)
        {
            await request.Response.Body.WriteAsync(block, request.RequestAborted);
        }
    };

    /// <summary>Takes the request and never answers, until the caller gives up.</summary>
    public static PartnerBehaviour Hangs { get; } = request => Task.Delay(Timeout.InfiniteTimeSpan, request.RequestAborted);

    public static PartnerBehaviour Refuses(string reason) =>
        Says(StatusCodes.Status422UnprocessableEntity, JsonSerializer.Serialize(new { reason }));

    public static PartnerBehaviour Says(int status, string json = "{}") => request => JsonAsync(request, status, json);

    public static async Task<SurvivingPartner> StartAsync()
    {
        var partner = new SurvivingPartner();
        await partner.ComeUpAsync();

        return partner;
    }

    /// <summary>Nobody listens: a caller is refused the connection.</summary>
    public async Task GoDownAsync()
    {
        if (_server is not null)
        {
            using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
            await _server.StopAsync(atOnce.Token);
            await _server.DisposeAsync();
            _server = null;
        }
    }

    /// <summary>Listens again, at the same address.</summary>
    public async Task ComeUpAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Address.Port));
        _server = builder.Build();
        _server.Run(ReceiveAsync);
        await _server.StartAsync();
    }

    /// <summary>Everything received, once there is at least so much of it; fails with what there was when it stays away.</summary>
    public async Task<IReadOnlyList<Delivery>> ReceivedAsync(int atLeast = 1, TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(60));

        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_deliveries.Count >= atLeast)
                {
                    return [.. _deliveries];
                }

                next = _arrived.Task;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{Address} received {Deliveries.Count} deliveries, not {atLeast}: {string.Join(", ", Deliveries.Select(d => d.Key))}");
            }
        }
    }

    public async ValueTask DisposeAsync() => await GoDownAsync();

    private async Task ReceiveAsync(HttpContext request)
    {
        using var reader = new StreamReader(request.Request.Body);
        var body = await reader.ReadToEndAsync(request.RequestAborted);
        var headers = request.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

        // Kept before it is answered: a caller killed while it waits has delivered all the same.
        lock (_gate)
        {
            _deliveries.Add(new Delivery(DateTimeOffset.UtcNow, request.Request.Method, request.Request.Path, headers, body));
            _arrived.SetResult();
            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await Answer(request);
        }
        catch (OperationCanceledException) when (request.RequestAborted.IsCancellationRequested)
        {
            // The caller gave up, as a partner that hangs wants.
        }
    }

    private static Task JsonAsync(HttpContext request, int status, string json)
    {
        request.Response.StatusCode = status;
        request.Response.ContentType = "application/json";

        return request.Response.WriteAsync(json, request.RequestAborted);
    }
}
