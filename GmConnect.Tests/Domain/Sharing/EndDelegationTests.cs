using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

public class EndDelegationTests
{
    [UseCase]
    public async Task ExecuteAsync_ByTheResident_TheDelegateSeesNothingFromThenOn(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.TellStoryAsync(StoryPartKind.AboutMe);

        Expect.Done(await scene.The<EndDelegation>().ExecuteAsync(scene.HelensDelegation.Id, scene.AsGeorge));

        Expect.Refused<NotFound, StoryShown>(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Expect.Refused<NotFound, WhoItIs>(await scene.The<ReadPerson>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
        Assert.Empty(await scene.The<ListPeopleIActFor>().ExecuteAsync(scene.AsHelen));
        var shown = Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Delegations.Single();
        Assert.Equal((scene.World.Now, false), (shown.EndedAt, shown.IsInForce));
    }

    [UseCase]
    public async Task ExecuteAsync_ByTheDelegateHerself_IsNotFoundAndRecorded(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);

        var entries = await scene.EntriesOfAsync(async () =>
            Expect.Refused<NotFound>(await scene.The<EndDelegation>().ExecuteAsync(scene.HelensDelegation.Id, scene.AsHelen)));

        var entry = Assert.Single(entries);
        Assert.Equal(
            (scene.AsHelen.AccountId, AccessKind.Refused, DataCategory.Delegation, RefusedBecause.OnlyTheResidentMay),
            (entry.AccountId, entry.Kind, entry.Category, entry.Because));
        Expect.Value(await scene.The<ReadStory>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
    }

    /// <summary>Who has money matters alone may not read delegations, and must still find the person.</summary>
    [UseCase]
    public async Task ListPeopleIActFor_WhoActsInMoneyMattersAlone_FindsThem(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var attorney = A.Daughter(of: scene.George);
        await scene.World.SaveAsync(attorney, new Delegation
        {
            ResidentId = scene.GeorgesId, DelegateId = attorney.Id, Kind = DelegationKind.PropertyAttorney, Relationship = "niece", Scope = DelegationScope.View,
            WitnessedBy = "Office of the Public Guardian", From = scene.World.Now.AddDays(-1), Until = scene.World.Now.AddDays(9)
        });

        var person = Assert.Single(await scene.The<ListPeopleIActFor>().ExecuteAsync(attorney.AsActor()));

        Assert.Equal((scene.GeorgesId, "niece", false), (person.ResidentId, person.Relationship, person.SeesMoreThanTheStory));
        Assert.True(Assert.Single(await scene.The<ListPeopleIActFor>().ExecuteAsync(scene.AsHelen)).SeesMoreThanTheStory);
    }

    [UseCase]
    public async Task ListPeopleIActFor_TwoDelegationsOfOnePerson_IsOnePersonWithTheWiderScope(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider, DelegationScope.View);
        await scene.World.SaveAsync(new Delegation
        {
            ResidentId = scene.GeorgesId, DelegateId = scene.AsHelen.AccountId, Relationship = "daughter", Scope = DelegationScope.Manage,
            WitnessedBy = "Ward clerk", From = scene.World.Now, Until = scene.World.Now.AddDays(3)
        });

        Assert.Equal(DelegationScope.Manage, Assert.Single(await scene.The<ListPeopleIActFor>().ExecuteAsync(scene.AsHelen)).Scope);
        Assert.True(Assert.Single(await scene.The<ListPeopleIActFor>().ExecuteAsync(scene.AsGeorge)).IsMe);
    }
}
