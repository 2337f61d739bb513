using System.Diagnostics;
using GmConnect.Tests.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Api;

public class TracesTests
{
    [Fact]
    public async Task Traces_HoldRoutesAndNeverAddresses()
    {
        using var folder = TemporaryFolder.Create();
        var kept = new Kept();
        await using var service = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("ConnectionStrings:GmConnect", $"Data Source={folder.File("gm-connect.db")}");
            web.UseSetting("Demonstration:Residents", "3");
            web.ConfigureTestServices(services => services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(kept)));
        });
        using var client = service.CreateClient();

        await client.PostAsync("/partner/answers/a-secret-token?words=Underwood", new StringContent("{}"));
        await client.GetAsync($"/story/{Guid.Empty}");

        var tags = kept.Ended.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Prepend(activity.DisplayName)).ToList();
        Assert.Contains(tags, tag => tag.Contains("partner/answers/{token}", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains("a-secret-token", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains("Underwood", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains($"{Guid.Empty}", StringComparison.Ordinal));
    }

    private sealed class Kept : BaseProcessor<Activity>
    {
        private readonly Lock _gate = new();
        private readonly List<Activity> _ended = [];

        public IReadOnlyList<Activity> Ended
        {
            get
            {
                lock (_gate)
                {
                    return [.. _ended];
                }
            }
        }

        public override void OnEnd(Activity data)
        {
            lock (_gate)
            {
                _ended.Add(data);
            }
        }
    }
}
