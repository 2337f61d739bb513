using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>What a referral opened ends with it, and who handed it over reads why.</summary>
public class ReferralEndsTests
{
    [UseCase]
    public async Task Refused_TheAgencySeesNothingMore_AndIsToldSo(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;
        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync(referral, "Not ours.", council.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromSeconds(1));

        Expect.Refused<NotFound>(await scene.The<ReadReferral>().ExecuteAsync(referral, council.AsWorker, Guid.NewGuid()));
        var inbox = await scene.The<ListInbox>().ExecuteAsync(council.AsWorker, false, Guid.NewGuid());
        Assert.Empty(inbox.Rows);
        Assert.Single(inbox.Withdrawn);
        Assert.Contains(await scene.MessagesToAsync(council), m => m.Kind is MessageKind.ConsentWithdrawn);
        Assert.Equal(PermissionState.TurnedDown, (await PermissionAsync(scene)).State);
    }

    [UseCase]
    public async Task Refused_WhatAnotherGroundNeedsStays(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        await scene.OpenCaseAsync(council);
        await scene.World.SaveAsync(new Referral
        {
            Reference = Reference.New(), ResidentId = scene.GeorgesId, AgencyId = council.Id, ConsentId = (await scene.ConsentOfAsync(council)).Id, Purpose = Purpose.Care,
            ReceivedAt = scene.World.Now.AddMinutes(1)
        }.Begin());
        scene.World.Clock.Advance(TimeSpan.FromMinutes(2));

        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync((await scene.ReferralOfAsync(council)).Id, "We are there already.", council.AsWorker));

