using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Referrals;
using GmConnect.Tests.Domain.Discharge;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Cases;

public class ListMyWorkTests
{
    [UseCase]
    public async Task MyWork_IsMadeFromWhatStands_AndWhatIsDoneIsGone(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nursing);
        var (lead, nurse) = (hospital.AsWorker, nursing.AsWorker);
        Assert.Empty((await scene.The<ListMyWork>().ExecuteAsync(lead, Guid.NewGuid())).Tasks);

        var referral = (await scene.ReferralOfAsync(nursing)).Id;
        Expect.Value(await scene.The<AssignReferrals>().ExecuteAsync([new(referral, null)], nurse.AccountId, nurse));
        Assert.Equal([WorkKind.AnswerReferral], await KindsAsync(nurse));
        var file = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nursing, file);
        Assert.Empty(await KindsAsync(nurse));

        var today = scene.World.Clock.Today();
        var inject = Expect.Value(await scene.The<ChangePlan>().AddActionAsync(
            scene.GeorgesId, new(null, "Inject", nursing.Id, PlanValues.Of((DateOnly?)today), nurse.AccountId), lead));
        var note = Expect.Value(await scene.The<WriteNote>().SaveDraftAsync(file, null, new("He", CaseAudience.CareTeam, null), nurse));
        Assert.Equal([WorkKind.PlanAction, WorkKind.ApproveNote], await KindsAsync(nurse));
        Assert.Equal([WorkKind.AgreePlan], await KindsAsync(lead));

        // Days later what is late is the lead's to know, by the name of whose it is.
        scene.World.Clock.Advance(TimeSpan.FromDays(6));
        var late = (await scene.The<ListMyWork>().ExecuteAsync(lead, Guid.NewGuid())).Tasks[0];
        Assert.Equal((WorkKind.EscalatedAction, WorkUrgency.Late, nurse.DisplayName, "Inject"), (late.Kind, late.Urgency, late.Whose, late.What));

        Expect.Value(await scene.The<ChangePlan>().EditAsync(scene.GeorgesId, [new(inject, PlanField.ActionStatus, "ToDo", "Done")], nurse));
        Expect.Value(await scene.The<WriteNote>().ApproveAsync(file, note, new("He slept.", CaseAudience.CareTeam, null), nurse));
        Assert.Empty(await KindsAsync(nurse));
        Assert.Equal([WorkKind.AgreePlan], await KindsAsync(lead));

        async Task<IEnumerable<WorkKind>> KindsAsync(Actor who) => (await scene.The<ListMyWork>().ExecuteAsync(who, Guid.NewGuid())).Tasks.Select(t => t.Kind);
    }

    /// <summary>What nobody answered in time is a manager's task, with the name of who has it; nobody else's.</summary>
    [UseCase]
    public async Task EscalatedReferral_IsTheManagers(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital);
        var manager = await scene.AddAsync(A.Worker(Role.TeamManager, hospital.Agency));
        var colleague = await scene.AddAsync(A.CaseWorker(hospital.Agency));
        Expect.Value(await scene.The<AssignReferrals>().ExecuteAsync([new((await scene.ReferralOfAsync(hospital)).Id, null)], hospital.Worker.Id, hospital.AsWorker));

        scene.World.Clock.Advance(TimeSpan.FromDays(20));
        await scene.The<WatchReferralClocks>().ExecuteAsync();

        var task = Assert.Single((await scene.The<ListMyWork>().ExecuteAsync(manager, Guid.NewGuid())).Tasks);
        Assert.Equal((WorkKind.EscalatedReferral, WorkUrgency.Late, hospital.Worker.DisplayName), (task.Kind, task.Urgency, task.Whose));
        Assert.Empty((await scene.The<ListMyWork>().ExecuteAsync(colleague, Guid.NewGuid())).Tasks);
        Assert.Equal(WorkKind.AnswerReferral, Assert.Single((await scene.The<ListMyWork>().ExecuteAsync(hospital.AsWorker, Guid.NewGuid())).Tasks).Kind);
    }

    /// <summary>The nurse's agency and the hospital are both told the same day, and nobody any more once it is recorded.</summary>
    [UseCase]
    public async Task MissedDose_IsTheNursesAndTheHospitals_UntilItIsRecorded(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.AskAsync(ward.Stay, new HomeNeeds { Injections = Injections.Nurse, Doses = 28 }, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.LeaveAsync(ward.Stay, new(ward.Scene.World.Now, true, "He wants to go"), ward.Hospital.AsWorker));
        ward.Scene.World.Clock.SetUtcNow(LondonTime.At(ward.Today.AddDays(1), HospitalStay.DoseBy).AddMinutes(-1));
        Assert.Empty(await MissedAsync(ward.Nursing.AsWorker));
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var agency in new[] { ward.Nursing, ward.Hospital })
        {
            var missed = Assert.Single(await MissedAsync(agency.AsWorker));
            Assert.Equal((ward.Stay, WorkUrgency.Late), (missed.StayId, missed.Urgency));
        }

        Expect.Done(await ward.Change.GiveDoseAsync(ward.Stay, ward.Today, ward.Nursing.AsWorker));
        Assert.Empty(await MissedAsync(ward.Nursing.AsWorker));
        Assert.Empty(await MissedAsync(ward.Hospital.AsWorker));

        async Task<List<WorkTask>> MissedAsync(Actor who) =>
            [.. (await ward.Scene.The<ListMyWork>().ExecuteAsync(who, Guid.NewGuid())).Tasks.Where(t => t.Kind is WorkKind.MissedDose)];
    }
}
