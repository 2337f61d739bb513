using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <param name="Bytes">Everything received, headers included.</param>
/// <param name="Scripts">Script elements in the page, loaded or inline.</param>
public sealed record PageLoad(int Requests, long Bytes, int Scripts);

/// <summary>
/// Loads a page and what it refers to as Chromium would, with a cache of its own, and counts what comes over the wire.
/// </summary>
public sealed partial class CountedBrowser : IDisposable
{
    private readonly Dictionary<string, (string? ETag, bool Fresh)> cache = [];
    private readonly HttpClient client;
    private long received;

    public CountedBrowser(Visitor visitor)
    {
        client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = visitor.Cookies,
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);

                return new CountedStream(new NetworkStream(socket, ownsSocket: true), count => Interlocked.Add(ref received, count));
            }
        })
        { BaseAddress = visitor.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
    }

    public async Task<PageLoad> LoadAsync(string path)
    {
        var (before, requests) = (Interlocked.Read(ref received), 1);
        var html = await FetchAsync(path);
        foreach (var address in PartsOf(html))
        {
            requests += await LoadPartAsync(address) ? 1 : 0;
        }

        return new PageLoad(requests, Interlocked.Read(ref received) - before, ScriptTag().Count(html));
    }

    /// <summary>Reads to the end; follows nothing.</summary>
    public async Task<HttpStatusCode> RequestAsync(HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);

        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();

    private async Task<string> FetchAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }

        var body = await answer.Content.ReadAsStreamAsync();
        using var text = new StreamReader(answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            null => body,
            var other => throw new NotSupportedException(other)
        });

        return await text.ReadToEndAsync();
    }

    private async Task<bool> LoadPartAsync(string address)
    {
        if (cache.TryGetValue(address, out var kept) && kept.Fresh)
        {
            return false;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (kept.ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", kept.ETag);
        }

        using var answer = await client.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified))
        {
            throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        }

        cache[address] = (answer.Headers.ETag?.ToString(), answer.Headers.CacheControl is { MaxAge.TotalSeconds: > 0, NoCache: false });

        return true;
    }

    private static IEnumerable<string> PartsOf(string html) =>
        LoadingTag().Matches(html).Select(match => match.Value)
            .Select(tag => tag.StartsWith("<link", StringComparison.Ordinal)
                ? PageForm.Attribute(tag, "rel") is "stylesheet" or "icon" ? PageForm.Attribute(tag, "href") : null
                : PageForm.Attribute(tag, "src"))
            .OfType<string>()
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal))
            .Distinct();

    [GeneratedRegex("<(link|img|script)[^>]*>")]
    private static partial Regex LoadingTag();

    [GeneratedRegex("<script")]
    private static partial Regex ScriptTag();
}