        Assert.True((await scene.ConsentOfAsync(council)).IsInForce(scene.World.Now));
    }

    [UseCase]
    public async Task Redirected_TheFamilySharesWithTheRightOneInTwoSteps(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, other) = await SharedAsync(scene);
        Expect.Done(await scene.The<AnswerReferral>().RedirectAsync((await scene.ReferralOfAsync(council)).Id, other.Id, "He lives in their area.", council.AsWorker));

        var permission = await PermissionAsync(scene);
        Assert.Equal(
            (ProgressStep.Redirected, "He lives in their area.", other.Agency.Name), (permission.Progress.Step, permission.Progress.Reason, permission.RightAgency));
        Expect.Done(await scene.The<ChooseWhoMaySee>().InsteadAsync(scene.GeorgesId, permission.ConsentId, scene.AsHelen));
        Expect.Value(await scene.AgreeAsync());

        Assert.Equal([StoryPartKind.AboutMe], (await scene.ConsentOfAsync(other)).Parts.Select(p => p.Part));
        Assert.Equal(ReferralStatus.New, (await scene.ReferralOfAsync(other)).Status);
    }

    [UseCase]
    public async Task Redirected_ToWhoHasThePermission_IsAReferralOfTheirs(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, other) = await SharedAsync(scene);
        await scene.ShareAsync(other);
        await scene.OpenCaseAsync(other);
        var before = (await scene.ReferralOfAsync(other)).Id;
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Expect.Done(await scene.The<AnswerReferral>().RedirectAsync((await scene.ReferralOfAsync(council)).Id, other.Id, "Theirs.", council.AsWorker));

        var handed = await scene.ReferralOfAsync(other);
        Assert.NotEqual(before, handed.Id);
        Assert.Equal(ReferralStatus.New, handed.Status);
    }

    [UseCase]
    public async Task Asked_TheFamilyAnswersOnItsOwnPage(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;
        Expect.Done(await scene.The<AskForMore>().AskAsync(referral, "How many steps?", council.AsWorker));

        var progress = (await PermissionAsync(scene)).Progress;
        Assert.Equal((ProgressStep.Asking, null), (progress.Step, progress.AnswerBy));
        var question = Expect.Value(await scene.The<AskForMore>().ReadAsync(scene.GeorgesId, progress.QuestionId!.Value, scene.AsHelen));
        Assert.Equal("How many steps?", question.Words);
        Expect.Refused<ReferralAnswerNeeded>(await scene.The<AskForMore>().AnswerAsync(scene.GeorgesId, question.QuestionId, " ", scene.AsHelen));
        Expect.Done(await scene.The<AskForMore>().AnswerAsync(scene.GeorgesId, question.QuestionId, "Twelve.", scene.AsHelen));

        var shown = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(referral, council.AsWorker, Guid.NewGuid()));
        Assert.Equal((ReferralStatus.New, "Twelve."), (shown.Status, Assert.Single(shown.Questions).Answer));
        Assert.NotNull((await PermissionAsync(scene)).Progress.AnswerBy);
    }

    [UseCase]
    public async Task WhatIsPrivate_TellsRelativesNeitherClockNorReason(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;
        var answers = A.TriageAnswers(TriageLevel.P4).Given.ToDictionary();
        answers["domestic-abuse"] = TriageAnswers.Yes;
        Expect.Done(await scene.The<TriageReferral>().ExecuteAsync(referral, new TriageTyped(answers), council.AsWorker));

        Assert.Null((await PermissionAsync(scene)).Progress.AnswerBy);
        Expect.Done(await scene.The<AnswerReferral>().RefuseAsync(referral, "Her husband was here.", council.AsWorker));
        Assert.Null((await PermissionAsync(scene)).Progress.Reason);
        Assert.Equal("Her husband was here.", (await PermissionAsync(scene, scene.AsGeorge)).Progress.Reason);
    }

    [UseCase]
    public async Task OfManyWhoTakeTheSameOne_OneHasIt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;
        var workers = new List<Actor> { council.AsWorker };
        for (var i = 0; i < 4; i++)
        {
            workers.Add(await scene.AddAsync(A.CaseWorker(at: council.Agency)));
        }

        var taken = await Task.WhenAll(workers.Select(who => Task.Run(() =>
            scene.The<AssignReferrals>().ExecuteAsync([new ToAssign(referral, null)], who.AccountId, who))));

        Assert.Equal(1, taken.Sum(t => t.Value!.Done));
        Assert.Equal(4, taken.Sum(t => t.Value!.TakenByOthers));
    }

    [UseCase]
    public async Task Assign_WhatIsNotTheirs_OrToAnotherAgency_IsNotFound(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, other) = await SharedAsync(scene);
        var referral = (await scene.ReferralOfAsync(council)).Id;

        Expect.Refused<NotFound>(await scene.The<AssignReferrals>().ExecuteAsync([new ToAssign(referral, null)], other.Worker.Id, other.AsWorker));
        Expect.Refused<NotFound>(await scene.The<AssignReferrals>().ExecuteAsync([new ToAssign(referral, null)], other.Worker.Id, council.AsWorker));
        Expect.Refused<NotFound>(await scene.The<AssignReferrals>().PutBeforeAsync([new ToAssign(referral, null)], Guid.NewGuid(), council.AsWorker));
        Expect.Refused<NothingChosen>(await scene.The<AssignReferrals>().ExecuteAsync([], null, council.AsWorker));
    }

    [UseCase]
    public async Task AClock_WarnsOnceAndEscalatesOnce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (council, _) = await SharedAsync(scene);
        var watch = scene.The<WatchReferralClocks>();
        var referral = await scene.ReferralOfAsync(council);
        Assert.Equal(0, await watch.ExecuteAsync());

        scene.World.Clock.SetUtcNow(new DateTimeOffset(referral.WarnsOn!.Value, TimeSpan.Zero));
        Assert.Equal((1, 0), (await watch.ExecuteAsync(), await watch.ExecuteAsync()));
        scene.World.Clock.SetUtcNow(new DateTimeOffset(referral.DueAt!.Value, TimeSpan.Zero));
        Assert.Equal((1, 0), (await watch.ExecuteAsync(), await watch.ExecuteAsync()));
        Assert.NotNull((await scene.ReferralOfAsync(council)).EscalatedAt);
    }

    private static async Task<(AgencyOnScene Council, AgencyOnScene Other)> SharedAsync(Scene scene)
    {
        var (council, other) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.ShareAsync(council);

        return (council, other);
    }

    private static async Task<PermissionShown> PermissionAsync(Scene scene, Actor? reader = null) =>
        Assert.Single(Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, reader ?? scene.AsHelen)).Permissions);
}
