using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data.Demonstration;

public class MoveSimulatedPartnersTests
{
    private const string Here = "http://127.0.0.1:6123";

    [UseCase]
    public async Task ExecuteAsync_EverySimulatedPartner_FollowsAndNoOther(DatabaseProvider provider)
    {
        const string Real = "https://partner.example.org/events";
        await using var world = await SeededWorld.OnAsync(provider, residents: 3);
        var before = await world.AllAsync<PartnerSystem>();
        await using (var database = await world.DatabaseAsync())
        {
            (await database.PartnerSystems.SingleAsync(p => p.Id == before[0].Id)).Address = Real;
            await database.SaveChangesAsync();
        }

        var moved = await world.The<MoveSimulatedPartners>().ExecuteAsync(Here);

        var after = (await world.AllAsync<PartnerSystem>()).ToDictionary(p => p.Id);
        Assert.Equal(before.Count - 1, moved);
        Assert.Equal(Real, after[before[0].Id].Address);
        Assert.All(before.Skip(1), partner => Assert.Equal(Here + new Uri(partner.Address).AbsolutePath, after[partner.Id].Address));
        Assert.Equal(0, await world.The<MoveSimulatedPartners>().ExecuteAsync(Here));
    }

    [Fact]
    public async Task ExecuteAsync_DatabaseThatIsNoDemonstration_IsLeftAlone()
    {
        await using var world = await World.OnAsync();
        var agency = A.Agency();
        var partner = new PartnerSystem { AgencyId = agency.Id, Address = "http://127.0.0.1:5080/simulated-partners/x/events", Secret = "whsec_" };
        await world.SaveAsync(agency, partner);

        Assert.Equal(0, await world.The<MoveSimulatedPartners>().ExecuteAsync(Here));
    }
}
