using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Closures;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.Domain.Discharge;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Closures;

/// <summary>Decision 0026: an agency that closes altogether takes nobody's help with it.</summary>
public class CloseAgencyTests
{
    private const string Words = "We closed on 12 March. Age Help Salford goes on with visits: 0161 496 0200.";

    /// <summary>Before anything of its work is settled.</summary>
    [UseCase]
    public async Task Closed_ItsWorkersSeeNothingFromThatInstant_AndNobodyCanShareWithIt(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (charity, nursing, file) = await BeginAsync(scene);

        await CloseAsync(scene, charity);
        scene.World.Clock.Advance(TimeSpan.FromSeconds(1));

        Expect.Refused<NotFound, CaseShown>(await scene.The<ReadCase>().ExecuteAsync(file, charity.AsWorker, Guid.NewGuid()));
        Expect.Refused<NotFound, PlanShown>(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, charity.AsWorker, null));
        Assert.DoesNotContain(await scene.The<ListAgencies>().ExecuteAsync(scene.George.Borough), a => a.Id == charity.Id);
        Assert.DoesNotContain(await scene.The<ListAgencies>().AllAsync(), a => a.Id == charity.Id);
        Assert.Equal(file, Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, nursing.AsWorker, Guid.NewGuid())).CaseId);
    }

    [UseCase]
    public async Task Settled_TheCaseItLedGoesOnWithAnother_AndTheFamilyReadsWhy(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (charity, nursing, file) = await BeginAsync(scene);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Visit him on Tuesdays", charity.Id, null), charity.AsWorker);
        await scene.The<ChangePlan>().AddActionAsync(scene.GeorgesId, new(null, "Daily injections", nursing.Id, null), charity.AsWorker);

        await CloseAsync(scene, charity);
        Assert.Equal(1, await SettleAsync(scene));

        var shown = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, nursing.AsWorker, Guid.NewGuid()));
        Assert.Equal(CaseStatus.Open, shown.Status);
        var goesOn = await scene.World.ReadAsync(database => database.Set<CaseFile>().SingleAsync(c => c.Id == file));
        Assert.Equal((nursing.Id, nursing.Worker.Id), (goesOn.AgencyId, goesOn.LeadAccountId));
        Assert.Equal((ReferralStatus.Closed, ReferralStatus.Accepted), ((await scene.ReferralOfAsync(charity)).Status, (await scene.ReferralOfAsync(nursing)).Status));
        Assert.NotNull((await scene.ConsentOfAsync(charity)).LapsedAt);
        Assert.Null((await scene.ConsentOfAsync(nursing)).LapsedAt);
        var plan = Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, scene.AsHelen, null));
        Assert.Equal(
            [("Daily injections", (Guid?)nursing.Id), ("Visit him on Tuesdays", null)],
            plan.Actions.Select(a => (a.What, a.OwnerAgencyId)).Order());
        var words = Assert.Single(Expect.Value(await scene.The<ReadTeamWords>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Words);
        Assert.Equal((nursing.Worker.DisplayName, Words), (words.GoesOnWith, words.Words));
        Assert.Contains(
            Expect.Value(await scene.The<ReadTimeline>().ExecuteAsync(file, null, nursing.AsWorker, Guid.NewGuid())).Rows,
            row => row is { Turn: CaseTurnKind.PassedOn } && row.Words == nursing.Worker.DisplayName);
    }

    [UseCase]
    public async Task Settled_WithNobodyElseInTheTeam_TheCaseIsClosedWithItsWords(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var charity = await scene.AddAgencyAsync(AgencyKind.Voluntary);
        await scene.TellStoryAsync();
        await scene.ShareAsync(charity);
        await scene.OpenCaseAsync(charity);

        await CloseAsync(scene, charity);
        await SettleAsync(scene);

        var words = Assert.Single(Expect.Value(await scene.The<ReadTeamWords>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Words);
        Assert.Equal((CaseClosedBecause.AgencyClosed, Words, (string?)null), (words.Closed, words.Words, words.GoesOnWith));
        Assert.Equal(ReferralStatus.Closed, (await scene.ReferralOfAsync(charity)).Status);
    }

    /// <summary>Nobody waits for an answer that cannot come.</summary>
    [UseCase]
    public async Task Settled_WhoWaitsForItsAnswerGetsANo_AndItIsAskedWhatItDidWithWhatItHad(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var charity = await scene.AddAgencyAsync(AgencyKind.Voluntary);
        await scene.TellStoryAsync();
        await scene.ShareAsync(charity);

        await CloseAsync(scene, charity);
        await SettleAsync(scene);

        var referral = await scene.ReferralOfAsync(charity);
        Assert.Equal((ReferralStatus.Refused, Words), (referral.Status, referral.RefusalReason));
        Assert.Equal(ProgressStep.Refused, Assert.Single(Expect.Value(await scene.The<ReadPermissions>().ExecuteAsync(scene.GeorgesId, scene.AsHelen)).Permissions).Progress.Step);
        Assert.Single(await scene.World.ReadAsync(database => database.AgencyNotices.Where(n => n.AgencyId == charity.Id).ToListAsync()));
        var messages = await scene.MessagesToAsync(charity);
        Assert.Contains(messages, m => m.Kind is MessageKind.ConsentWithdrawn);
        Assert.All(messages.Where(m => m.Kind is not MessageKind.ConsentWithdrawn), m => Assert.Equal(MessageStatus.Cancelled, m.Status));
    }

    /// <summary>It was asked to agree to a closing, and cannot answer any more: the case goes on.</summary>
    [UseCase]
    public async Task Settled_AClosingThatWasAskedForIsTakenBack(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (charity, nursing, file) = await BeginAsync(scene);
        var manager = await scene.AddAsync(A.Worker(Role.TeamManager, charity.Agency));
        await scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == charity.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosingApprovers, 1)));
        Expect.Done(await scene.The<CloseCase>().ExecuteAsync(
            file, new(CaseClosedBecause.GoalsReached, "He is home.", true, [manager.AccountId], "Agrees"), charity.AsWorker));

        await CloseAsync(scene, charity);
        await SettleAsync(scene);

        var shown = Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, nursing.AsWorker, Guid.NewGuid()));
        Assert.Equal((CaseStatus.Open, (ClosingShown?)null), (shown.Status, shown.Closing));
    }

    /// <summary>A kill between two people: what is settled is settled once, the rest at the next turn.</summary>
    [UseCase]
    public async Task Settled_Again_NothingIsDoneTwice(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (charity, _, _) = await BeginAsync(scene);
        await CloseAsync(scene, charity);

        Assert.Equal((1, 0), (await SettleAsync(scene), await SettleAsync(scene)));

        Assert.Single(await scene.World.ReadAsync(database => database.AgencyNotices.Where(n => n.AgencyId == charity.Id).ToListAsync()));
        var line = Assert.Single(Expect.Value(await scene.The<CloseAgency>().ListAsync(await scene.AddGuardianAsync())), l => l.AgencyId == charity.Id);
        Assert.Equal((true, false, Words), (line.IsSettled, line.MayClose, line.ClosedWords));
    }

    /// <summary>What it saw before it closed stays explainable as it was.</summary>
    [UseCase]
    public async Task Closed_WhatWasPermittedBefore_ComesOutTheSame(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (charity, _, file) = await BeginAsync(scene);
        Expect.Value(await scene.The<ReadCase>().ExecuteAsync(file, charity.AsWorker, Guid.NewGuid()));
        var look = (await scene.EntriesAsync()).Last(e => e.AgencyId == charity.Id && e.Category is DataCategory.Case);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        await CloseAsync(scene, charity);
        await SettleAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(Expect.Value(await scene.The<ExplainDecision>().ForFamilyAsync(scene.GeorgesId, look.Id, scene.AsHelen)).Agrees);
    }

    [UseCase]
    public async Task Refused_WithoutWords_Twice_AndWhileSomebodyIsInItsWards(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        var scene = ward.Scene;
        var guardian = await scene.AddGuardianAsync();
        await ward.AdmitAsync();
        var close = scene.The<CloseAgency>();

        Expect.Refused<AgencyHasPeopleInHospital>(await close.ExecuteAsync(ward.Hospital.Id, Words, guardian));
        Assert.Equal(0, Expect.Refused<AgencyClosingNeedsWords>(await close.ExecuteAsync(ward.Nursing.Id, "  ", guardian)).Length);
        Expect.Refused<AgencyClosingNeedsWords>(await close.ExecuteAsync(ward.Nursing.Id, new string('x', Agency.ClosedWordsMaxLength + 1), guardian));
        Expect.Done(await close.ExecuteAsync(ward.Nursing.Id, Words, guardian));
        Expect.Refused<AgencyIsClosed>(await close.ExecuteAsync(ward.Nursing.Id, Words, guardian));
        Expect.Refused<NotFound>(await close.ExecuteAsync(guardian.AgencyId!.Value, Words, guardian));
        Expect.Refused<NotFound>(await close.ExecuteAsync(Guid.NewGuid(), Words, guardian));
    }

    [Fact]
    public async Task OnlyTheGuardianAndItsOwnGovernanceLeadCloseIt_EveryRole()
    {
        await using var scene = await Scene.OpenAsync();
        var (charity, nursing) = (await scene.AddAgencyAsync(AgencyKind.Voluntary), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        foreach (var role in Enum.GetValues<Role>().Except([Role.DataGuardian]))
        {
            var at = role is Role.GovernanceLead ? nursing : charity;
            var actor = new Actor(Guid.NewGuid(), "Somebody", role, AgencyId: at.Id);
            Expect.Refused<NotFound>(await scene.The<CloseAgency>().ExecuteAsync(charity.Id, Words, actor));
            Assert.Equal(role is Role.GovernanceLead, (await scene.The<CloseAgency>().ListAsync(actor)).Succeeded);
        }

        var lead = await scene.AddAsync(A.Worker(Role.GovernanceLead, charity.Agency));
        Assert.Equal([charity.Id], Expect.Value(await scene.The<CloseAgency>().ListAsync(lead)).Where(l => l.MayClose).Select(l => l.AgencyId));
        Expect.Done(await scene.The<CloseAgency>().ExecuteAsync(charity.Id, Words, lead));
    }

    /// <summary>A charity leads, the nurses are in the team.</summary>
    private static async Task<(AgencyOnScene Charity, AgencyOnScene Nursing, Guid Case)> BeginAsync(Scene scene)
    {
        var (charity, nursing) = (await scene.AddAgencyAsync(AgencyKind.Voluntary), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(charity, nursing);
        var file = await scene.OpenCaseAsync(charity);
        await scene.JoinAsync(nursing, file);

        return (charity, nursing, file);
    }

    private static async Task CloseAsync(Scene scene, AgencyOnScene agency)
    {
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Done(await scene.The<CloseAgency>().ExecuteAsync(agency.Id, Words, await scene.AddGuardianAsync()));
    }

    private static async Task<int> SettleAsync(Scene scene)
    {
        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        return await scene.The<SettleClosures>().ExecuteAsync();
    }
}
