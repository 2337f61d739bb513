using System.Net;
using System.Text.RegularExpressions;

namespace GmConnect.Tests.TestSupport;

public sealed record PageAnswer(HttpStatusCode Status, string Body, string? Location)
{
    /// <summary>The page as its reader sees the letters.</summary>
    public string Text => WebUtility.HtmlDecode(Body);
}

/// <summary>
/// A citizen at the running service without a browser: it posts what no browser would let a person type. A form is read
/// first, and its hidden fields go back with what is posted, as a browser sends them.
/// </summary>
public sealed partial class CitizenClient : IDisposable
{
    private readonly HttpClient _http;

    private CitizenClient(HttpClient http) => _http = http;

    /// <summary>The address of the one person they act for: "/story/{id}".</summary>
    public string Story { get; private set; } = "";

    public Guid Resident => Guid.Parse(Story.Split('/')[2]);

    /// <param name="handle">One of the demonstration's people who acts for one person.</param>
    public static Task<CitizenClient> SignInAsync(RunningService service, string handle) => SignInAsync(service.Address, handle);

    public static async Task<CitizenClient> SignInAsync(Uri address, string handle)
    {
        var client = new CitizenClient(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });
        var signedIn = await client.SendAsync("/demo", "/demo/sign-in", ("person", handle));
        Assert.Equal("/story", signedIn.Location);
        client.Story = (await client.GetAsync("/story")).Location ?? throw new InvalidOperationException($"{handle} acts for several or for nobody");

        return client;
    }

    public async Task<PageAnswer> GetAsync(string address) => await ReadAsync(await _http.GetAsync(address));

    /// <summary>Fills in the form of a page and sends it.</summary>
    public Task<PageAnswer> PostAsync(string address, params (string Name, string Value)[] typed) => SendAsync(address, address, typed);

    /// <summary>The fields of a page's form as they stand, for a page that is sent later.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        var form = Form().Matches(page.Body).Select(match => match.Value)
            .First(html => html.Contains("\"_handler\"") || html.Contains("/demo/sign-in"));

        return [.. Hidden().Matches(form).Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))];
    }

    public async Task<PageAnswer> SubmitAsync(
        string address, IEnumerable<(string Name, string Value)> opened, params (string Name, string Value)[] typed)
    {
        var fields = opened.Where(field => typed.All(one => one.Name != field.Name)).Concat(typed)
            .Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent(fields);

        return await ReadAsync(await _http.PostAsync(address, content));
    }

    /// <summary>Tells one thing and shares it with one agency, page by page.</summary>
    public async Task ShareAsync(string agency, string words)
    {
        await PostAsync($"{Story}/what-happened", ("Posted.Text", words));
        await PostAsync($"{Story}/check");
        var labels = PageForm.Page((await GetAsync($"{Story}/share")).Body).QuerySelectorAll("label");
        var box = Assert.Single(labels, label => label.TextContent == agency).GetAttribute("for");
        await PostAsync($"{Story}/share", ("Posted.Agencies", Guid.Parse(box!["agency-".Length..]).ToString()));
        var parts = PageForm.Page((await GetAsync($"{Story}/share/parts")).Body).QuerySelectorAll("input[name='Posted.Parts']");
        await PostAsync($"{Story}/share/parts", [.. parts.Select(part => ("Posted.Parts", part.GetAttribute("value")!))]);
        await PostAsync($"{Story}/share/purposes", ("Posted.Of[0].Until", "3"));
        Assert.EndsWith("/shared", (await PostAsync($"{Story}/share/preview")).Location);
    }

    public void Dispose() => _http.Dispose();

    private async Task<PageAnswer> SendAsync(string page, string to, params (string Name, string Value)[] typed) =>
        await SubmitAsync(to, await OpenAsync(page), typed);

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var location = response.Headers.Location;
            var path = location is { IsAbsoluteUri: true } ? location.PathAndQuery : location?.OriginalString;

            return new PageAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), path);
        }
    }

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
