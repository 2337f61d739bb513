using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>What a look leaves behind.</summary>
public class DoorTests
{
    [UseCase]
    public async Task Look_LeavesWhoForWhomWhatWhyOnWhatGroundAndWhen(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (housing, referral) = await ShareAsync(scene, StoryPartKind.HomeAndAccess, StoryPartKind.AboutMe);
        var consent = await scene.ConsentOfAsync(housing);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(3));
        var view = Guid.NewGuid();

        var entries = await scene.EntriesOfAsync(() => ReadAsync(scene, housing, referral, view));

        Assert.Equal(
            [
                (DataCategory.StoryPart, "AboutMe,HomeAndAccess", Purpose.Housing, GroundKind.Consent),
                (DataCategory.Referral, "", Purpose.Housing, GroundKind.ConsentAndReferral),
                (DataCategory.CaseHeader, "", Purpose.Housing, GroundKind.ConsentAndReferral)
            ],
            entries.OrderBy(e => e.Category).Select(e => (e.Category, e.Parts, e.Purpose, e.Ground!.Value)));
        Assert.All(entries, entry =>
        {
            Assert.Equal(
                (housing.Worker.Id, housing.Id, Role.CaseWorker, AccessKind.Looked, Channel.Page, scene.World.Now, (Guid?)view),
                (entry.AccountId, entry.AgencyId, entry.Role, entry.Kind, entry.Channel, entry.At, entry.View));
            Assert.Contains(consent.Id.ToString("N"), entry.GroundFacts, StringComparison.Ordinal);
            Assert.Equal(entry.Ground is GroundKind.ConsentAndReferral, entry.GroundFacts.Contains(referral.ToString("N"), StringComparison.Ordinal));
            Assert.Null(entry.Because);
        });
    }

    [UseCase]
    public async Task SamePageAgain_AddsNothing_AnotherPageDoes(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (housing, referral) = await ShareAsync(scene, StoryPartKind.HomeAndAccess);
        var view = Guid.NewGuid();
        await ReadAsync(scene, housing, referral, view);

        Assert.Empty(await scene.EntriesOfAsync(() => ReadAsync(scene, housing, referral, view)));
        Assert.Equal(3, (await scene.EntriesOfAsync(() => ReadAsync(scene, housing, referral, Guid.NewGuid()))).Count);
    }

    [UseCase]
    public async Task SamePageThatNowSeesMore_AddsThat(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (housing, referral) = await ShareAsync(scene, StoryPartKind.HomeAndAccess);
        var view = Guid.NewGuid();
        await ReadAsync(scene, housing, referral, view);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.ShareAsync(new Given(housing, [StoryPartKind.HomeAndAccess, StoryPartKind.Medicines]));

        var entries = await scene.EntriesOfAsync(() => ReadAsync(scene, housing, referral, view));

        Assert.Equal("HomeAndAccess,Medicines", Assert.Single(entries).Parts);
    }

    /// <summary>What an open page shows on another ground from now on is recorded on that ground.</summary>
    [UseCase]
    public async Task SamePageOnAnotherGround_AddsThat(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync(StoryPartKind.Medicines, StoryPartKind.AboutMe);
        await scene.ShareAsync(new Given(hospital, [StoryPartKind.Medicines]));
        var view = Guid.NewGuid();
        Expect.Value(await scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker, view));
        Expect.Value(await scene.The<MakeOverride>().ExecuteAsync(
            scene.GeorgesId, new OverrideTyped(OverrideReason.LifeAtRisk, "He collapsed in the waiting room.", null), hospital.AsWorker));
        Expect.Done(await scene.WithdrawAsync(hospital));

        var entries = await scene.EntriesOfAsync(() => scene.The<ReadMinimum>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker, view));

        Assert.Contains(entries, e => e is { Category: DataCategory.Identity, Ground: GroundKind.Override });
    }

    [UseCase]
    public async Task AnothersPage_HidesNobodysLook(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (housing, referral) = await ShareAsync(scene, StoryPartKind.HomeAndAccess);
        var colleague = housing with { Worker = A.CaseWorker(at: housing.Agency) };
        await scene.World.SaveAsync(colleague.Worker);
        var view = Guid.NewGuid();
        await ReadAsync(scene, housing, referral, view);

        Assert.Equal(3, (await scene.EntriesOfAsync(() => ReadAsync(scene, colleague, referral, view))).Count);
    }

    [UseCase]
    public async Task List_LeavesOneEntryAResidentAndNoneForWhatItDoesNotShow(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (housing, _) = await ShareAsync(scene, StoryPartKind.HomeAndAccess);
        var outsider = await scene.AddAgencyAsync(AgencyKind.Police);

        var shown = await scene.EntriesOfAsync(() => scene.The<ListInbox>().ExecuteAsync(housing.AsWorker, false, Guid.NewGuid()));
        var notShown = await scene.EntriesOfAsync(() => scene.The<ListInbox>().ExecuteAsync(outsider.AsWorker, false, Guid.NewGuid()));

        var entry = Assert.Single(shown);
        Assert.Equal((AccessKind.Listed, DataCategory.Referral), (entry.Kind, entry.Category));
        Assert.Empty(notShown);
    }

    [UseCase]
    public async Task Refused_IsRecordedWithItsReasonAndNoGround(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, referral) = await ShareAsync(scene, StoryPartKind.HomeAndAccess);
        var police = await scene.AddAgencyAsync(AgencyKind.Police);

        var entries = await scene.EntriesOfAsync(async () => Expect.Refused<NotFound, ReferralShown>(
            await scene.The<ReadReferral>().ExecuteAsync(referral, police.AsWorker, Guid.NewGuid())));

        var entry = Assert.Single(entries);
        Assert.Equal(
            (police.Worker.Id, police.Id, AccessKind.Refused, RefusedBecause.NoConsent, null, ""),
            (entry.AccountId, entry.AgencyId, entry.Kind, entry.Because, entry.Ground, entry.GroundFacts));
    }

    [UseCase]
    public async Task AnotherAgencysReferral_IsRefusedToOneThatHasItsOwn(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, housing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.HousingAssociation));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, housing);
        var hospitals = (await scene.ReferralOfAsync(hospital)).Id;

        var entries = await scene.EntriesOfAsync(async () => Expect.Refused<NotFound>(
            await scene.The<TriageReferral>().ExecuteAsync(hospitals, A.Triaged(TriageLevel.P1, "Ours."), housing.AsWorker)));

        Assert.Equal(RefusedBecause.NoReferral, Assert.Single(entries).Because);
    }

    [Fact]
    public async Task SaveThatFails_KeepsNeitherTheChangeNorItsEntry()
    {
        var disk = new BrokenDisk();
        await using var scene = await Scene.OpenAsync(with: services =>
            services.AddDbContextFactory<SqliteGmConnectDbContext>(options => options.AddInterceptors(disk)));

        var entries = await scene.EntriesOfAsync(async () =>
        {
            disk.IsBroken = true;
            await Assert.ThrowsAsync<IOException>(() => scene.AnswerAsync("needed-now", "A ramp."));
            disk.IsBroken = false;
        });

        Assert.Empty(entries);
        Assert.False(await scene.World.ReadAsync(database => database.Set<StoryAnswer>().AnyAsync()));
    }

    [Fact]
    public async Task RowOfAnother_IsNotAdmittedThroughThisRecord()
    {
        await using var scene = await Scene.OpenAsync();
        await using var database = await scene.World.DatabaseAsync();

        Assert.Throws<InvalidOperationException>(() => scene.The<Door>().Admit(
            database, scene.George, new ShareChoice { ResidentId = Guid.CreateVersion7(), AgencyId = Guid.CreateVersion7() }));
    }

    private static async Task<(AgencyOnScene Housing, Guid Referral)> ShareAsync(Scene scene, params StoryPartKind[] parts)
    {
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(housing, parts));

        return (housing, (await scene.ReferralOfAsync(housing)).Id);
    }

    private static async Task ReadAsync(Scene scene, AgencyOnScene agency, Guid referral, Guid view) =>
        Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(referral, agency.AsWorker, view));
}
