using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>What ends by the clock leaves the screens it is on.</summary>
public class TellWhatEndedTests
{
    [UseCase]
    public async Task WhatEndedSinceLastTime_IsTold_OnceAndAlsoWhenTheServiceWasDown(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, ward) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, "He collapsed in the waiting room.", null), ward.AsWorker));
        var (resident, inbox) = (0, 0);
        using var one = scene.The<LiveUpdates>().Watch(Topics.Resident(scene.GeorgesId), () => { Interlocked.Increment(ref resident); return Task.CompletedTask; });
        using var other = scene.The<LiveUpdates>().Watch(Topics.InboxOf(hospital.Id), () => { Interlocked.Increment(ref inbox); return Task.CompletedTask; });

        Assert.Equal(0, await scene.The<TellWhatEnded>().ExecuteAsync());
        scene.World.Clock.Advance(SharingPolicy.OverrideLasts);
        Assert.Equal(1, await scene.The<TellWhatEnded>().ExecuteAsync());
        Assert.Equal(0, await scene.The<TellWhatEnded>().ExecuteAsync());
        await Eventually.AsyncIsTrue(() => Task.FromResult(Volatile.Read(ref resident) == 1));
        Assert.Equal(0, Volatile.Read(ref inbox));

        // Down for a year: the permission and the delegation ran out meanwhile.
        scene.World.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(2, await scene.The<TellWhatEnded>().ExecuteAsync());
        await Eventually.AsyncIsTrue(() => Task.FromResult((Volatile.Read(ref resident), Volatile.Read(ref inbox)) == (2, 1)));
    }
}
