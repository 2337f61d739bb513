using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Discharge;

public class HospitalStayTests
{
    private static readonly DateOnly _today = new(2026, 3, 20);
    private static readonly DateTime _now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Stamp _stamp = new(Guid.NewGuid(), _now);

    [Theory]
    [InlineData(StayStatus.InHospital, "Left Died")]
    [InlineData(StayStatus.Left, "InHospital")]
    [InlineData(StayStatus.Died, "")]
    public void Arrows_OfEveryPair(StayStatus from, string to)
    {
        foreach (var other in Enum.GetValues<StayStatus>())
        {
            Assert.Equal(to.Split(' ').Contains(other.ToString()), from.CanBecome(other));
            Assert.Equal(from.CanBecome(other), Move(In(from), other).Succeeded);
        }
    }

    [Theory]
    [InlineData("", 0, typeof(StayNeedsWard))]
    [InlineData("Ward 4", 1, typeof(AdmittedInTheFuture))]
    [InlineData("Ward 4", -1_900, typeof(AdmittedTooLongAgo))]
    public void Begin_Refuses(string ward, int day, Type refusal) =>
        Assert.IsType(refusal, HospitalStay.Begin(Guid.NewGuid(), Guid.NewGuid(), ward, _today.AddDays(day), false, _today, _stamp).Refusal);

    [Theory]
    [InlineData(-1, "late", typeof(ExpectedDateInThePast))]
    [InlineData(400, "late", typeof(ExpectedDateTooFar))]
    [InlineData(5, "", typeof(ChangedDateNeedsWhy))]
    public void AnotherExpectedDate_Refuses(int day, string why, Type refusal)
    {
        var stay = In(StayStatus.InHospital);
        Expect.Done(stay.Expect(_today.AddDays(2), null, "Safe with a frame", _today, _stamp));

        Assert.IsType(refusal, stay.Expect(_today.AddDays(day), why, null, _today, _stamp).Refusal);
        Assert.Equal(_today.AddDays(2), stay.Expected!.Day);
    }

    [Fact]
    public void ExpectedDates_AreKept_AndTheSameDayAgainIsNoChange()
    {
        var stay = In(StayStatus.InHospital);
        Expect.Done(stay.Expect(_today.AddDays(2), null, "Safe with a frame", _today, _stamp));
        Expect.Done(stay.Expect(_today.AddDays(2), null, null, _today, _stamp));
        Expect.Done(stay.Expect(_today.AddDays(4), "No frame yet", null, _today, new(_stamp.By, _now.AddHours(1))));

        Assert.Equal([_today.AddDays(2), _today.AddDays(4)], stay.ExpectedDates.Select(d => d.Day));
        Assert.Equal((_today.AddDays(4), "Safe with a frame"), (stay.Expected!.Day, stay.WhatMustBeTrue));
    }

    [Fact]
    public void MeetsTheCriteriaAgain_TheReadyDateIsGone_AndComesBackWithTheNextPeriod()
    {
        var stay = In(StayStatus.InHospital);
        Expect.Done(stay.Review([], new(_stamp.By, _now.AddDays(-6))));
        Assert.Equal(_today.AddDays(-6), stay.Ready(_today).On);

        Expect.Done(stay.Review(["09", "04"], new(_stamp.By, _now.AddDays(-4))));
        Assert.Null(stay.Ready(_today).On);
        Assert.Equal(["04", "09"], stay.LastReview!.Criteria);

        Expect.Done(stay.Review([], new(_stamp.By, _now.AddDays(-1))));
        Assert.Equal(new DischargeReady(_today.AddDays(-1), 1), stay.Ready(_today));
        Assert.IsType<CriteriaNotKnown>(stay.Review(["13"], _stamp).Refusal);
    }

    [Fact]
    public void ManyBlockersStandAtOnce_TheSameTwiceDoesNot_AndEachEndsByItself()
    {
        var (stay, one, other) = (In(StayStatus.InHospital), Guid.NewGuid(), Guid.NewGuid());
        var first = Expect.Value(stay.Block("equipment-none", one, _stamp));
        Expect.Value(stay.Block("equipment-none", other, _stamp));
        Expect.Value(stay.Block("transport", one, _stamp));

        Assert.IsType<BlockerStands>(stay.Block("transport", one, _stamp).Refusal);
        Assert.IsType<BlockerReasonNotKnown>(stay.Block("weather", one, _stamp).Refusal);
        Expect.Done(stay.Unblock(first.Id, _stamp));
        Assert.IsType<BlockerIsOver>(stay.Unblock(first.Id, _stamp).Refusal);
        Assert.Equal(2, stay.Blockers.Count(b => b.Until is null));
    }

    [Fact]
    public void Leaving_WhileSomethingStopsIt_NeedsTheReasonWhyTheyGoAllTheSame()
    {
        var stay = In(StayStatus.InHospital);
        Expect.Value(stay.Block("transport", Guid.NewGuid(), _stamp));

        Assert.Equal(new LeavingIsStopped(2), stay.Leave(_now, 2, false, "He wants to go", _stamp).Refusal);
        Assert.IsType<LeavingNeedsWhy>(stay.Leave(_now, 2, true, " ", _stamp).Refusal);
        Assert.IsType<LeftInTheFuture>(stay.Leave(_now.AddMinutes(1), 0, false, null, _stamp).Refusal);
        Assert.IsType<LeftBeforeAdmission>(stay.Leave(_now.AddDays(-30), 0, false, null, _stamp).Refusal);
        Assert.Equal(StayStatus.InHospital, stay.Status);

        Expect.Done(stay.Leave(_now, 2, true, "He wants to go", _stamp));
        Assert.Equal((StayStatus.Left, "He wants to go"), (stay.Status, stay.LeavingWhy));
        Assert.All(stay.Blockers, b => Assert.Equal(_now, b.Until));
    }

