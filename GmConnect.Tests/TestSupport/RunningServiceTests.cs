using System.Net;

namespace GmConnect.Tests.TestSupport;

public class RunningServiceTests
{
    [Fact]
    public async Task Killed_AnswersNobody_AndStartedAgainIsAtTheSameAddressWithTheSameDatabase()
    {
        await using var service = await RunningService.StartAsync();
        using var client = service.NewClient();
        var before = (service.Address, service.ProcessId, File.GetCreationTimeUtc(service.DatabaseFile));

        await service.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/live"));
        await service.StartAgainAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(before.Address, service.Address);
        Assert.NotEqual(before.ProcessId, service.ProcessId);
        Assert.Equal(before.Item3, File.GetCreationTimeUtc(service.DatabaseFile));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task Start_ThatFails_SaysWhatTheServiceSaid()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningService.StartAsync(("ConnectionStrings__GmConnect", "Data Source=/no/such/folder/gm-connect.db")));

        Assert.Contains("unable to open database file", failed.Message);
    }
}
