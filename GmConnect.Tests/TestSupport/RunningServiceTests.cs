using System.Net;

namespace GmConnect.Tests.TestSupport;

public class RunningServiceTests
{
    [Fact]
    public async Task Killed_AnswersNobody_AndStartedAgainIsAtTheSameAddressWithTheSameDatabase()
    {
        await using var service = await RunningService.StartAsync();
        using var client = service.NewClient();
        var (address, process) = (service.Address, service.ProcessId);
        Assert.True(File.Exists(service.DatabaseFile), "the service keeps its data elsewhere than it was told");
        var made = File.GetCreationTimeUtc(service.DatabaseFile);

        await service.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/live"));
        await service.StartAgainAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(address, service.Address);
        Assert.NotEqual(process, service.ProcessId);
        Assert.Equal(made, File.GetCreationTimeUtc(service.DatabaseFile));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task Start_ThatFails_SaysWhatTheServiceSaid()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningService.StartAsync(("ASPNETCORE_ENVIRONMENT", "Production")));

        Assert.Contains("\"Demonstration\", and this is not the Development environment", failed.Message);
    }
}
