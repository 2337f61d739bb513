using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>The hip story on the ward: what is noted of the stay becomes what somebody does in the one plan.</summary>
public class ChangeStayTests
{
    /// <summary>
    /// Whoever was to give the injections may not any more, by withdrawal or because they left the case: somebody has each task that stops
    /// the leaving, and somebody chases what is in the way.
    /// </summary>
    [UseCase, Row(true), Row(false)]
    public async Task AnAgencyThatIsGone_LeavesNoTaskWithoutAnybody(DatabaseProvider provider, bool withdrawn)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.AskAsync(ward.Stay, new HomeNeeds { Injections = Injections.Nurse, Doses = 28 }, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.BlockAsync(ward.Stay, "transport", ward.Nursing.Id, ward.Hospital.AsWorker));
        var theirs = (await ward.ActionsAsync()).Where(a => a.OwnerAgencyId == ward.Nursing.Id && a.IsOpen).ToList();
        Assert.NotEmpty(theirs);
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var sent = (await ward.Scene.MessagesToAsync(ward.Hospital)).Count(m => m.Kind is MessageKind.PlanChanged);

        Expect.Done(withdrawn
            ? await ward.Scene.WithdrawAsync(ward.Nursing)
            : await ward.Scene.The<LeaveCareTeam>().AgencyAsync(ward.Case, ward.Nursing.AsWorker));
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.All((await ward.ActionsAsync()).Where(a => theirs.Any(t => t.Id == a.Id)), a => Assert.Equal(ward.Hospital.Id, a.OwnerAgencyId));
        Assert.True((await ward.Scene.MessagesToAsync(ward.Hospital)).Count(m => m.Kind is MessageKind.PlanChanged) > sent, "the team's systems were not told");
        var blocker = Assert.Single(Expect.Value(await ward.Scene.The<ReadStay>().ExecuteAsync(ward.Stay, ward.Hospital.AsWorker, Guid.NewGuid())).Row.Blockers);
        Assert.Equal(ward.Hospital.Agency.Name, blocker.Owner);

