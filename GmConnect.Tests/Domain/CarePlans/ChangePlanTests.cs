using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.CarePlans;

public class ChangePlanTests
{
    [UseCase]
    public async Task EveryChange_GoesToTheTeamsAgenciesWithPermissionAndToNobodyElse(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, housing) = await ShareAsync(scene);
        var caseId = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nursing, caseId);

        var goal = Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "To walk", scene.AsGeorge));
        Expect.Value(await EditAsync(scene, scene.AsHelen, goal, "To walk", "To walk far"));

        foreach (var inTeam in new[] { hospital, nursing })
        {
            var messages = (await scene.MessagesToAsync(inTeam)).Where(m => m.Kind is MessageKind.PlanChanged).ToList();
            Assert.Equal(2, messages.Count);
            Assert.Contains("To walk far", await scene.BodyOfAsync(messages[1]), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await scene.MessagesToAsync(housing), m => m.Kind is MessageKind.PlanChanged);
    }

    [UseCase]
    public async Task WithdrawnAgency_IsSentNoFurtherChange(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, _) = await ShareAsync(scene);
        await scene.JoinAsync(nursing, await scene.OpenCaseAsync(hospital));
        Expect.Done(await scene.WithdrawAsync(nursing));

        Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "To walk", hospital.AsWorker));

        Assert.DoesNotContain(await scene.MessagesToAsync(nursing), m => m.Kind is MessageKind.PlanChanged);
    }

    [UseCase]
    public async Task ClashOrNoChange_SendsNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        await scene.OpenCaseAsync(hospital);
        var goal = Expect.Value(await scene.The<ChangePlan>().AddGoalAsync(scene.GeorgesId, "To walk", hospital.AsWorker));
        Expect.Value(await EditAsync(scene, hospital.AsWorker, goal, "To walk", "To walk far"));
        var before = (await scene.MessagesToAsync(hospital)).Count;

        Expect.Value(await EditAsync(scene, scene.AsHelen, goal, "To walk", "To swim"));
        Expect.Value(await EditAsync(scene, scene.AsHelen, goal, "To walk far", "To walk far"));

        Assert.Equal(before, (await scene.MessagesToAsync(hospital)).Count);
    }

    [UseCase]
    public async Task TwoAtOnce_LoseNothing_AndEachSeesTheOther(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        var goal = await scene.BeginPlanAsync(hospital, "To walk");
        var change = scene.The<ChangePlan>();

        var saved = await Task.WhenAll(
            Task.Run(() => change.EditAsync(scene.GeorgesId, [new(goal, PlanField.GoalText, "To walk", "To walk far")], hospital.AsWorker)),
            Task.Run(() => change.EditAsync(
                scene.GeorgesId,
                [new(goal, PlanField.GoalText, "To walk", "To swim"), new(goal, PlanField.GoalStatus, "WorkingOnIt", "Reached")],
                scene.AsHelen)));

        Assert.Equal(1, saved.Sum(s => Expect.Value(s).Clashes));
        var plan = await ReadAsync(scene, scene.AsGeorge);
        Assert.Equal(GoalStatus.Reached, Assert.Single(plan.Goals).Status);
        Assert.Equal(
            ["To swim", "To walk", "To walk far"], plan.History.Where(h => h.Field is PlanField.GoalText).Select(h => h.Became).Order());
        var loser = Expect.Value(saved[0]).Clashes == 1 ? hospital.AsWorker : scene.AsHelen;
        var clash = Assert.Single((await ReadAsync(scene, loser)).MyClashes);
        Assert.Equal(plan.Goals[0].Text, clash.Theirs);
        Assert.NotEqual(loser.DisplayName, clash.TheirName);
        Assert.Equal(new[] { "To swim", "To walk far" }, new[] { clash.Mine, clash.Theirs }.Order());
        Assert.Empty(plan.MyClashes);
    }

    [UseCase]
    public async Task ManyAddingAtOnce_LoseNothing(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        await scene.OpenCaseAsync(hospital);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => scene.The<ChangePlan>().AddActionAsync(
            scene.GeorgesId, new ActionTyped(null, $"Action {n}", null, null), n % 2 == 0 ? hospital.AsWorker : scene.AsHelen))));

        Assert.Equal(
            Enumerable.Range(0, 8).Select(n => $"Action {n}"), (await ReadAsync(scene, scene.AsHelen)).Actions.Select(a => a.What).Order());
    }

    [UseCase]
    public async Task Owner_WithoutPermission_IsRefusedInEveryWay(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, _) = await ShareAsync(scene);
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        await scene.OpenCaseAsync(hospital);
        var change = scene.The<ChangePlan>();

        Expect.Refused<PlanOwnerHasNoPermission, Guid>(await change.AddActionAsync(
            scene.GeorgesId, new ActionTyped(null, "Call", police.Id, null), hospital.AsWorker));
        var action = Expect.Value(await change.AddActionAsync(
            scene.GeorgesId, new ActionTyped(null, "Call", nursing.Id, "2026-03-20"), hospital.AsWorker));
        Expect.Refused<PlanOwnerHasNoPermission, PlanSaved>(await change.EditAsync(
            scene.GeorgesId, [new(action, PlanField.ActionOwner, PlanValues.Of(nursing.Id), police.Id.ToString())], hospital.AsWorker));
        Expect.Refused<PlanOwnerHasNoPermission, PlanSaved>(await change.EditAsync(
            scene.GeorgesId, [new(action, PlanField.ActionOwner, PlanValues.Of(nursing.Id), "not an agency")], hospital.AsWorker));

        var shown = Assert.Single((await ReadAsync(scene, scene.AsHelen)).Actions);
        Assert.Equal((nursing.Agency.Name, new DateOnly(2026, 3, 20), false), (shown.Owner, shown.Due!.Value, shown.IsOverdue));
    }

    /// <summary>An action is a worker's only while they are in the care team for that agency; when they leave it is their agency's.</summary>
    [UseCase]
    public async Task Owner_IsAWorkerOfTheTeam_AndTheirAgencysWhenTheyLeave(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, _) = await ShareAsync(scene);
        var file = await scene.OpenCaseAsync(hospital);
        var change = scene.The<ChangePlan>();
        var (worker, call) = (nursing.Worker.Id, new ActionTyped(null, "Call", nursing.Id, null, nursing.Worker.Id));

        Expect.Refused<PlanOwnerHasNoPermission, Guid>(await change.AddActionAsync(scene.GeorgesId, call, hospital.AsWorker));
        await scene.JoinAsync(nursing, file);
        Expect.Refused<PlanOwnerHasNoPermission, Guid>(await change.AddActionAsync(scene.GeorgesId, call with { OwnerAgencyId = hospital.Id }, hospital.AsWorker));
        Expect.Value(await change.AddActionAsync(scene.GeorgesId, call, hospital.AsWorker));
        Assert.Equal((worker, $"{nursing.Worker.DisplayName}, {nursing.Agency.Name}"), await OwnerAsync());

        var colleague = await scene.AddAsync(A.CaseWorker(nursing.Agency));
        Expect.Done(await scene.The<AddToCareTeam>().ExecuteAsync(file, colleague.AccountId, "covers", hospital.AsWorker));
        Expect.Done(await scene.The<LeaveCareTeam>().ExecuteAsync(file, worker, colleague));
        Assert.Equal((null, nursing.Agency.Name), await OwnerAsync());

        async Task<(Guid?, string?)> OwnerAsync() => Assert.Single((await ReadAsync(scene, scene.AsHelen)).Actions) is var shown ? (shown.OwnerAccountId, shown.Owner) : default;
    }

    /// <summary>The clash waited while the agency's permission was withdrawn: choosing it now would hand it an action it cannot see.</summary>
    [UseCase]
    public async Task Owner_WhosePermissionEndedWhileAClashWaited_CannotBeTaken(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing, housing) = await ShareAsync(scene);
        await scene.JoinAsync(nursing, await scene.OpenCaseAsync(hospital));
        var change = scene.The<ChangePlan>();
        var action = Expect.Value(await change.AddActionAsync(scene.GeorgesId, new ActionTyped(null, "Call", null, null), hospital.AsWorker));
        foreach (var (owner, by) in new[] { (hospital.Id, hospital.AsWorker), (housing.Id, nursing.AsWorker) })
        {
            Expect.Value(await change.EditAsync(scene.GeorgesId, [new(action, PlanField.ActionOwner, "", PlanValues.Of(owner))], by));
        }

        var clash = Assert.Single((await ReadAsync(scene, nursing.AsWorker)).MyClashes).ChangeId;
        Expect.Done(await scene.WithdrawAsync(housing));

        Expect.Refused<PlanOwnerHasNoPermission, bool>(await change.SettleAsync(scene.GeorgesId, clash, takeMine: true, nursing.AsWorker));
        Expect.Value(await change.SettleAsync(scene.GeorgesId, clash, takeMine: false, nursing.AsWorker));
    }

    [UseCase]
    public async Task ServicesAction_IsNotTheFamilysToChange(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        await scene.OpenCaseAsync(hospital);
        var action = Expect.Value(await scene.The<ChangePlan>().AddActionAsync(
            scene.GeorgesId, new ActionTyped(null, "Call", hospital.Id, null), hospital.AsWorker));

        foreach (var citizen in new[] { scene.AsGeorge, scene.AsHelen })
        {
            Expect.Refused<PlanActionIsAServices, PlanSaved>(await scene.The<ChangePlan>().EditAsync(
                scene.GeorgesId, [new(action, PlanField.ActionStatus, "ToDo", "Done")], citizen));
        }
    }

    [UseCase]
    public async Task ServicesAction_TakenOverWhileTheFamilysClashWaited_StaysTheServices(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        await scene.OpenCaseAsync(hospital);
        var change = scene.The<ChangePlan>();
        var action = Expect.Value(await change.AddActionAsync(scene.GeorgesId, new ActionTyped(null, "Call", null, null), scene.AsHelen));
        foreach (var (words, by) in new[] { ("Call the ward", hospital.AsWorker), ("Call the nurse", scene.AsHelen) })
        {
            Expect.Value(await change.EditAsync(scene.GeorgesId, [new(action, PlanField.ActionWhat, "Call", words)], by));
        }

        Expect.Value(await change.EditAsync(
            scene.GeorgesId, [new(action, PlanField.ActionOwner, "", PlanValues.Of(hospital.Id))], hospital.AsWorker));
        var clash = Assert.Single((await ReadAsync(scene, scene.AsHelen)).MyClashes).ChangeId;

        Expect.Refused<PlanActionIsAServices, bool>(await change.SettleAsync(scene.GeorgesId, clash, takeMine: true, scene.AsHelen));
        Expect.Value(await change.SettleAsync(scene.GeorgesId, clash, takeMine: false, scene.AsHelen));
    }

    [UseCase]
    public async Task Overdue_IsTheDayAfterInLondon(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (hospital, _, _) = await ShareAsync(scene);
        await scene.OpenCaseAsync(hospital);
        Expect.Value(await scene.The<ChangePlan>().AddActionAsync(
            scene.GeorgesId, new ActionTyped(null, "Call", null, "2026-03-12"), hospital.AsWorker));

        scene.World.Clock.Advance(TimeSpan.FromHours(13.9));
        Assert.False((await ReadAsync(scene, scene.AsHelen)).Actions[0].IsOverdue);
        scene.World.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.True((await ReadAsync(scene, scene.AsHelen)).Actions[0].IsOverdue);
    }

    private static async Task<(AgencyOnScene Hospital, AgencyOnScene Nursing, AgencyOnScene Housing)> ShareAsync(Scene scene)
    {
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        var nursing = await scene.AddAgencyAsync(AgencyKind.CommunityHealth);
        var housing = await scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.ShareAsync(hospital, nursing, housing);

        return (hospital, nursing, housing);
    }

    private static Task<Outcome<PlanSaved>> EditAsync(Scene scene, Actor by, Guid goal, string shown, string wanted) =>
        scene.The<ChangePlan>().EditAsync(scene.GeorgesId, [new(goal, PlanField.GoalText, shown, wanted)], by);

    private static async Task<PlanShown> ReadAsync(Scene scene, Actor by) =>
        Expect.Value(await scene.The<ReadPlan>().ExecuteAsync(scene.GeorgesId, by, null));
}
