using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>Withdrawal is a process: the agency is told, answers, and the family sees the answer.</summary>
public class AnswerWithdrawalTests
{
    private static readonly WithdrawalAnswer?[] _states = [null, .. Enum.GetValues<WithdrawalAnswer>().Select(a => (WithdrawalAnswer?)a)];

    [UseCase]
    public async Task TheAnswer_WithTheNamedLaw_IsOnTheReceipt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await WithdrawnAsync(scene);
        Assert.Equal((scene.World.Now, null), await AnswerOfAsync(scene));
        var notice = Assert.Single((await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, false, Guid.NewGuid())).Withdrawn);
        scene.World.Clock.Advance(TimeSpan.FromHours(2));

        Expect.Refused<WithdrawalNeedsLaw>(await AnswerAsync(scene, notice, WithdrawalAnswer.KeptByLaw, "  ", hospital.AsWorker));
        Expect.Done(await AnswerAsync(scene, notice, WithdrawalAnswer.Acknowledged, null, hospital.AsWorker));
        Expect.Done(await AnswerAsync(scene, notice, WithdrawalAnswer.KeptByLaw, "Public Records Act 1958", hospital.AsWorker));

        var shown = Assert.Single(Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions).Withdrawal!;
        Assert.Equal((WithdrawalAnswer.KeptByLaw, "Public Records Act 1958", scene.World.Now), (shown.Answer, shown.Law, shown.AnsweredAt));
        Expect.Refused<WithdrawalAnsweredAlready>(await AnswerAsync(scene, notice, WithdrawalAnswer.NothingHeld, null, hospital.AsWorker));
        Expect.Done(await AnswerAsync(scene, notice, WithdrawalAnswer.Deleted, null, hospital.AsWorker));
    }

    [UseCase]
    public async Task AnotherAgencys_OrAnUnknownOne_IsNotFound(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await WithdrawnAsync(scene);
        var notice = Assert.Single((await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, false, Guid.NewGuid())).Withdrawn);
        var other = await scene.AddAgencyAsync(AgencyKind.Police);

        foreach (var (actor, known) in new[] { (other.AsWorker, notice), (scene.AsHelen, notice), (hospital.AsWorker, notice with { NoticeId = Guid.NewGuid() }) })
        {
            Expect.Refused<NotFound>(await AnswerAsync(scene, known, WithdrawalAnswer.Deleted, null, actor));
        }

        Assert.Equal((scene.World.Now, null), await AnswerOfAsync(scene));
    }

    /// <summary>An answered notice leaves the inbox after a fortnight; one not answered stays.</summary>
    [UseCase]
    public async Task ANotice_StaysInTheInboxUntilItIsAnswered(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await WithdrawnAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromDays(40));

        var notice = Assert.Single((await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, false, Guid.NewGuid())).Withdrawn);
        Expect.Done(await AnswerAsync(scene, notice, WithdrawalAnswer.Deleted, null, hospital.AsWorker));

        Assert.Empty((await scene.The<ListInbox>().ExecuteAsync(hospital.AsWorker, false, Guid.NewGuid())).Withdrawn);
    }

    [UseCase]
    public async Task WhatTheAgencyHadTakenOnInThePlan_HasNoOwnerAnyMore(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nursing);
        var goal = await scene.BeginPlanAsync(hospital);
        foreach (var owner in new[] { hospital, nursing })
        {
            Expect.Value(await scene.The<ChangePlan>().AddActionAsync(
                scene.GeorgesId, new ActionTyped(goal, $"By {owner.Agency.Kind}", owner.Id, null), hospital.AsWorker));
        }

        Expect.Done(await scene.WithdrawAsync(nursing));

        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, scene.AsHelen, null));
        Assert.Equal([(Guid?)hospital.Id, null], plan.Actions.OrderBy(a => a.OwnerAgencyId is null).Select(a => a.OwnerAgencyId));
        Assert.Contains(plan.History, h => h is { Field: PlanField.ActionOwner, Became: "" });
    }

    [Fact]
    public void EveryPairOfAnswers()
    {
        var may = from one in _states from other in Enum.GetValues<WithdrawalAnswer>() where one.CanBecome(other) select (one, other);

        Assert.Equal(
            [
                (null, WithdrawalAnswer.Acknowledged), (null, WithdrawalAnswer.NothingHeld), (null, WithdrawalAnswer.Deleted), (null, WithdrawalAnswer.KeptByLaw),
                (WithdrawalAnswer.Acknowledged, WithdrawalAnswer.NothingHeld), (WithdrawalAnswer.Acknowledged, WithdrawalAnswer.Deleted),
                (WithdrawalAnswer.Acknowledged, WithdrawalAnswer.KeptByLaw), (WithdrawalAnswer.KeptByLaw, WithdrawalAnswer.Deleted)
            ],
            may);
    }

    private static async Task<AgencyOnScene> WithdrawnAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        Expect.Done(await scene.WithdrawAsync(hospital));

        return hospital;
    }

    private static Task<Outcome> AnswerAsync(Scene scene, WithdrawnNotice notice, WithdrawalAnswer answer, string? law, Actor actor) =>
        scene.The<AnswerWithdrawal>().ExecuteAsync(notice.NoticeId, answer, law, actor);

    private static async Task<(DateTime ToldAt, WithdrawalAnswer? Answer)> AnswerOfAsync(Scene scene)
    {
        var shown = Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions.Single().Withdrawal!;

        return (shown.ToldAt, shown.Answer);
    }
}
