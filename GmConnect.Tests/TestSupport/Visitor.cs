using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace GmConnect.Tests.TestSupport;

/// <summary>An answer as it came over the wire.</summary>
public sealed record Reply(int Status, ILookup<string, string> Headers, string Body)
{
    /// <summary>The body where it is no text.</summary>
    public byte[] Bytes { get; init; } = [];

    public string? Header(string name) => Headers[name].SingleOrDefault();

    public string? Location => Header("Location");

    public IEnumerable<string> Cookies => Headers["Set-Cookie"];

    /// <summary>The whole Set-Cookie line of one cookie.</summary>
    public string? Cookie(string name) => Cookies.SingleOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal));

    /// <summary>What the page's first form must send back; fails where the page has no form.</summary>
    public string Token => Regex.Match(Body, """name="__RequestVerificationToken"[^>]*value="([^"]+)""") is { Success: true } found
        ? WebUtility.HtmlDecode(found.Groups[1].Value)
        : throw new InvalidOperationException($"The page ({Status}) holds no antiforgery token");
}

/// <summary>
/// Somebody without a browser: raw requests, no redirect followed, and cookies kept by hand, so that a test sees each one and
/// can keep, change or drop it.
/// </summary>
public sealed class Visitor : IDisposable
{
    public const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient _client;

    /// <param name="address">Where the service listens.</param>
    /// <param name="with">Headers of every request, such as what a proxy that ends TLS adds.</param>
    public Visitor(Uri address, params (string Name, string Value)[] with)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        foreach (var (name, value) in with)
        {
            _client.DefaultRequestHeaders.Add(name, value);
        }
    }

    public Dictionary<string, string> Cookies { get; } = [];

    public string CookieHeader => string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts fields as a form would.</summary>
    public Task<Reply> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        });

    /// <summary>Opens the page, then posts its form with the page's token.</summary>
    public async Task<Reply> FillInAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await PostAsync(action, [(TokenField, (await GetAsync(page)).Token), .. fields]);

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", CookieHeader);
        }

        using var response = await _client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, Value: value)))
            .ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var answer = new Reply((int)response.StatusCode, headers, Encoding.UTF8.GetString(bytes)) { Bytes = bytes };
        answer.Cookies.ToList().ForEach(Keep);

        return answer;
    }

    /// <summary>Signs in as somebody of the demonstration.</summary>
    public async Task<Reply> BecomeAsync(string person)
    {
        var answer = await FillInAsync("/demo", "/demo/sign-in", ("person", person));
        Assert.Equal(302, answer.Status);

        return answer;
    }

    public void Dispose() => _client.Dispose();

    private void Keep(string line)
    {
        var (name, value) = line.Split(';')[0].Split('=', 2) is [var key, var content] ? (key, content) : (line, "");
        if (value.Length == 0)
        {
            Cookies.Remove(name);
        }
        else
        {
            Cookies[name] = value;
        }
    }
}
