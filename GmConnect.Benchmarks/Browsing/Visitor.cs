using System.Net;
using System.Text.RegularExpressions;

namespace GmConnect.Benchmarks.Browsing;

/// <summary>One browser's cookies without the browser: signs in at the demonstration, reads pages, posts their forms.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri address)
    {
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public Uri Address => client.BaseAddress!;

    public static async Task<Visitor> SignedInAsync(Uri address, string person)
    {
        var visitor = new Visitor(address);
        var choices = await visitor.GetAsync("/demo");
        await visitor.PostAsync(PageForm.AllIn(choices, "/demo").First(form => form.Action == "/demo/sign-in").With("person", person));

        return visitor;
    }

    public async Task<string> GetAsync(string path) => (await FollowAsync(path)).Html;

    /// <summary>The page that answers, and where that is.</summary>
    public async Task<(string Path, string Html)> FollowAsync(string path)
    {
        using var answer = await client.GetAsync(path);

        return (answer.RequestMessage!.RequestUri!.PathAndQuery, await ReadAsync(answer, path));
    }

    /// <summary>Posts and follows to the page that answers.</summary>
    public async Task<(string Path, string Html)> PostAsync(PageForm form)
    {
        using var answer = await client.PostAsync(form.Action, form.Body());

        return (answer.RequestMessage!.RequestUri!.PathAndQuery, await ReadAsync(answer, form.Action));
    }

    public void Dispose() => client.Dispose();

    private static async Task<string> ReadAsync(HttpResponseMessage answer, string path)
    {
        var html = await answer.Content.ReadAsStringAsync();

        return answer.IsSuccessStatusCode
            ? html
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {Tag().Replace(MainPart().Match(html).Value, " ")}");
    }

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
