using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Cases;

public class OpenCaseTests
{
    [UseCase]
    public async Task ExecuteAsync_TriagedReferral_OpensACaseWithItsLeadAndThePlan(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await ShareAsync(scene);

        var caseId = await scene.OpenCaseAsync(hospital);

        var shown = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid()));
        var lead = Assert.Single(shown.CareTeam);
        Assert.Equal((hospital.Worker.Id, "leads the discharge", true), (lead.AccountId, lead.Role, lead.IsLead));
        var referral = await scene.ReferralOfAsync(hospital);
        Assert.Equal((ReferralStatus.Accepted, caseId), (referral.Status, referral.CaseId!.Value));
        Assert.NotNull(Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, scene.AsGeorge, null)).PlanId);
        Assert.Equal(caseId, Assert.Single(await scene.The<ReadCase>().MineAsync(hospital.AsWorker, Guid.NewGuid())).CaseId);
    }

    [UseCase]
    public async Task ExecuteAsync_NotTriagedOrTwice_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await ShareAsync(scene);
        var referral = (await scene.ReferralOfAsync(hospital)).Id;

        Assert.Equal(ReferralStatus.New, Expect.Refused<ReferralNotInThatState, Guid>(await OpenAsync()).Is);
        await scene.OpenCaseAsync(hospital);
        Assert.Equal(ReferralStatus.Accepted, Expect.Refused<ReferralNotInThatState, Guid>(await OpenAsync()).Is);
        Assert.Equal(1, await scene.World.ReadAsync(database => database.Set<CaseFile>().CountAsync()));

        Task<Outcome<Guid>> OpenAsync() => scene.The<OpenCase>().ExecuteAsync(referral, "Home", "leads", hospital.AsWorker);
    }

    [UseCase]
    [Row(0, "leads", typeof(CaseNeedsSummary))]
    [Row(2_001, "leads", typeof(CaseNeedsSummary))]
    [Row(2_000, "", typeof(CareTeamRoleNeeded))]
    [Row(2_000, null, typeof(CareTeamRoleNeeded))]
    [Row(2_000, "leads", null)]
    public async Task ExecuteAsync_SummaryAndRole_AreNeededAndLimited(DatabaseProvider provider, int length, string? role, Type? refusal)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await ShareAsync(scene);
        await scene.TriageAsync(hospital);

        var outcome = await scene.The<OpenCase>().ExecuteAsync(
            (await scene.ReferralOfAsync(hospital)).Id, new string('م', length), role, hospital.AsWorker);

        Assert.Equal(refusal, outcome.Refusal?.GetType());
        Assert.Equal(refusal is null ? ReferralStatus.Accepted : ReferralStatus.Triaged, (await scene.ReferralOfAsync(hospital)).Status);
    }

    [UseCase]
    public async Task JoinAsync_OpenCase_AnswersTheReferralAndJoinsTheTeam(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.TriageAsync(nursing);
        var referral = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync(
            (await scene.ReferralOfAsync(nursing)).Id, nursing.AsWorker, Guid.NewGuid()));

        Assert.Equal(caseId, Assert.Single(referral.CasesToJoin).CaseId);
        Expect.Value(await scene.The<OpenCase>().JoinAsync(referral.ReferralId, caseId, "gives the injections", nursing.AsWorker));

        var team = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, nursing.AsWorker, Guid.NewGuid())).CareTeam;
        Assert.Equal("gives the injections", team.Single(m => m.AccountId == nursing.Worker.Id).Role);
        Assert.Equal((ReferralStatus.Accepted, caseId), ((await scene.ReferralOfAsync(nursing)).Status, (await scene.ReferralOfAsync(nursing)).CaseId!.Value));
    }

    [UseCase]
    public async Task JoinAsync_AlreadyAddedByTheLead_OnlyAnswersTheReferral(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        Expect.Done(await scene.The<AddToCareTeam>().ExecuteAsync(caseId, nursing.Worker.Id, "gives the injections", hospital.AsWorker));

        await scene.JoinAsync(nursing, caseId);

        Assert.Equal(ReferralStatus.Accepted, (await scene.ReferralOfAsync(nursing)).Status);
        Assert.Equal(2, Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, nursing.AsWorker, Guid.NewGuid())).CareTeam.Count);
    }

    [UseCase]
    public async Task JoinAsync_UnknownOrClosedCase_IsRefusedAndTheReferralStillWaits(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.TriageAsync(nursing);
        var referral = (await scene.ReferralOfAsync(nursing)).Id;
        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(caseId, new(CaseClosedBecause.GoalsReached, "He is home.", false, [], ""), hospital.AsWorker));

        Expect.Refused<NotFound, Guid>(await scene.The<OpenCase>().JoinAsync(referral, Guid.NewGuid(), "helps", nursing.AsWorker));
        Expect.Refused<CaseIsClosed, Guid>(await scene.The<OpenCase>().JoinAsync(referral, caseId, "helps", nursing.AsWorker));
        Assert.Equal(ReferralStatus.Triaged, (await scene.ReferralOfAsync(nursing)).Status);
        Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid()));
    }

    [UseCase]
    public async Task ExecuteAsync_TwoAgenciesAtTheSameInstant_TwoCasesAndOnePlan(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);

        await Task.WhenAll(Task.Run(() => scene.OpenCaseAsync(hospital)), Task.Run(() => scene.OpenCaseAsync(nursing)));

        Assert.Equal(2, await scene.World.ReadAsync(database => database.Set<CaseFile>().CountAsync()));
        Assert.Equal(1, await scene.World.ReadAsync(database => database.Set<CarePlan>().CountAsync()));
    }

    [UseCase]
    public async Task ReadCase_PlaceInOne_DoesNotOpenTheOther(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var (hospitals, nurses) = (await scene.OpenCaseAsync(hospital), await scene.OpenCaseAsync(nursing));

        Expect.Value(await scene.The<ReadCase>().ExecuteAsync(hospitals, hospital.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(nurses, hospital.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound>(await scene.The<AddToCareTeam>().ExecuteAsync(nurses, hospital.Worker.Id, "helps", hospital.AsWorker));
    }

    [UseCase]
    public async Task AddToCareTeam_WorkerOfAnAgencyWithoutPermission_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        var caseId = await scene.OpenCaseAsync(hospital);
        var add = scene.The<AddToCareTeam>();

        Assert.Equal(
            police.Agency.Name,
            Expect.Refused<AgencyHasNoPermission>(await add.ExecuteAsync(caseId, police.Worker.Id, "helps", hospital.AsWorker)).Agency);
        Assert.Equal([nursing.Worker.Id], Expect.Value(await add.CandidatesAsync(caseId, hospital.AsWorker, Guid.NewGuid())).Select(w => w.AccountId));
        Expect.Done(await add.ExecuteAsync(caseId, nursing.Worker.Id, "gives the injections", hospital.AsWorker));
        Expect.Refused<AlreadyInTheCareTeam>(await add.ExecuteAsync(caseId, nursing.Worker.Id, "again", hospital.AsWorker));
        Assert.Empty(Expect.Value(await add.CandidatesAsync(caseId, hospital.AsWorker, Guid.NewGuid())));
        Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, nursing.AsWorker, null));
    }

    [UseCase]
    public async Task AddToCareTeam_WhoIsNoWorkerOrUnknown_IsNotFound(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        var analyst = await scene.AddAsync(A.Worker(Role.Analyst, hospital.Agency));

        foreach (var account in new[] { Guid.NewGuid(), scene.AsHelen.AccountId, analyst.AccountId })
        {
            Expect.Refused<NotFound>(await scene.The<AddToCareTeam>().ExecuteAsync(caseId, account, "helps", hospital.AsWorker));
        }
    }

    [UseCase]
    public async Task AddToCareTeam_SameWorkerTwiceAtOnce_IsOneMember(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            scene.The<AddToCareTeam>().ExecuteAsync(caseId, nursing.Worker.Id, "helps", hospital.AsWorker))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(2, Expect.Value(await scene.The<ReadCase>().ExecuteAsync(caseId, hospital.AsWorker, Guid.NewGuid())).CareTeam.Count);
    }

    private static async Task<(AgencyOnScene Hospital, AgencyOnScene Nursing)> ShareAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var nursing = await scene.AddAgencyAsync(AgencyKind.CommunityHealth);
        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.ShareAsync(hospital, nursing);

        return (hospital, nursing);
    }
}