        // Another that does such things has them once the family lets it.
        var others = await ward.Scene.AddAgencyAsync(AgencyKind.CommunityHealth);
        await ward.Scene.ShareAsync(others);
        Assert.All((await ward.ActionsAsync()).Where(a => theirs.Any(t => t.Id == a.Id)), a => Assert.Equal(others.Id, a.OwnerAgencyId));
    }

    private static readonly HomeNeeds _needs = new() { Injections = Injections.Nurse, Doses = 28, Equipment = Known.Yes, Carer = Known.Yes, OwnTransport = Known.Yes };

    [UseCase]
    public async Task Begun_TheCoordinatorsAreInTheTeamAndSeeTheLine_AndASecondStayIsRefused(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        var coordinator = await ward.Scene.AddAsync(A.Worker(Role.DischargeCoordinator, ward.Hospital.Agency));
        await ward.AdmitAsync();
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var row = Assert.Single((await ward.Scene.The<ListStays>().ExecuteAsync(coordinator, Guid.NewGuid())).Rows);
        Assert.Equal(("Ward 4", null, 1), (row.Ward, row.MeetsCriteria, row.Stopping));
        Assert.Equal(("Say when they are expected to leave, and what must be true of them on the day", true), (row.Next!.What, row.Next.IsLate));
        var team = Expect.Value(await ward.Scene.The<ReadCase>().ExecuteAsync(ward.Case, coordinator, Guid.NewGuid())).CareTeam;
        Assert.Contains(team, m => m.AccountId == coordinator.AccountId && m.Role == "plans the way home");
        Expect.Refused<AlreadyInHospital, Guid>(await ward.BeginAsync());
        Expect.Refused<OnlyTheHospitalSays, Guid>(await ward.Scene.The<BeginStay>().ExecuteAsync(
            ward.Case, new("Ward 4", ward.Today, false, "plans the way home"), ward.Nursing.AsWorker));
    }

    [UseCase]
    public async Task WhatIsAsked_BecomesActionsWithOwnersAndDays_AndMovesWithTheExpectedDate(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.ExpectAsync(ward.Stay, ward.Today.AddDays(5), null, "Safe with a frame", ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.AskAsync(ward.Stay, _needs, ward.Nursing.AsWorker));

        var nurse = await ward.ActionAsync("nurse-injections");
        Assert.Equal((ward.Nursing.Id, ward.Today.AddDays(4), ActionStatus.ToDo), (nurse.OwnerAgencyId, nurse.Due, nurse.Status));
        Assert.Equal(ActionStatus.Done, (await ward.ActionAsync("expected-date")).Status);
        Assert.Equal((await ward.ActionAsync("therapy")).Id, (await ward.ActionAsync("equipment")).BlockedBy);
        // The family brings him home; nobody of the equipment service has permission, so the hospital has it until somebody gets it.
        Assert.Null((await ward.ActionAsync("bring-home")).OwnerAgencyId);
        Assert.Equal(ward.Hospital.Id, (await ward.ActionAsync("equipment")).OwnerAgencyId);
        Assert.Contains(
            Expect.Value(await ward.Scene.The<ReadStay>().ExecuteAsync(ward.Stay, ward.Hospital.AsWorker, Guid.NewGuid())).Tasks,
            t => t is { HasNobody: true, StopsLeaving: true } && t.What == "Bring and fit the equipment at home");

        // A day that somebody chose in the plan stays; the others move.
        var own = PlanValues.Of((DateOnly?)ward.Today.AddDays(1));
        Expect.Value(await ward.Scene.The<ChangePlan>().EditAsync(
            ward.Scene.GeorgesId, [new(nurse.Id, PlanField.ActionDue, PlanValues.Of(nurse.Due), own)], ward.Nursing.AsWorker));
        ward.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Done(await ward.Change.ExpectAsync(ward.Stay, ward.Today.AddDays(7), "No frame yet", null, ward.Hospital.AsWorker));
        Assert.Equal(ward.Today.AddDays(1), (await ward.ActionAsync("nurse-injections")).Due);
        Assert.Equal(ward.Today.AddDays(6), (await ward.ActionAsync("medicines")).Due);

        // The daughter gives them after all: what is not needed is set aside, and comes back if it is.
        Expect.Done(await ward.Change.AskAsync(ward.Stay, _needs with { Injections = Injections.Carer }, ward.Hospital.AsWorker));
        Assert.Equal(ActionStatus.NotNeeded, (await ward.ActionAsync("nurse-injections")).Status);
        Expect.Done(await ward.Change.AskAsync(ward.Stay, _needs, ward.Hospital.AsWorker));
        Assert.Equal(ActionStatus.ToDo, (await ward.ActionAsync("nurse-injections")).Status);
    }

    [UseCase]
    public async Task TheyDoNotLeave_WhileTheNurseHasNotAccepted(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.AskAsync(ward.Stay, _needs with { Equipment = Known.No }, ward.Hospital.AsWorker));
        await ward.SetAsync("medicines", ActionStatus.Done);

        var leaving = new LeavingTyped(ward.Scene.World.Now, false, null);
        Assert.Equal(new LeavingIsStopped(1), (await ward.Change.LeaveAsync(ward.Stay, leaving, ward.Hospital.AsWorker)).Refusal);
        await ward.SetAsync("nurse-injections", ActionStatus.UnderWay);
        Expect.Refused<OnlyTheHospitalSays>(await ward.Change.LeaveAsync(ward.Stay, leaving, ward.Nursing.AsWorker));
        Expect.Done(await ward.Change.LeaveAsync(ward.Stay, leaving, ward.Hospital.AsWorker));

        var row = Assert.Single((await ward.Scene.The<ListStays>().ExecuteAsync(ward.Nursing.AsWorker, Guid.NewGuid())).Rows);
        Assert.Equal((StayStatus.Left, false), (row.Status, row.HasMissedDose));
        Assert.Equal(ward.Today.AddDays(3), (await ward.ActionAsync("follow-up")).Due);

        // On the next day at noon in London nobody has noted the dose.
        ward.Scene.World.Clock.SetUtcNow(LondonTime.At(ward.Today.AddDays(1), HospitalStay.DoseBy));
        Assert.True(Assert.Single((await ward.Scene.The<ListStays>().ExecuteAsync(ward.Nursing.AsWorker, Guid.NewGuid())).Rows).HasMissedDose);
        Expect.Done(await ward.Change.GiveDoseAsync(ward.Stay, ward.Today, ward.Nursing.AsWorker));
        Assert.False(Assert.Single((await ward.Scene.The<ListStays>().ExecuteAsync(ward.Nursing.AsWorker, Guid.NewGuid())).Rows).HasMissedDose);
    }

    [UseCase]
    public async Task Cancelled_TheyAreOnTheBoardAgain_AndADeathEndsWhatWasToBeDone(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.LeaveAsync(ward.Stay, new(ward.Scene.World.Now, true, "He wants to go"), ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.CancelLeavingAsync(ward.Stay, "Nobody was in", ward.Hospital.AsWorker));
        Assert.Equal(StayStatus.InHospital, Assert.Single((await ward.Scene.The<ListStays>().ExecuteAsync(ward.Hospital.AsWorker, Guid.NewGuid())).Rows).Status);

        Expect.Done(await ward.Change.DieAsync(ward.Stay, ward.Scene.World.Now, ward.Hospital.AsWorker));
        Assert.Empty((await ward.Scene.The<ListStays>().ExecuteAsync(ward.Hospital.AsWorker, Guid.NewGuid())).Rows);
        Assert.DoesNotContain(await ward.ActionsAsync(), a => a.IsOpen);
    }

    [UseCase]
    public async Task ThePathway_IsDecidedByHospitalOrSocialCare_AndABlockerIsOfWhoHasPermission(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        var stranger = await ward.Scene.AddAgencyAsync(AgencyKind.Wheelchairs);
        await ward.AdmitAsync();

        Expect.Refused<OnlyTheHospitalSays>(await ward.Change.DecidePathwayAsync(ward.Stay, Pathway.P1, null, ward.Nursing.AsWorker));
        Expect.Done(await ward.Change.DecidePathwayAsync(ward.Stay, Pathway.P1, "Help in the mornings", ward.Hospital.AsWorker));
        Assert.Equal(ActionStatus.Done, (await ward.ActionAsync("pathway")).Status);
        Expect.Refused<PlanOwnerHasNoPermission>(await ward.Change.BlockAsync(ward.Stay, "equipment-none", stranger.Id, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.BlockAsync(ward.Stay, "community-health-arranging", ward.Nursing.Id, ward.Nursing.AsWorker));
        Expect.Done(await ward.Change.BlockAsync(ward.Stay, "transport", ward.Hospital.Id, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.ReviewAsync(ward.Stay, [], ward.Hospital.AsWorker));

        var row = Expect.Value(await ward.Scene.The<ListStays>().OneAsync(ward.Stay, ward.Hospital.AsWorker, Guid.NewGuid()));
        Assert.Equal((2, "Awaiting patient transport", Pathway.P1), (row.Blockers.Count, row.National, row.Pathway));
        Assert.Equal(ward.Today, row.Ready.On);
    }

    /// <summary>Boards are read anew when somebody comes or goes; what else changes is its line's own.</summary>
    [UseCase]
    public async Task BoardsAreTold_WhenSomebodyComesOrGoes_AndOfNothingElse(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        var told = 0;
        using var watching = ward.Scene.The<LiveUpdates>().Watch(Topics.BoardOf(ward.Hospital.Id), () =>
        {
            Interlocked.Increment(ref told);

            return Task.CompletedTask;
        });
        await ward.AdmitAsync();
        await Eventually.AsyncIsTrue(() => Task.FromResult(told == 1));
        Expect.Done(await ward.Change.ReviewAsync(ward.Stay, [], ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.TellCarerAsync(ward.Stay, "Helen", ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.LeaveAsync(ward.Stay, new(ward.Scene.World.Now, true, "He wants to go"), ward.Hospital.AsWorker));
        await Eventually.AsyncIsTrue(() => Task.FromResult(told >= 2));
        Assert.Equal(2, told);
    }

    [UseCase]
    public async Task WhatTheFamilyTold_IsBesideTheQuestions_AsFarAsTheReaderMaySeeIt(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider, onlyNursing: [StoryPartKind.Medicines]);
        await ward.AdmitAsync();

        var toTheWard = Expect.Value(await ward.Scene.The<ReadStay>().ToldAsync(ward.Stay, ward.Hospital.AsWorker, Guid.NewGuid()));
        var toTheNurse = Expect.Value(await ward.Scene.The<ReadStay>().ToldAsync(ward.Stay, ward.Nursing.AsWorker, Guid.NewGuid()));
        Assert.Contains(toTheWard, said => said.Question == "the-home");
        Assert.Contains(toTheNurse, said => said.Question == "medicines");
        Assert.DoesNotContain(toTheNurse, said => said.Question == "the-home");
        // Who they are is not asked about on the way home.
        Assert.DoesNotContain(toTheWard, said => StoryQuestions.Find(said.Question)!.Part is StoryPartKind.AboutMe);
    }
}
