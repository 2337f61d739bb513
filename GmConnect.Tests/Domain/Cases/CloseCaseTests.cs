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

namespace GmConnect.Tests.Domain.Cases;

public class CloseCaseTests
{
    private static readonly ClosingTyped _closing = new(CaseClosedBecause.GoalsReached, "He walks to the shop.", true, [], "Agrees");

    [UseCase]
    public async Task Closed_WhatTheReferralsOpenedEndsWithIt_AndTheFamilyReadsWhy(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, file) = await BeginAsync(scene);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Daily injections", nursing.Id, null), hospital.AsWorker);

        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(file, _closing, hospital.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var agency in new[] { hospital, nursing })
        {
            Assert.Equal(ReferralStatus.Closed, (await scene.ReferralOfAsync(agency)).Status);
            Assert.NotNull((await scene.ConsentOfAsync(agency)).LapsedAt);
            Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(file, agency.AsWorker, Guid.NewGuid()));
            Expect.Refused<NotFound, PlanShown>(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, agency.AsWorker, null));
        }

        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, scene.AsHelen, null));
        Assert.Null(Assert.Single(plan.Actions).OwnerAgencyId);
        var words = Assert.Single(Expect.Value(await scene.The<ReadTeamWords>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Words);
        Assert.Equal((CaseClosedBecause.GoalsReached, "He walks to the shop.", hospital.Worker.DisplayName), (words.Closed, words.Words, words.Who));
        Assert.All(
            Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions,
            p => Assert.Equal(ProgressStep.Closed, p.Progress.Step));
    }

    /// <summary>Another case of theirs for the same person is another live ground.</summary>
    [UseCase]
    public async Task Closed_WhileTheAgencyHasAnotherCase_ThePermissionAndItsActionsStay(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, file) = await BeginAsync(scene);
        var own = Expect.Value(CaseFile.Open(scene.GeorgesId, nursing.Id, "Injections", "leads", nursing.AsWorker.At(scene.World.Now)));
        await scene.World.SaveAsync(own);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Daily injections", nursing.Id, null), hospital.AsWorker);

        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(file, _closing, hospital.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null((await scene.ConsentOfAsync(nursing)).LapsedAt);
        Assert.NotNull((await scene.ConsentOfAsync(hospital)).LapsedAt);
        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, scene.AsHelen, null));
        Assert.Equal(nursing.Id, Assert.Single(plan.Actions).OwnerAgencyId);
    }

    [UseCase]
    public async Task OpenWork_IsListed_AndOnlyTheAgencyWhoseCaseItIsCloses(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, file) = await BeginAsync(scene);
        var due = scene.World.Clock.Today().AddDays(3);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Order the frame", hospital.Id, PlanValues.Of(due)), hospital.AsWorker);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Daily injections", nursing.Id, null), hospital.AsWorker);
        Expect.Value(await scene.The<WriteNote>().SaveDraftAsync(file, null, new("He", CaseAudience.CareTeam, null), nursing.AsWorker));

        var prepared = Expect.Value(await scene.The<FindOpenWork>().ExecuteAsync(file, hospital.AsWorker, Guid.NewGuid()));

        Assert.Equal(
            [
                new OpenWork(OpenWorkKind.Action, "Order the frame", hospital.Agency.Name, due),
                new OpenWork(OpenWorkKind.Draft, null, nursing.Worker.DisplayName, null),
                new OpenWork(OpenWorkKind.Colleague, "helps", nursing.Worker.DisplayName, null)
            ],
            prepared.OpenWork);
        Assert.Equal(3, Expect.Refused<CaseHasOpenWork>(await scene.The<CloseCase>().ExecuteAsync(file, _closing with { LeavesOpenWork = false }, hospital.AsWorker)).Count);
        Expect.Refused<NotFound>(await scene.The<CloseCase>().ExecuteAsync(file, _closing, nursing.AsWorker));
        Expect.Refused<NotFound, ClosingPrepared>(await scene.The<FindOpenWork>().ExecuteAsync(file, nursing.AsWorker, Guid.NewGuid()));
    }

    [UseCase]
    public async Task Approval_WhoIsAskedJoinsTheTeam_AndTheLastToAgreeEndsIt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, file) = await BeginAsync(scene);
        var manager = await scene.AddAsync(A.Worker(Role.TeamManager, hospital.Agency));
        var colleague = await scene.AddAsync(A.CaseWorker(hospital.Agency));
        await scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == hospital.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosingApprovers, 1)));

        Expect.Refused<CaseClosingNeedsApprovers>(await scene.The<CloseCase>().ExecuteAsync(file, _closing with { Approvers = [colleague.AccountId] }, hospital.AsWorker));
        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(file, _closing with { Approvers = [manager.AccountId] }, hospital.AsWorker));

        var asked = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, manager, Guid.NewGuid())).Closing!;
        Assert.Equal((true, hospital.Worker.DisplayName, "He walks to the shop."), (asked.AsksMe, asked.By, asked.Words));
        Assert.Equal(ReferralStatus.Accepted, (await scene.ReferralOfAsync(hospital)).Status);
        Assert.Single(await scene.The<ReadCase>().MineAsync(manager, Guid.NewGuid()));
        Expect.Done(await scene.The<CloseCase>().AnswerAsync(file, true, null, manager));
        Assert.Equal(ReferralStatus.Closed, (await scene.ReferralOfAsync(hospital)).Status);
    }

    [UseCase]
    public async Task Agency_ThatHasDoneItsPart_LeavesAndTheOthersGoOn(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, file) = await BeginAsync(scene);

        Expect.Refused<LeadAgencyCloses>(await scene.The<LeaveCareTeam>().AgencyAsync(file, hospital.AsWorker));
        Expect.Done(await scene.The<LeaveCareTeam>().AgencyAsync(file, nursing.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((ReferralStatus.Closed, ReferralStatus.Accepted), ((await scene.ReferralOfAsync(nursing)).Status, (await scene.ReferralOfAsync(hospital)).Status));
        Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(file, nursing.AsWorker, Guid.NewGuid()));
        Assert.Equal(CaseStatus.Open, Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, hospital.AsWorker, Guid.NewGuid())).Status);
    }

    /// <summary>With the last of its workers an agency is gone; a stranger takes nobody out.</summary>
    [UseCase]
    public async Task Worker_Leaves(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, file) = await BeginAsync(scene);
        var colleague = await scene.AddAsync(A.CaseWorker(hospital.Agency));
        Expect.Done(await scene.The<AddToCareTeam>().ExecuteAsync(file, colleague.AccountId, "covers", hospital.AsWorker));

        Expect.Refused<NotFound>(await scene.The<LeaveCareTeam>().ExecuteAsync(file, colleague.AccountId, nursing.AsWorker));
        Expect.Refused<LeadMustBeHandedOver>(await scene.The<LeaveCareTeam>().ExecuteAsync(file, hospital.Worker.Id, colleague));
        Expect.Refused<NotFound>(await scene.The<LeaveCareTeam>().HandOverLeadAsync(file, colleague.AccountId, nursing.AsWorker));
        Expect.Done(await scene.The<LeaveCareTeam>().HandOverLeadAsync(file, colleague.AccountId, hospital.AsWorker));
        Expect.Done(await scene.The<LeaveCareTeam>().ExecuteAsync(file, hospital.Worker.Id, hospital.AsWorker));
        Assert.Equal(ReferralStatus.Accepted, (await scene.ReferralOfAsync(hospital)).Status);
        Expect.Done(await scene.The<LeaveCareTeam>().ExecuteAsync(file, nursing.Worker.Id, colleague));
        Assert.Equal(ReferralStatus.Closed, (await scene.ReferralOfAsync(nursing)).Status);
    }

    /// <summary>They came back: a new referral opens the old case again, and with it what was written.</summary>
    [UseCase]
    public async Task ClosedCase_IsOpenedAgainByANewReferral(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, file) = await BeginAsync(scene);
        Expect.Value(await scene.The<WriteNote>().ApproveAsync(file, null, new("He walks.", CaseAudience.CareTeam, null), hospital.AsWorker));
        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(file, _closing, hospital.AsWorker));
        scene.World.Clock.Advance(TimeSpan.FromDays(3));
        await scene.ShareAsync(hospital);
        await scene.TriageAsync(hospital);
        var referral = Expect.Value(await scene.The<ReadReferral>().ExecuteAsync((await scene.ReferralOfAsync(hospital)).Id, hospital.AsWorker, Guid.NewGuid()));

        Assert.NotNull(Assert.Single(referral.CasesToJoin).ClosedAt);
        Expect.Value(await scene.The<OpenCase>().JoinAsync(referral.ReferralId, file, "leads again", hospital.AsWorker));

        Assert.Equal(CaseStatus.Open, Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, hospital.AsWorker, Guid.NewGuid())).Status);
        var timeline = Expect.Value(await scene.The<ReadTimeline>().ExecuteAsync(file, null, hospital.AsWorker, Guid.NewGuid()));
        Assert.Contains(timeline.Rows, r => r.Words == "He walks.");
        Assert.Equal(CaseTurnKind.Reopened, timeline.Rows.First(r => r.Turn is not null).Turn);
    }

    /// <summary>A hospital leads a case that a nurse has joined.</summary>
    private static async Task<(AgencyOnScene Hospital, AgencyOnScene Nursing, Guid Case)> BeginAsync(Scene scene)
    {
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nursing);
        var file = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nursing, file);

        return (hospital, nursing, file);
    }
}
