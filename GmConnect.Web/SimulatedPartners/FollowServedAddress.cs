using GmConnect.Domain.Data.Demonstration;
using GmConnect.Web.Composition;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GmConnect.Web.SimulatedPartners;

/// <summary>
/// The simulated partners answer where this process serves, whatever port the world was seeded on: by the settings before
/// anything is sent, and once it listens by the port that it really got.
/// </summary>
public sealed class FollowServedAddress(
    MoveSimulatedPartners move, IServer server, IOptions<DemonstrationOptions> demonstration, IConfiguration settings) : IHostedLifecycleService
{
    private bool IsSetByHand => settings["Demonstration:PartnersAddress"] is not null;

    public Task StartingAsync(CancellationToken cancellationToken) => move.ExecuteAsync(demonstration.Value.PartnersAddress, cancellationToken);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var served = addresses.FirstOrDefault(address => address.StartsWith("http:", StringComparison.Ordinal), addresses.FirstOrDefault(""));
        if (!IsSetByHand && served.Length > 0)
        {
            await move.ExecuteAsync(ExchangeSetup.OnThisMachine(served), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
