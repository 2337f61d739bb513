using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Web.Composition;

/// <summary>The built service outside Development, as operators meet it.</summary>
public class StartUpTests
{
    private static readonly (string Name, string Value)[] Production =
        [("ASPNETCORE_ENVIRONMENT", "Production"), ("Demonstration__Residents", ""), ("Proxy__Addresses__0", "127.0.0.1")];

    private static readonly (string, string) OverTls = ("X-Forwarded-Proto", "https");

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider is \"Oracle\"")]
    [InlineData("Database__Provider", "7", "Database:Provider is \"7\"")]
    [InlineData("Demonstration__Seed", "1", "The settings hold a section \"Demonstration\"")]
    [InlineData("SignIn__IdleMinutes", "soon", "SignIn:IdleMinutes")]
    [InlineData("Proxy__Addresses__0", "not an address", "Proxy:Addresses holds")]
    [InlineData("Audit__Key", "", "The setting Audit:Key is missing")]
    [InlineData("Audit__Key", "/nowhere/key.pem", "The setting Audit:Key names /nowhere/key.pem")]
    [InlineData("Limits__KnownAddresses__0", "10.0.0.0/99", "Limits:KnownAddresses")]
    public async Task Start_OnSettingsThatAreWrong_EndsAndNamesTheSetting(string name, string value, string says)
    {
        var (exitCode, output) = await RunningService.StartInVainAsync([.. Production.Where(one => one.Name != name), (name, value)]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(says, output);
    }

    [Theory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Start_OnAServerWithoutConnection_EndsAndSaysWhatIsMissing(string provider)
    {
        var (exitCode, output) = await RunningService.StartInVainAsync(
            [.. Production, ("Database__Provider", provider), ("ConnectionStrings__GmConnect", "")]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"ConnectionStrings:GmConnect is missing; {provider} needs one", output);
    }

    [Fact]
    public async Task Production_IsNotReadyUntilMigrated_AndHasNoDemonstrationAndNoMetrics()
    {
        await using var service = await RunningService.StartUnreadyAsync([.. Production]);
        using var visitor = new Visitor(service.Address, OverTls);

        var unready = await visitor.GetAsync("/health/ready");
        Assert.Equal(503, unready.Status);
        Assert.Contains("\"database\"", unready.Body);
        Assert.DoesNotContain("Data Source", unready.Body);

        await service.MigrateAsync();

        Assert.Equal(200, (await visitor.GetAsync("/health/ready")).Status);
        var person = await service.AddAsync(Role.Administrator);
        Assert.Equal(404, (await visitor.GetAsync("/demo")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/metrics")).Status);
        // Its own token, so that nothing but the missing address can be why.
        var page = await visitor.GetAsync("/sign-in");
        Assert.Contains("not set up on this installation yet", page.Body);
        Assert.DoesNotContain("emonstration", page.Body);
        Assert.Equal(404, (await visitor.PostAsync("/demo/sign-in", ("person", person))).Status);
        // Under a name of its own: on the loopback no browser is ever told to insist on TLS.
        using var byName = new Visitor(service.Address, OverTls, ("Host", "gm-connect.example.org"));
        Assert.Equal("max-age=31536000; includeSubDomains", (await byName.GetAsync("/")).Header("Strict-Transport-Security"));
        Assert.Equal(200, (await visitor.GetAsync("/css/citizen.css")).Status);

        using var inTheClear = new Visitor(service.Address);
        var sent = await inTheClear.GetAsync("/contact");
        Assert.Equal(307, sent.Status);
        Assert.StartsWith("https://", sent.Location);
        Assert.Equal(200, (await inTheClear.GetAsync("/health/live")).Status);

        AssertEveryLineIsJson(service.Output);
        Assert.Equal(0, await service.StopAsync());
    }

    private static void AssertEveryLineIsJson(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => System.Text.Json.JsonDocument.Parse(line).Dispose());
    }
}
