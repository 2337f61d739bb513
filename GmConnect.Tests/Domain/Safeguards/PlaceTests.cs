using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Safeguards;

/// <summary>Is it safe that others know where the person is? Who may say so, and what holds from that moment.</summary>
public class PlaceTests
{
    [UseCase]
    public async Task ThePerson_SaysItIsNotSafe_AndNobodyElseKnows_AndTheGuardianHasTwoDays(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await SharedAsync(scene);
        var guardian = await scene.AddGuardianAsync();

        var asked = Expect.Value(await scene.The<SayWhetherPlaceIsSafe>().ExecuteAsync(scene.GeorgesId, false, " My brother. ", scene.AsGeorge));

        Assert.NotNull(await AddressAsync(scene, scene.AsGeorge));
        Assert.Null(await AddressAsync(scene, scene.AsHelen));
        Assert.Null(await AddressAsync(scene, hospital));
        var row = Assert.Single((await scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows);
        Assert.Equal((MatterKind.Question, ReviewReason.PlaceAtRisk, asked!.Reference), (row.Kind, row.Reason, row.Reference));
        // Thursday morning; Friday and Monday are working days.
        Assert.Equal(new DateTime(2026, 3, 17, 0, 0, 0, DateTimeKind.Utc), row.DueAt);

        Expect.Done(await scene.The<CloseMatter>().ExecuteAsync(row.MatterId, Finding.Justified, "We spoke. It stays secret.", false, guardian));
        var answered = Assert.Single(Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge)).Questions);
        Assert.Equal(("My brother.", Finding.DealtWith, "We spoke. It stays secret."), (answered.Words, answered.Finding, answered.Answer));
        Assert.Null(await AddressAsync(scene, hospital));
    }

    /// <summary>Whoever is feared may be the one who acts: they can hide, and never show.</summary>
    [UseCase]
    public async Task WhoActsForThem_CanSayOnlyThatItIsNotSafe_AndGoesOnKnowingWhatTheyKnew(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await SharedAsync(scene);
        var say = scene.The<SayWhetherPlaceIsSafe>();

        Assert.False(Expect.Value(await say.ReadAsync(scene.GeorgesId, scene.AsHelen)).MaySayItIsSafe);
        Assert.True(Expect.Value(await say.ReadAsync(scene.GeorgesId, scene.AsGeorge)).MaySayItIsSafe);
        Expect.Refused<SayWhetherItIsSafe, QuestionAsked?>(await say.ExecuteAsync(scene.GeorgesId, null, null, scene.AsHelen));
        Expect.Refused<OnlyThePersonSaysItIsSafe, QuestionAsked?>(await say.ExecuteAsync(scene.GeorgesId, true, null, scene.AsHelen));
        Expect.Refused<SafeguardWhyTooLong, QuestionAsked?>(
            await say.ExecuteAsync(scene.GeorgesId, false, new string('x', StandingFact.WhyMaxLength + 1), scene.AsHelen));
        Assert.NotNull(await AddressAsync(scene, hospital));
        Expect.Value(await say.ExecuteAsync(scene.GeorgesId, false, null, scene.AsHelen));

        Assert.NotNull(await AddressAsync(scene, scene.AsHelen));
        Assert.Null(await AddressAsync(scene, hospital));
    }

    /// <summary>Nobody asked yet, so nobody knows; the answer "safe" opens it to those with a ground, and the attempt to learn it by answering does not.</summary>
    [UseCase]
    public async Task BeforeAnybodyAsked_NobodyKnows_AndAnsweringTellsNobodyMore(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        var george = A.Resident(placeWasAsked: false);
        var (himself, helen) = (A.SignInOf(george), A.Daughter(of: george));
        await world.SaveAsync(george, himself, helen, A.Delegation(george, helen));
        var (say, read) = (world.The<SayWhetherPlaceIsSafe>(), world.The<ReadPerson>());
        async Task<string?> AddressAsync() => Expect.Value(await read.ExecuteAsync(george.Id, helen.AsActor())).Address;

        Assert.Null(await AddressAsync());
        Expect.Value(await say.ExecuteAsync(george.Id, false, null, helen.AsActor()));
        Assert.Null(await AddressAsync());
        // Safe, he says; but somebody has said that it is not, so the guardian lifts the protection and nobody else.
        Assert.NotNull(Expect.Value(await say.ExecuteAsync(george.Id, true, null, himself.AsActor())));
        Assert.Null(await AddressAsync());
    }

    [UseCase]
    public async Task ThePerson_SaysItIsSafe_AndWhoMaySeeThemSeesWhere(DatabaseProvider provider)
    {
        await using var world = await World.OnAsync(provider);
        var george = A.Resident(placeWasAsked: false);
        var (himself, helen) = (A.SignInOf(george), A.Daughter(of: george));
        await world.SaveAsync(george, himself, helen, A.Delegation(george, helen));

        Assert.Null(Expect.Value(await world.The<SayWhetherPlaceIsSafe>().ExecuteAsync(george.Id, true, null, himself.AsActor())));

        Assert.NotNull(Expect.Value(await world.The<ReadPerson>().ExecuteAsync(george.Id, helen.AsActor())).Address);
    }

    [UseCase]
    public async Task AWorker_WhoHearsOfDanger_HidesItAtOnce_FromTheirOwnColleaguesToo(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await SharedAsync(scene);
        var colleague = await scene.AddAsync(A.Worker(Role.CaseWorker, hospital.Agency));
        var (tell, referral) = (scene.The<TellGuardian>(), (await scene.ReferralOfAsync(hospital)).Id);

        Expect.Refused<SafeguardNeedsWhy>(await tell.OfReferralAsync(referral, Told.PlaceIsNotSafe, " ", hospital.AsWorker));
        Expect.Done(await tell.OfReferralAsync(referral, Told.PlaceIsNotSafe, "Her partner rang the ward.", hospital.AsWorker));

        Assert.NotNull(await AddressAsync(scene, hospital));
        Assert.Null(await AddressAsync(scene, hospital with { Worker = await AccountAsync(scene, colleague) }));
        Assert.Null(await AddressAsync(scene, scene.AsHelen));
        Assert.Empty(Expect.Value(await scene.The<ReadQuestions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Questions);
    }

    private static async Task<AgencyOnScene> SharedAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);

        return hospital;
    }

    private static Task<GmConnect.Domain.Accounts.Account> AccountAsync(Scene scene, Actor actor) =>
        scene.World.ReadAsync(async database => (await database.Accounts.FindAsync(actor.AccountId))!);

    private static async Task<string?> AddressAsync(Scene scene, Actor family) =>
        Expect.Value(await scene.The<ReadPerson>().ExecuteAsync(scene.GeorgesId, family)).Address;

    private static async Task<string?> AddressAsync(Scene scene, AgencyOnScene agency) => Expect.Value(
        await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid())).Who.Address;
}
