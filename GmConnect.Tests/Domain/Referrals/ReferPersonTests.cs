using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

public class ReferPersonTests
{
    private const string Words = "He has bruises that he cannot explain.";

    [UseCase]
    public async Task UnderALaw_TheyGetWhoAndTheWords_AndNothingOfTheStory(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, council) = await ReferredAsync(scene);

        var shown = await ReadAsync(scene, council);

        Assert.Equal((Words, scene.George.FullName, DisclosureLaws.All[0]), (shown.Words, shown.Who.FullName, shown.Law));
        Assert.Empty(shown.Parts);
        var matter = Assert.Single(await scene.The<ListMatters>().ExecuteAsync(await scene.AddGuardianAsync(), false, Guid.NewGuid()) is var list ? list.Rows : []);
        Assert.Equal(ReviewReason.SharedUnderLaw, matter.Reason);
        Assert.NotEmpty(hospital.Agency.Name);
    }

    [UseCase]
    public async Task UnderALaw_TheyTriageAnswerAndWorkOnIt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, council) = await ReferredAsync(scene);

        await scene.TriageAsync(council);
        var file = Expect.Value(await scene.The<OpenCase>().ExecuteAsync((await scene.ReferralOfAsync(council)).Id, "That he is safe", "asks what he wants", council.AsWorker));

        Assert.Equal("That he is safe", Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, council.AsWorker, Guid.NewGuid())).Summary);
    }

    [UseCase]
    public async Task AfterItsDays_TheLawOpensNothingMore(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, council) = await ReferredAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;

        scene.World.Clock.Advance(TimeSpan.FromDays(ReferPerson.UnderLawForDays + 1));

        Expect.Refused<NotFound>(await scene.The<ReadReferral>().ExecuteAsync(referral, council.AsWorker, Guid.NewGuid()));
    }

    [UseCase]
    public async Task WhatIsReferredUnderALaw_NoRelativeHearsOf(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await ReferredAsync(scene);

        var permissions = Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions;

        Assert.DoesNotContain(permissions, p => p.Purpose is Purpose.Safety);
        Assert.DoesNotContain(
            Expect.Value(await scene.The<GmConnect.Domain.Rights.ReadCorrectable>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Written, w => w.Words.Contains(Words, StringComparison.Ordinal));
    }

    [UseCase]
    public async Task TheReferrer_ReadsTheAnswer_AndAnswersWhatIsAsked(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, council) = await ReferredAsync(scene);
        var (theirs, ours) = ((await scene.ReferralOfAsync(council)).Id, (await scene.ReferralOfAsync(hospital)).Id);
        Expect.Done(await scene.The<AskForMore>().AskAsync(theirs, "Since when?", council.AsWorker));

        var asked = Assert.Single(Expect.Value(await scene.The<ReadHandedOn>().FromReferralAsync(ours, hospital.AsWorker, Guid.NewGuid())));
        Assert.Equal(("Since when?", ReferralStatus.MoreAsked), (asked.Question, asked.Status));
        Expect.Done(await scene.The<ReadHandedOn>().AnswerFromReferralAsync(ours, asked.QuestionId!.Value, "Since Sunday.", hospital.AsWorker));
        Assert.Equal("Since Sunday.", Assert.Single((await ReadAsync(scene, council)).Questions).Answer);

        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync(theirs, "He lives in Bury.", council.AsWorker));
        var answered = Assert.Single(Expect.Value(await scene.The<ReadHandedOn>().FromReferralAsync(ours, hospital.AsWorker, Guid.NewGuid())));
        Assert.Equal((ReferralStatus.Refused, "He lives in Bury."), (answered.Status, answered.Reason));
    }

    [UseCase]
    public async Task WithoutPermission_OnlyWhoKeepsPeopleSafe_AndOnlyWithALaw(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await SharedAsync(scene);
        var (council, fire) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync(AgencyKind.Fire));
        Task<Outcome<Referred>> ReferAsync(AgencyOnScene to, string? words, string? law) => FromAsync(scene, hospital, new ReferTyped(to.Id, words, law));

        Expect.Refused<ReferralNeedsPermission>(await ReferAsync(council, Words, null));
        Expect.Refused<LawNotForAgency>(await ReferAsync(fire, Words, DisclosureLaws.All[0]));
        Expect.Refused<ReferralNeedsWords>(await ReferAsync(council, " ", DisclosureLaws.All[0]));
        Expect.Value(await ReferAsync(council, Words, DisclosureLaws.All[0]));
        Expect.Refused<AlreadyReferred>(await ReferAsync(council, Words, DisclosureLaws.All[0]));
    }

    /// <summary>A permission for care is none to read what was told for somebody's safety.</summary>
    [UseCase]
    public async Task UnderALawAndRedirected_TheWordsGoNowhereByThemselves(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, council) = await ReferredAsync(scene);
        var nursing = await scene.AddAgencyAsync(AgencyKind.CommunityHealth);
        await scene.ShareAsync(nursing);
        await scene.OpenCaseAsync(nursing);
        var before = (await scene.ReferralOfAsync(nursing)).Id;
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Expect.Done(await scene.The<AnswerReferral>().RedirectAsync((await scene.ReferralOfAsync(council)).Id, nursing.Id, "They visit him.", council.AsWorker));

        Assert.Equal(before, (await scene.ReferralOfAsync(nursing)).Id);
    }

    private static async Task<AgencyOnScene> SharedAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);

        return hospital;
    }

    private static async Task<(AgencyOnScene Hospital, AgencyOnScene Council)> ReferredAsync(Scene scene)
    {
        var hospital = await SharedAsync(scene);
        var council = await scene.AddAgencyAsync();
        Expect.Value(await FromAsync(scene, hospital, new ReferTyped(council.Id, Words, DisclosureLaws.All[0])));

        return (hospital, council);
    }

    private static async Task<Outcome<Referred>> FromAsync(Scene scene, AgencyOnScene from, ReferTyped typed) =>
        await scene.The<ReferPerson>().FromReferralAsync((await scene.ReferralOfAsync(from)).Id, typed, from.AsWorker);

    private static async Task<ReferralShown> ReadAsync(Scene scene, AgencyOnScene agency) => Expect.Value(
        await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(agency)).Id, agency.AsWorker, Guid.NewGuid()));
}
