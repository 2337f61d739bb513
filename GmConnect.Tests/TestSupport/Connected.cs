using GmConnect.Domain.Exchange;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.TestSupport;

/// <summary>An agency on the scene whose system really listens.</summary>
public sealed class Connected : IAsyncDisposable
{
    private readonly Scene _scene;

    private Connected(Scene scene, AgencyOnScene agency, SurvivingPartner system) => (_scene, Agency, System) = (scene, agency, system);

    public AgencyOnScene Agency { get; }

    public Guid Id => Agency.Id;

    public SurvivingPartner System { get; }

    public static async Task<Connected> ToAsync(Scene scene)
    {
        var system = await SurvivingPartner.StartAsync();
        var agency = await scene.AddAgencyAsync();
        await using var database = await scene.World.DatabaseAsync();
        (await database.PartnerSystems.SingleAsync(p => p.AgencyId == agency.Id)).Address = new Uri(system.Address, "events").ToString();
        await database.SaveChangesAsync();

        return new Connected(scene, agency, system);
    }

    /// <summary>Its only message, or its latest.</summary>
    public async Task<OutboxMessage> MessageAsync() => (await _scene.MessagesToAsync(Agency))[^1];

    /// <summary>Sends what is due to it now.</summary>
    public Task<int> DeliverAsync() => _scene.The<DeliverMessages>().ExecuteAsync(Id);

    /// <summary>Lets the longest wait between attempts pass, then sends.</summary>
    public Task<int> DeliverAgainAsync()
    {
        _scene.World.Clock.Advance(TimeSpan.FromHours(2));

        return DeliverAsync();
    }

    /// <summary>The token that came with an event, as the partner reads it from the body.</summary>
    public static string TokenIn(Delivery delivery) =>
        new Uri(global::System.Text.Json.JsonDocument.Parse(delivery.Body).RootElement.GetProperty("answerto").GetString()!).Segments[^1];

    public ValueTask DisposeAsync() => System.DisposeAsync();
}