    [Fact]
    public void CancelledDischarge_IsOneWithinADay_AndAfterThatANewStay()
    {
        var stay = In(StayStatus.Left);

        Assert.IsType<LeavingNeedsWhy>(stay.CancelLeaving("", _stamp).Refusal);
        Assert.IsType<CancelledTooLate>(stay.CancelLeaving("Came back", new(_stamp.By, _now.AddHours(25))).Refusal);
        Expect.Done(stay.CancelLeaving("No transport", new(_stamp.By, _now.AddHours(23))));
        Assert.Equal((StayStatus.InHospital, null), (stay.Status, stay.LeftAt));
    }

    /// <summary>Nothing of it changes once they are gone: what is noted late would rewrite what was reported.</summary>
    [Theory]
    [InlineData(StayStatus.Left)]
    [InlineData(StayStatus.Died)]
    public void Over_NothingIsNoted(StayStatus over)
    {
        var stay = In(over);

        Assert.All(
            new[]
            {
                stay.MoveTo("Ward 5"), stay.Expect(_today, null, null, _today, _stamp), stay.Review([], _stamp), stay.DecidePathway(Pathway.P1, null, _stamp),
                stay.Block("transport", Guid.NewGuid(), _stamp), stay.Ask(new HomeNeeds()), stay.TellCarer("Helen", _stamp), stay.Leave(_now, 0, false, null, _stamp),
                stay.Die(_now, _stamp)
            },
            outcome => Assert.IsType<StayIsOver>(outcome.Refusal));
    }

    /// <summary>Left on the 20th with three doses: one on each of the 21st, 22nd and 23rd, by noon in London.</summary>
    [Theory]
    [InlineData("2026-03-20T13:00", null)]
    [InlineData("2026-03-21T11:59", null)]
    [InlineData("2026-03-21T12:00", "2026-03-21")]
    [InlineData("2026-03-23T18:00", "2026-03-23")]
    [InlineData("2026-03-24T12:00", null)]
    public void MissedDose_IsFromNoonOn(string at, string? missed)
    {
        var stay = LeftWithDoses(3);
        var now = DateTime.SpecifyKind(DateTime.Parse(at, null), DateTimeKind.Utc);

        Assert.Equal(missed is null ? null : DateOnly.Parse(missed, null), stay.MissedDose(now));
        if (missed is not null)
        {
            Expect.Done(stay.GiveDose(LondonTime.DayOf(now), LondonTime.DayOf(now), new(_stamp.By, now)));
            Assert.Null(stay.MissedDose(now));
            Assert.IsType<DoseIsRecorded>(stay.GiveDose(LondonTime.DayOf(now), LondonTime.DayOf(now), new(_stamp.By, now)).Refusal);
        }
    }

    /// <summary>From 29 March on noon in London is 11:00 UTC.</summary>
    [Fact]
    public void MissedDose_AfterTheClocksChange_IsStillLondonsNoon()
    {
        var stay = LeftWithDoses(20);

        Assert.Null(stay.MissedDose(new(2026, 3, 30, 10, 59, 0, DateTimeKind.Utc)));
        Assert.NotNull(stay.MissedDose(new(2026, 3, 30, 11, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Doses_OfNobodyOrOfAnotherDay_AreRefused()
    {
        var stay = LeftWithDoses(3);

        Assert.IsType<NoDoseOnThatDay>(stay.GiveDose(_today, _today, _stamp).Refusal);
        Assert.IsType<NoDoseOnThatDay>(stay.GiveDose(_today.AddDays(1), _today, _stamp).Refusal);
        Assert.IsType<DosesOutOfRange>(In(StayStatus.InHospital).Ask(new HomeNeeds { Doses = 61 }).Refusal);
        Assert.IsType<NoDoseOnThatDay>(In(StayStatus.Left).GiveDose(_today.AddDays(1), _today.AddDays(1), _stamp).Refusal);
    }

    private static HospitalStay LeftWithDoses(int doses)
    {
        var stay = In(StayStatus.InHospital);
        Expect.Done(stay.Ask(new HomeNeeds { Injections = Injections.Nurse, Doses = doses }));
        Expect.Done(stay.Leave(_now, 0, false, null, _stamp));

        return stay;
    }

    private static HospitalStay In(StayStatus status)
    {
        var stay = Expect.Value(HospitalStay.Begin(Guid.NewGuid(), Guid.NewGuid(), "Ward 4", _today.AddDays(-10), false, _today, _stamp));
        if (status is not StayStatus.InHospital)
        {
            Expect.Done(Move(stay, status));
        }

        return stay;
    }

    private static Outcome Move(HospitalStay stay, StayStatus to) => to switch
    {
        StayStatus.InHospital => stay.CancelLeaving("No transport", _stamp),
        StayStatus.Left => stay.Leave(_now, 0, false, null, _stamp),
        _ => stay.Die(_now, _stamp)
    };
}
