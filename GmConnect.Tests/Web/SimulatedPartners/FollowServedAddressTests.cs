using GmConnect.Domain.Exchange;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Web.SimulatedPartners;

public class FollowServedAddressTests
{
    [Fact]
    public async Task StartedOnAnotherPort_WhatIsSharedReachesTheSimulatedPartner()
    {
        await using var service = await RunningService.StartAsync(("Demonstration__Residents", "3"));
        await service.KillAsync();
        await service.StartElsewhereAsync();
        using var helen = await CitizenClient.SignInAsync(service, "helen-ashworth");

        await helen.ShareAsync("Salford Royal", "I fell on the stairs.");

        await using var database = service.Database();
        await Eventually.AsyncIsTrue(() => database.Set<OutboxMessage>().AsNoTracking()
            .AnyAsync(message => message.ResidentId == helen.Resident && message.Status == MessageStatus.Delivered));
    }

    [Fact]
    public async Task PortChosenByTheMachine_IsFollowedToo()
    {
        await using var service = new ServiceInProcess();
        service.Started();

        await using var database = await service.DatabaseAsync();

        Assert.All(await database.PartnerSystems.ToListAsync(), partner => Assert.StartsWith(service.Address.ToString(), partner.Address));
    }
}
