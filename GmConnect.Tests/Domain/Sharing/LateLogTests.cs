using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>While the log cannot be anchored nothing new is disclosed; an emergency is still met, and the family has its own.</summary>
public class LateLogTests
{
    [UseCase]
    public async Task AnEntryNotAnchoredForTooLong_StopsNewDisclosures_NotOverridesNorTheFamily(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(
            provider, with: services => services.Configure<AuditOptions>(audit => audit.StopAfter = TimeSpan.FromHours(4)));
        var (hospital, ward) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var referral = (await scene.ReferralOfAsync(hospital)).Id;
        Expect.Value(await ReadAsync(scene, hospital, referral));

        scene.World.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        var refused = await scene.EntriesOfAsync(() => ReadAsync(scene, hospital, referral));

        Assert.All(refused, e => Assert.Equal((AccessKind.Refused, RefusedBecause.LogNotAnchored), (e.Kind, e.Because)));
        Assert.NotEmpty(refused);
        Assert.Empty((await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, false, Guid.NewGuid())).Rows);
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, "He collapsed in the waiting room.", null), ward.AsWorker));
        Assert.NotEmpty(Expect.Value(await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, ward.AsWorker, Guid.NewGuid())).Parts);
        Expect.Value(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
    }

    private static Task<Outcome<ReferralShown>> ReadAsync(Scene scene, AgencyOnScene agency, Guid referral) =>
        scene.The<ReadReferral>().ExecuteAsync(referral, agency.AsWorker, Guid.NewGuid());
}
