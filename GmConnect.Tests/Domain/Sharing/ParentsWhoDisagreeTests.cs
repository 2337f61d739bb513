using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Two people with parental responsibility for a child of ten. Source: docs/sharing-decision.md, rule 49.</summary>
public class ParentsWhoDisagreeTests
{
    [UseCase]
    public async Task TheNoOfOne_Stands_WhateverTheOtherAllows_UntilTheyTakeItBack(DatabaseProvider provider)
    {
        await using var home = await HomeAsync(provider);
        await home.ShareAsync(home.Mother);
        Assert.True(await home.SeesAsync());

        Expect.Done(await home.WithdrawAsync(home.Father));
        Assert.False(await home.SeesAsync());
        await home.ShareAsync(home.Mother);
        Assert.False(await home.SeesAsync());
        Assert.Equal(ReviewReason.ParentsDisagree, Assert.Single(await home.DeskAsync()).Reason);

        // His no is his: she does not lift it, and he does.
        var no = Assert.Single(await home.PermissionsAsync(home.Father), p => p.State is PermissionState.Refused);
        Assert.True(no.IsMyNo);
        Assert.False(Assert.Single(await home.PermissionsAsync(home.Mother), p => p.State is PermissionState.Refused).IsMyNo);
        Expect.Refused<NotFound>(await home.The<WithdrawConsent>().ExecuteAsync(no.ConsentId, home.Mother));
        Expect.Done(await home.The<WithdrawConsent>().ExecuteAsync(no.ConsentId, home.Father));
        Assert.True(await home.SeesAsync());
        Expect.Refused<ConsentAlreadyWithdrawn>(await home.The<WithdrawConsent>().ExecuteAsync(no.ConsentId, home.Father));
    }

    /// <summary>Who gave it and withdraws it changes their own mind: nobody disagrees.</summary>
    [UseCase]
    public async Task WhoWithdrawsTheirOwn_SaysNoNo(DatabaseProvider provider)
    {
        await using var home = await HomeAsync(provider);
        await home.ShareAsync(home.Mother);
        Assert.True(Assert.Single(await home.PermissionsAsync(home.Father)).OfTheOtherParent);
        Assert.False(Assert.Single(await home.PermissionsAsync(home.Mother)).OfTheOtherParent);

        Expect.Done(await home.WithdrawAsync(home.Mother));

        Assert.Equal(PermissionState.Withdrawn, Assert.Single(await home.PermissionsAsync(home.Mother)).State);
        Assert.Empty(await home.DeskAsync());
        await home.ShareAsync(home.Father);
        Assert.True(await home.SeesAsync());
    }

    private static async Task<Home> HomeAsync(DatabaseProvider provider)
    {
        var world = await World.OnAsync(provider);
        var child = new Resident
        {
            Id = Guid.CreateVersion7(), GivenName = "Zainab", FamilyName = "Example", BirthDate = world.Clock.Today().AddYears(-10), AddressLine = "3 Nowhere",
            Town = "Salford", Postcode = "M5 4WT", Borough = "Salford", PlaceWasAsked = true
        };
        var (mother, father, hospital, oversight) = (A.Daughter(of: child), A.Daughter(of: child), A.Agency(AgencyKind.Hospital), A.Agency(AgencyKind.Oversight));
        var (worker, guardian) = (A.CaseWorker(at: hospital), A.Worker(Role.DataGuardian, oversight));
        await world.SaveAsync(child, mother, father, hospital, worker, oversight, guardian, ParentOf(child, mother, world), ParentOf(child, father, world));
        var home = new Home(world, child, mother.AsActor(), father.AsActor(), hospital, worker.AsActor(), guardian.AsActor());
        Expect.Done(await home.The<SaveAnswer>().ExecuteAsync(child.Id, new AnswerTyped("most-important", "My rabbit.", null), home.Mother));
        Expect.Done(await home.The<ConfirmStory>().ExecuteAsync(child.Id, home.Mother));

        return home;
    }

    private static Delegation ParentOf(Resident child, Account parent, World world) => new()
    {
        ResidentId = child.Id, DelegateId = parent.Id, Kind = DelegationKind.Parent, Relationship = "parent", Scope = DelegationScope.Manage,
        WitnessedBy = "Registrar", From = world.Now.AddDays(-1), Until = world.Now.AddYears(9)
    };

    private sealed record Home(World World, Resident Child, Actor Mother, Actor Father, Agency Hospital, Actor Worker, Actor Guardian) : IAsyncDisposable
    {
        public T The<T>() where T : notnull => World.The<T>();

        public async Task ShareAsync(Actor by)
        {
            World.Clock.Advance(TimeSpan.FromMinutes(1));
            var choose = The<ChooseWhoMaySee>();
            Expect.Done(await choose.AgenciesAsync(Child.Id, [Hospital.Id], by));
            Expect.Done(await choose.PartsAsync(Child.Id, new[] { StoryPartKind.AboutMe }.ToLookup(_ => Hospital.Id), by));
            Expect.Done(await choose.PurposesAsync(
                Child.Id, new Dictionary<Guid, (Purpose?, DateOnly?)> { [Hospital.Id] = (Purpose.Care, World.Clock.Today().AddMonths(3)) }, by));
            var preview = Expect.Value(await The<PreviewShare>().ExecuteAsync(Child.Id, by));
            Expect.Value(await The<ShareStory>().ExecuteAsync(Child.Id, Scene.Agreed(preview.Mark), by));
        }

        public async Task<Outcome> WithdrawAsync(Actor by)
        {
            World.Clock.Advance(TimeSpan.FromMinutes(1));
            var given = (await PermissionsAsync(by)).First(p => p.State is PermissionState.InForce);

            return await The<WithdrawConsent>().ExecuteAsync(given.ConsentId, by);
        }

        public async Task<IReadOnlyList<PermissionShown>> PermissionsAsync(Actor by) =>
            Expect.Value(await The<ReadPermissions>().ExecuteAsync(Child.Id, by)).Permissions;

        public async Task<IReadOnlyList<MatterRow>> DeskAsync() => (await The<ListMatters>().ExecuteAsync(Guardian, false, Guid.NewGuid())).Rows;

        public async Task<bool> SeesAsync()
        {
            var referral = await World.ReadAsync(async database =>
                await database.Set<Referral>().Where(r => r.ResidentId == Child.Id).OrderByDescending(r => r.ReceivedAt).Select(r => r.Id).FirstAsync());

            return (await The<ReadReferral>().ExecuteAsync(referral, Worker, Guid.NewGuid())).Value?.Parts.Count > 0;
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}
