using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

public class ForeseeStopTests
{
    [UseCase]
    public async Task OnlyAgreement_EverythingStops_AndPeopleAreCountedOnceEach(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        await scene.GivePermissionsAsync([scene.Nursing, scene.Hospital], 10, StoryPartKind.AboutMe, StoryPartKind.Medicines);
        await scene.GivePermissionsAsync([scene.Nursing], 1, StoryPartKind.AboutMe);

        var foreseen = await ForeseeAsync(scene, id);

        Assert.Equal(
            [(scene.Nursing.Name, 11, 8), (scene.Hospital.Name, 10, 8)],
            foreseen.Flows.Select(f => (f.Agency, f.People.Number, f.Parts.Count)));
        Assert.Equal((2, new PeopleCount(11, false)), (foreseen.Agencies, foreseen.People));
    }

    [UseCase]
    public async Task UnderTenPeople_AreNeverNumbered(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        await scene.GivePermissionsAsync([scene.Nursing], 9, StoryPartKind.AboutMe);
        await scene.GivePermissionsAsync([scene.Hospital], 12, StoryPartKind.AboutMe);

        var foreseen = await ForeseeAsync(scene, id);

        Assert.Equal([true, false], foreseen.Flows.OrderBy(f => f.People.Number).Select(f => f.People.IsHidden));
        Assert.Equal(new PeopleCount(20, true), foreseen.People);
    }

    [UseCase]
    public async Task AnotherAgreementInForce_KeepsTheFlow(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        await scene.SignedAsync();

        Assert.Empty((await ForeseeAsync(scene, id)).Flows);
    }

    [UseCase]
    public async Task AnotherOverSomeParts_CountsOnlyPermissionsForTheOthers(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        await scene.SignedAsync(scene.Typed() with { Parts = [StoryPartKind.AboutMe] });
        await scene.GivePermissionsAsync([scene.Nursing], 12, StoryPartKind.AboutMe);
        await scene.GivePermissionsAsync([scene.Nursing], 10, StoryPartKind.AboutMe, StoryPartKind.Medicines);

        var nursing = (await ForeseeAsync(scene, id)).Flows.Single(f => f.Agency == scene.Nursing.Name);

        Assert.DoesNotContain(StoryPartKind.AboutMe, nursing.Parts);
        Assert.Empty(nursing.Categories);
        Assert.Equal(10, nursing.People.Number);
    }

    [UseCase]
    public async Task AnotherThatIsSuspended_OrNotWhollySigned_KeepsNothing(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        var other = await scene.SignedAsync();
        await scene.DraftAsync();
        Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(other, "A laptop was lost.", scene.Guardian));

        Assert.Equal(2, (await ForeseeAsync(scene, id)).Flows.Count);
    }

    [UseCase]
    public async Task OfASuspendedOne_SaysWhatHasStopped(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();
        Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(id, "A laptop was lost.", scene.Guardian));

        Assert.Equal(2, (await ForeseeAsync(scene, id)).Flows.Count);
    }

    [UseCase]
    public async Task WhenItRunsOut_AnAgreementThatEndsSoonerKeepsNothing_AndOneThatLastsDoes(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var lastDay = LondonTime.DayOf(scene.World.Now).AddYears(1);
        var id = await scene.SignedAsync();
        await scene.SignedAsync(scene.Typed() with { LastDay = lastDay.AddDays(-1) });
        await scene.SignedAsync(scene.Typed(scene.Nursing, scene.Hospital) with { LastDay = lastDay.AddDays(1), Parts = [StoryPartKind.AboutMe] });

        Assert.Empty((await ForeseeAsync(scene, id)).Flows);
        var later = await ForeseeAsync(scene, id, lastDay);

        Assert.Equal(2, later.Flows.Count);
        Assert.All(later.Flows, f => Assert.DoesNotContain(StoryPartKind.AboutMe, f.Parts));
    }

    [UseCase]
    public async Task PermissionThatEndedOrWasWithdrawn_IsNotCounted(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync(scene.Typed() with { LastDay = LondonTime.DayOf(scene.World.Now).AddYears(3) });
        await scene.GivePermissionsAsync([scene.Nursing], 10, StoryPartKind.AboutMe);
        Assert.Equal(10, (await ForeseeAsync(scene, id)).People.Number);

        await scene.World.ReadAsync(async database =>
        {
            var consent = database.Set<ConsentRecord>().First();
            Expect.Done(consent.Withdraw(new Stamp(consent.GivenBy, scene.World.Now)));

            return await database.SaveChangesAsync();
        });

        Assert.True((await ForeseeAsync(scene, id)).People.IsHidden);
        Assert.True((await ForeseeAsync(scene, id, LondonTime.DayOf(scene.World.Now).AddYears(3))).People.IsHidden);
    }

    private static async Task<StopForeseen> ForeseeAsync(AgreementScene scene, Guid id, DateOnly? lastDay = null) =>
        Expect.Value(await scene.The<ForeseeStop>().ExecuteAsync(id, lastDay, scene.Guardian));
}
