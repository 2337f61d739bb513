using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Auditing;

public class ListLooksTests
{
    [UseCase]
    public async Task ExecuteAsync_AWorkersLook_SaysWhoWhatWhyAndUnderWhichPermission(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await ShareAsync(scene);
        await LookAsync(scene, hospital);

        var looks = (await ListAsync(scene)).Looks;

        var look = looks.Single(l => l.Categories.Contains(DataCategory.StoryPart));
        Assert.Equal(
            (hospital.Worker.DisplayName, hospital.Worker.JobTitle, hospital.Agency.Name, Role.CaseWorker, false, AccessKind.Looked, Purpose.Care),
            (look.Who, look.JobTitle, look.Agency, look.Role, look.IsMe, look.Kind, look.Purpose));
        Assert.Equal([StoryPartKind.AboutMe, StoryPartKind.Medicines], look.Parts);
        Assert.Equal((GroundKind.Consent, (await scene.ConsentOfAsync(hospital)).Reference), (look.Ground, look.ConsentReference));
        Assert.All(looks, l => Assert.Equal(hospital.Agency.Name, l.Agency));
    }

    [UseCase]
    public async Task ExecuteAsync_TheFamilysOwn_AreShownOnRequest(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await ShareAsync(scene);
        await LookAsync(scene, hospital);

        Assert.DoesNotContain((await ListAsync(scene)).Looks, l => l.Role.IsCitizen());
        var all = (await ListAsync(scene, withFamily: true)).Looks;
        Assert.Contains(all, l => l.Who == scene.AsHelen.DisplayName && l.Ground is GroundKind.Delegation && !l.IsMe);
        Assert.Contains(all, l => l.IsMe && l.Categories.Contains(DataCategory.AccessLog));
        Assert.Contains(all, l => l.Agency == hospital.Agency.Name);
    }

    /// <summary>Somebody who acts for another family is not this one: their attempt is what a resident wants to see first.</summary>
    [UseCase]
    public async Task ExecuteAsync_RefusedAttempts_AreShownWhoeverMadeThem(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var stranger = await scene.AddAsync(A.Stranger());
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        Expect.Refused<NotFound, StoryShown>(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, stranger));
        scene.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Expect.Refused<NotFound, StoryShown>(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, police.AsWorker));

        var looks = (await ListAsync(scene)).Looks;

        Assert.Equal([police.Worker.DisplayName, stranger.DisplayName], looks.Select(l => l.Who));
        Assert.All(looks, l => Assert.Equal((AccessKind.Refused, null, null), (l.Kind, l.Ground, l.ConsentReference)));
    }

    [UseCase]
    public async Task ExecuteAsync_ManyLooks_ComeNewestFirstAPageAtATimeAndNoneIsLost(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var entries = Enumerable.Range(0, ListLooks.PageLength * 2 + 7).Select(n => new AccessEntry
        {
            ResidentId = scene.GeorgesId, At = scene.World.Now.AddMinutes(-n / 3), AccountId = hospital.Worker.Id, Role = Role.CaseWorker,
            AgencyId = hospital.Id, Kind = AccessKind.Looked, Category = DataCategory.Identity, Purpose = Purpose.Care, Channel = Channel.Page
        }).ToArray();
        await scene.World.SaveAsync(entries);

        var pages = new List<LooksShown>();
        for (var page = 0; page < 4; page++)
        {
            pages.Add(await ListAsync(scene, page: page));
        }

        Assert.Equal([ListLooks.PageLength, ListLooks.PageLength, 7, 0], pages.Select(p => p.Looks.Count));
        Assert.Equal([true, true, false, false], pages.Select(p => p.HasMore));
        var shown = pages.SelectMany(p => p.Looks).ToList();
        Assert.Equal(shown.OrderByDescending(l => l.At).ThenByDescending(l => l.EntryId), shown);
        Assert.Equal(entries.Select(e => e.Id).Order(), shown.Select(l => l.EntryId).Order());
    }

    [UseCase]
    public async Task ExecuteAsync_PageThatCannotBe_IsTheFirstOrEmpty(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        Assert.Empty((await ListAsync(scene, page: int.MinValue)).Looks);
        Assert.Empty((await ListAsync(scene, page: int.MaxValue)).Looks);
    }

    private static async Task<AgencyOnScene> ShareAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync(StoryPartKind.AboutMe, StoryPartKind.Medicines);
        await scene.ShareAsync(hospital);

        return hospital;
    }

    private static async Task LookAsync(Scene scene, AgencyOnScene agency) => Expect.Value(
        await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid()));

    private static async Task<LooksShown> ListAsync(Scene scene, bool withFamily = false, int page = 0) =>
        Expect.Value(await scene.The<ListLooks>().ExecuteAsync(scene.GeorgesId, withFamily, page, scene.AsGeorge));
}
