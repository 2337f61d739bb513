using System.Text.Encodings.Web;
using System.Text.Json;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Domain.Oversight;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>No relative learns where a protected person is: by nothing that a delegate can get.</summary>
public class ProtectedResidentTests
{
    private static readonly JsonSerializerOptions _asItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [UseCase]
    public async Task NothingADelegateGets_TellsThePlace(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        var caseId = await BeginAsync(scene);

        var shown = await AllShownToAsync(scene, scene.AsHelen, caseId);

        var told = await HelpersAsync(scene);
        Assert.True(told.Count >= 3);
        Assert.All(told.Concat(Places(scene)), place => Assert.DoesNotContain(place, shown, StringComparison.OrdinalIgnoreCase));
    }

    [UseCase]
    public async Task TheProtectedPerson_SeesTheirOwnAddress(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        var caseId = await BeginAsync(scene);

        var shown = await AllShownToAsync(scene, scene.AsGeorge, caseId);

        Assert.All((await HelpersAsync(scene)).Concat(Places(scene)), place => Assert.Contains(place, shown, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>With whom a protected person shares tells where they are helped, so no relative chooses it or reads it.</summary>
    [UseCase]
    public async Task ADelegate_NeitherChoosesNorSeesWithWhomIsShared(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        await BeginAsync(scene);

        var draft = Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Assert.False(draft.MayChange);
        Assert.Empty(draft.Agencies);
        Expect.Refused<OnlyTheProtectedPersonShares>(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [Guid.NewGuid()], scene.AsHelen));
        Expect.Refused<OnlyTheProtectedPersonShares, SharePreview>(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Expect.Refused<OnlyTheProtectedPersonShares, StoryShared>(await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed("x"), scene.AsHelen));
        Assert.NotEmpty(Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Agencies);
    }

    /// <summary>Those who help a protected person work with each other, and do not read where the person is.</summary>
    [UseCase]
    public async Task TheCareTeam_KnowsWhoElseHelps_AndNotThePlace(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, isProtected: true);
        await BeginAsync(scene);
        var (worker, agency) = await scene.World.ReadAsync(async database =>
        {
            var account = await database.Accounts.Where(a => a.AgencyId != null).OrderBy(a => a.Id).FirstAsync();

            return (account.AsActor(), await database.Agencies.SingleAsync(a => a.Id == account.AgencyId));
        });

        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, worker, Guid.NewGuid()));

        Assert.Equal((agency.Name, null, null), (Assert.Single(plan.Actions).Owner, plan.Who.Address, plan.Who.Phone));
        Assert.Contains(plan.History, h => h.Who == worker.DisplayName);
    }

    private static async Task<Guid> BeginAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.AddAgencyAsync(AgencyKind.Voluntary);
        await scene.TellStoryAsync(StoryPartKind.Medicines);
        var choose = scene.The<ChooseWhoMaySee>();
        Expect.Done(await choose.AgenciesAsync(scene.GeorgesId, [hospital.Id], scene.AsGeorge));
        Expect.Done(await choose.PartsAsync(scene.GeorgesId, new[] { StoryPartKind.Medicines }.ToLookup(_ => hospital.Id), scene.AsGeorge));
        Expect.Done(await choose.PurposesAsync(
            scene.GeorgesId, new Dictionary<Guid, (Purpose?, DateOnly?)> { [hospital.Id] = (Purpose.Care, scene.InThreeMonths) }, scene.AsGeorge));
        Expect.Value(await scene.AgreeAsync(scene.AsGeorge));
        var caseId = await scene.OpenCaseAsync(hospital);
        var goal = Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "To be safe", hospital.AsWorker));
        Expect.Value(await scene.The<ChangePlan>().AddActionAsync(
            scene.GeorgesId, new ActionTyped(goal, "A new lock", hospital.Id, null), hospital.AsWorker));

        return caseId;
    }

    private static string[] Places(Scene scene) => [scene.George.AddressLine, scene.George.Postcode, scene.George.Phone!];

    /// <summary>Those who help, and where they work.</summary>
    private static Task<List<string>> HelpersAsync(Scene scene) => scene.World.ReadAsync(async database =>
    {
        var agencies = await database.Agencies.Select(a => a.Name).ToListAsync();
        var working = await database.Set<AccessEntry>().Where(e => e.AgencyId != null).Select(e => e.AccountId).ToListAsync();
        var workers = await database.Accounts.Where(a => working.Contains(a.Id)).Select(a => a.DisplayName).ToListAsync();

        return agencies.Concat(workers).ToList();
    });

    /// <summary>Everything that a citizen's pages can ask for, as text.</summary>
    private static async Task<string> AllShownToAsync(Scene scene, Actor actor, Guid caseId)
    {
        var id = scene.GeorgesId;
        object?[] shown =
        [
            Expect.Value(await scene.The<ReadPerson>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadStory>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(id, actor)),
            (await scene.The<PreviewShare>().ExecuteAsync(id, actor)).Value,
            Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(id, actor)),
            Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(id, actor, null)),
            (await scene.The<ReadCase>().ExecuteAsync(caseId, actor, Guid.NewGuid())).Value,
            Expect.Value(await scene.The<ListLooks>().ExecuteAsync(id, true, 0, actor)),
            (await scene.The<ReadLook>().ExecuteAsync(id, (await scene.EntriesAsync()).First(e => e.AgencyId is not null).Id, actor)).Value,
            Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(id, actor)),
            (await scene.The<ExplainDecision>().ForFamilyAsync(id, (await scene.EntriesAsync()).First(e => e.AgencyId is not null).Id, actor)).Value,
            (await scene.The<SayWhetherPlaceIsSafe>().ReadAsync(id, actor)).Value,
            await scene.The<ListPeopleIActFor>().ExecuteAsync(actor)
        ];

        return string.Concat(shown.OfType<object>().Select(s => JsonSerializer.Serialize(s, s.GetType(), _asItIs)));
    }
}
