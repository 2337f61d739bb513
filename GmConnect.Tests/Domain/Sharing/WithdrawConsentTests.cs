using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Sharing;

public class WithdrawConsentTests
{
    [UseCase]
    public async Task ExecuteAsync_FromTheNextRequestOnTheAgencySeesNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, housing) = await ShareWithTwoAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(housing, caseId);
        var referral = (await scene.ReferralOfAsync(housing)).Id;

        Expect.Done(await scene.WithdrawAsync(housing));

        Expect.Refused<NotFound, ReferralShown>(await scene.The<ReadReferral>().ExecuteAsync(referral, housing.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(caseId, housing.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound, PlanShown>(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, housing.AsWorker, null));
        Expect.Refused<NotFound, Guid>(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "x", housing.AsWorker));
        Assert.Empty(await scene.The<ReadCase>().MineAsync(housing.AsWorker, Guid.NewGuid()));
        Assert.Empty((await scene.The<ListInbox>().ExecuteAsync(housing.AsWorker, answered: true, Guid.NewGuid())).Rows);
        Assert.Equal(ReferralStatus.Withdrawn, (await scene.ReferralOfAsync(housing)).Status);
        // Nobody else loses anything.
        Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid()));
        Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, hospital.AsWorker, null));
    }

    [UseCase]
    public async Task ExecuteAsync_EndsTheAgencysPlacesInTheCareTeamAndKeepsTheRecord(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, housing) = await ShareWithTwoAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(housing, caseId);
        scene.World.Clock.Advance(TimeSpan.FromHours(1));

        Expect.Done(await scene.WithdrawAsync(housing));

        var team = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid())).CareTeam;
        Assert.Equal(scene.World.Now, team.Single(m => m.AccountId == housing.Worker.Id).Until);
        Assert.Null(team.Single(m => m.AccountId == hospital.Worker.Id).Until);
    }

    [UseCase]
    public async Task ExecuteAsync_QueuedMessages_AreCancelledWithTheirBodiesAndANoticeFollows(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, housing) = await ShareWithTwoAsync(scene);
        var consent = await scene.ConsentOfAsync(housing);

        Expect.Done(await scene.WithdrawAsync(housing));

        var messages = await scene.MessagesToAsync(housing);
        Assert.Equal(
            [(MessageKind.StoryShared, MessageStatus.Cancelled), (MessageKind.ConsentWithdrawn, MessageStatus.Waiting)],
            messages.Select(m => (m.Kind, m.Status)));
        Assert.Null(await scene.BodyOfAsync(messages[0]));
        var notice = (await scene.BodyOfAsync(messages[1]))!;
        Assert.Contains(consent.Reference, notice, StringComparison.Ordinal);
        Assert.All(
            new[] { scene.George.FamilyName, scene.George.NhsNumber!, scene.George.Postcode, "What George says" },
            word => Assert.DoesNotContain(word, notice, StringComparison.Ordinal));
        Assert.Equal(MessageStatus.Waiting, Assert.Single(await scene.MessagesToAsync(hospital)).Status);
    }

    [UseCase]
    [Row(MessageStatus.Dead, MessageStatus.Cancelled)]
    [Row(MessageStatus.Sending, MessageStatus.Sending)]
    [Row(MessageStatus.Delivered, MessageStatus.Delivered)]
    public async Task ExecuteAsync_MessageBegunCountsAsSent_DeadLetterIsCancelled(DatabaseProvider provider, MessageStatus was, MessageStatus becomes)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);
        await scene.World.ReadAsync(database => database.Set<OutboxMessage>()
            .Where(m => m.AgencyId == housing.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, was)));

        Expect.Done(await scene.WithdrawAsync(housing));

        var shared = (await scene.MessagesToAsync(housing))[0];
        Assert.Equal(becomes, shared.Status);
        Assert.Equal(becomes is MessageStatus.Cancelled, await scene.BodyOfAsync(shared) is null);
    }

    [UseCase]
    public async Task ExecuteAsync_Workers_AreToldByTheReferralsReferenceAlone(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);
        var referral = await scene.ReferralOfAsync(housing);

        Expect.Done(await scene.WithdrawAsync(housing));

        var inbox = await scene.The<ListInbox>().ExecuteAsync(housing.AsWorker, answered: false, Guid.NewGuid());
        Assert.Empty(inbox.Rows);
        var notice = Assert.Single(inbox.Withdrawn);
        Assert.Equal((referral.Reference, scene.World.Now, null), (notice.Reference, notice.At, notice.Answer));
        scene.World.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Single((await scene.The<ListInbox>().ExecuteAsync(housing.AsWorker, answered: false, Guid.NewGuid())).Withdrawn);
    }

    [UseCase]
    public async Task ExecuteAsync_Twice_IsRefusedAndTellsTheAgencyOnce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);
        Expect.Done(await scene.WithdrawAsync(housing));

        Expect.Refused<ConsentAlreadyWithdrawn>(await scene.WithdrawAsync(housing));

        Assert.Single(await scene.MessagesToAsync(housing), m => m.Kind is MessageKind.ConsentWithdrawn);
    }

    [UseCase]
    public async Task ExecuteAsync_TwoAtOnce_OneWithdraws(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);

        var outcomes = await Task.WhenAll(
            Task.Run(() => scene.WithdrawAsync(housing, scene.AsHelen)), Task.Run(() => scene.WithdrawAsync(housing, scene.AsGeorge)));

        Assert.Single(outcomes, o => o.Succeeded);
        Expect.Refused<ConsentAlreadyWithdrawn>(outcomes.Single(o => !o.Succeeded));
        Assert.Single(await scene.MessagesToAsync(housing), m => m.Kind is MessageKind.ConsentWithdrawn);
    }

    [UseCase]
    [Row(DelegationScope.View)]
    [Row(DelegationScope.Contribute)]
    public async Task ExecuteAsync_DelegateWhoMayNotManage_IsNotFoundAndRecorded(DatabaseProvider provider, DelegationScope scope)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);
        var relative = await scene.AddDelegateAsync(scope);

        var entries = await scene.EntriesOfAsync(async () => Expect.Refused<NotFound>(await scene.WithdrawAsync(housing, relative)));

        Assert.Equal(RefusedBecause.DelegationTooNarrow, Assert.Single(entries).Because);
        Assert.Null((await scene.ConsentOfAsync(housing)).WithdrawnAt);
    }

    [UseCase]
    public async Task ExecuteAsync_ReplacedPermission_LeavesTheNewerOneInForce(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await ShareWithTwoAsync(scene);
        var first = await scene.ConsentOfAsync(hospital);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.ShareAsync(hospital);

        Expect.Done(await scene.The<WithdrawConsent>().ExecuteAsync(first.Id, scene.AsHelen));

        Expect.Value(await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));
    }

    [UseCase]
    public async Task ExecuteAsync_SharedAgainAfterwards_IsANewReferral(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (_, housing) = await ShareWithTwoAsync(scene);
        var first = await scene.ReferralOfAsync(housing);
        Expect.Done(await scene.WithdrawAsync(housing));
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await scene.ShareAsync(housing);

        var second = await scene.ReferralOfAsync(housing);
        Assert.NotEqual(first.Id, second.Id);
        Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(second.Id, housing.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound, ReferralShown>(await scene.The<ReadReferral>().ExecuteAsync(first.Id, housing.AsWorker, Guid.NewGuid()));
    }

    private static async Task<(AgencyOnScene Hospital, AgencyOnScene Housing)> ShareWithTwoAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, housing);

        return (hospital, housing);
    }
}
