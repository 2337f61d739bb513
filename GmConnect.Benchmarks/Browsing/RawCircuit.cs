using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>A render batch as it came: when, and its bytes.</summary>
public sealed record RenderBatch(long Ticks, byte[] Bytes)
{
    /// <summary>The texts of a batch stand in it as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>
/// An open interactive page without a browser: what blazor.web.js of .NET 10 says to the hub, and nothing drawn. Every
/// render batch is acknowledged and every call into JavaScript answered with null, or the circuit would wait.
/// </summary>
public sealed partial class RawCircuit : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly ConcurrentQueue<RenderBatch> batches = new();
    private readonly ConcurrentDictionary<string, int> calls = new();
    private long lastHeard = Stopwatch.GetTimestamp();
    private Action<RenderBatch>? onBatch;

    private RawCircuit(HubConnection hub)
    {
        this.hub = hub;
        hub.On<long, byte[]>("JS.RenderBatch", TakeBatchAsync);
        hub.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", AnswerCallAsync);
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        hub.On<string>("JS.Error", error => Fault = error);
        hub.Closed += fault =>
        {
            Fault ??= fault?.Message ?? "closed";

            return Task.CompletedTask;
        };
    }

    /// <summary>Why the service ended it; null while it lives.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyCollection<RenderBatch> Batches => batches;

    /// <summary>Which JavaScript the page called, and how often.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <summary>Called for every batch from now on, on the thread that received it.</summary>
    public Action<RenderBatch>? OnBatch
    {
        get => onBatch;
        set => onBatch = value;
    }

    /// <summary>Opens the page as its browser would; what it shows arrives soon after.</summary>
    public static async Task<RawCircuit> OpenAsync(Visitor visitor, string path)
    {
        var html = await visitor.GetAsync(path);
        var connection = new HubConnectionBuilder().WithUrl(new Uri(visitor.Address, "/_blazor"), options =>
        {
            options.Cookies = visitor.Cookies;
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            // Browsers always offer compression; the service decides.
            options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions();
        });
        connection.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new RawCircuit(connection.Build());
        await circuit.StartAsync(visitor.Address, new Uri(visitor.Address, path), html);

        return circuit;
    }

    /// <summary>Until nothing was said for so long, and at least one batch came; throws when the service ended it.</summary>
    public async Task QuietAsync(TimeSpan quiet)
    {
        while ((batches.IsEmpty || Stopwatch.GetElapsedTime(Interlocked.Read(ref lastHeard)) < quiet) && Fault is null)
        {
            await Task.Delay(20);
        }

        if (Fault is not null)
        {
            throw new InvalidOperationException($"The circuit ended: {Fault}");
        }
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private async Task StartAsync(Uri address, Uri page, string html)
    {
        var state = State().Match(html) is { Success: true } found ? found.Groups["state"].Value : "";
        var operations = new JsonArray([.. Marker().Matches(html).Select((marker, at) => (JsonNode)new JsonObject
        {
            ["type"] = "add",
            ["ssrComponentId"] = at + 1,
            ["marker"] = JsonNode.Parse(marker.Groups["marker"].Value)
        })]);
        if (operations.Count == 0)
        {
            throw new InvalidOperationException($"{page.AbsolutePath} has no interactive part.");
        }

        await hub.StartAsync();
        var id = await hub.InvokeAsync<string?>("StartCircuit", address.ToString(), page.ToString(), "[]", state);
        if (string.IsNullOrEmpty(id))
        {
            throw new InvalidOperationException("The service opened no circuit.");
        }

        await hub.SendAsync("UpdateRootComponents", new JsonObject { ["batchId"] = 0, ["operations"] = operations }.ToJsonString(), state);
        Interlocked.Exchange(ref lastHeard, Stopwatch.GetTimestamp());
    }

    private Task TakeBatchAsync(long id, byte[] bytes)
    {
        var batch = new RenderBatch(Stopwatch.GetTimestamp(), bytes);
        Interlocked.Exchange(ref lastHeard, batch.Ticks);
        batches.Enqueue(batch);
        onBatch?.Invoke(batch);

        return hub.SendAsync("OnRenderCompleted", id, null);
    }

    private Task AnswerCallAsync(long call, string identifier, string? arguments, int resultType, long target, int kind)
    {
        Interlocked.Exchange(ref lastHeard, Stopwatch.GetTimestamp());
        calls.AddOrUpdate(identifier, 1, (_, count) => count + 1);

        return call == 0 ? Task.CompletedTask : hub.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]");
    }

    [GeneratedRegex("""<!--Blazor:(?<marker>\{"type":"server".*?\})-->""")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]+)-->")]
    private static partial Regex State();
}
