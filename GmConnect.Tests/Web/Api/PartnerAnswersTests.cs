using System.Net;
using System.Text;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Api;

[Collection(nameof(OverTheWire))]
public class PartnerAnswersTests(SharedService shared)
{
    [Theory]
    [InlineData("an unknown token", """{"answer":"accepted"}""", 404)]
    [InlineData("an unknown token, with a reason", """{"answer":"refused","reason":"Not our area"}""", 404)]
    [InlineData("a word that is no answer", """{"answer":"perhaps"}""", 422)]
    [InlineData("a number", """{"answer":1}""", 422)]
    [InlineData("no answer", """{"reason":"x"}""", 422)]
    [InlineData("not JSON", "answer=accepted", 422)]
    [InlineData("nothing", "", 422)]
    [InlineData("null", "null", 422)]
    [InlineData("a list", "[]", 422)]
    [InlineData("too deep", """{"answer":"done","reason":{"a":{"b":{"c":{"d":{}}}}}}""", 422)]
    public async Task Post_IsAnswered(string named, string body, int status)
    {
        var (code, says) = await PostAsync("0123456789abcdef", body);

        Assert.True(status == code, $"{named}: {code} {says}");
        Assert.True(status != 422 || says.Contains("must be JSON", StringComparison.Ordinal), says);
    }

    [Fact]
    public async Task Post_TooLong_IsRefusedInWords()
    {
        var (code, says) = await PostAsync("token", $$"""{"answer":"refused","reason":"{{new string('x', 9_000)}}"}""");

        Assert.Equal(422, code);
        Assert.Contains("at most 8192 bytes", says);
    }

    [Fact]
    public async Task Post_SetsNoCookie_AndTheTokenIsInNoLog()
    {
        var token = Guid.NewGuid().ToString("N");
        var service = await shared.StartedAsync();
        using var client = service.NewClient();

        using var answer = await client.PostAsync($"/partner/answers/{token}", new StringContent("{}", Encoding.UTF8, "application/json"));
        await Eventually.AsyncIsTrue(() => Task.FromResult(service.Output.Contains("partner/answers/{token} answered 422", StringComparison.Ordinal)));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(token, service.Output);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/partner/answers/{token}")).StatusCode);
    }

    [Fact]
    public async Task Post_TooOften_IsToldToWait()
    {
        await using var service = await RunningService.StartAsync(("Limits__PartnerAnswersPerMinute", "3"));
        using var client = service.NewClient();
        var codes = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.PostAsync("/partner/answers/x", new StringContent("{}"));
            codes.Add((int)answer.StatusCode);
        }

        Assert.Equal([422, 422, 422, 429, 429], codes);
    }

    private async Task<(int Status, string Says)> PostAsync(string token, string body)
    {
        using var client = (await shared.StartedAsync()).NewClient();
        using var answer = await client.PostAsync($"/partner/answers/{token}", new StringContent(body, Encoding.UTF8, "application/json"));

        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
