using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Referrals.ReferralStatus;

namespace GmConnect.Tests.Domain.Referrals;

public class ReferralTests
{
    private static readonly Stamp _stamp = new(Guid.CreateVersion7(), World.Start.UtcDateTime);

    private static readonly Stamp _second = new(Guid.CreateVersion7(), _stamp.At.AddMinutes(5));
    private static readonly Stamp _later = new(_stamp.By, _stamp.At.AddMinutes(3));

    /// <summary>Every pair of statuses: those named are arrows, all others are not.</summary>
    [Fact]
    public void CanBecome_EveryPair()
    {
        (ReferralStatus, ReferralStatus)[] arrows =
        [
            (New, Triaged), (New, MoreAsked), (New, Refused), (New, Redirected), (New, Withdrawn),
            (Triaged, Triaged), (Triaged, MoreAsked), (Triaged, Accepted), (Triaged, Refused), (Triaged, Redirected), (Triaged, Withdrawn),
            (MoreAsked, New), (MoreAsked, Triaged), (MoreAsked, Refused), (MoreAsked, Redirected), (MoreAsked, Withdrawn),
            (Accepted, Withdrawn), (Accepted, Closed), (Refused, Withdrawn), (Redirected, Withdrawn), (Closed, Withdrawn)
        ];
        var found = from a in Enum.GetValues<ReferralStatus>() from b in Enum.GetValues<ReferralStatus>() where a.CanBecome(b) select (a, b);

        Assert.Equal(arrows, found);
        Assert.Equal([New, Triaged, MoreAsked], Enum.GetValues<ReferralStatus>().Where(s => s.IsOpen()));
        Assert.Equal([Refused, Redirected, Withdrawn, Closed], Enum.GetValues<ReferralStatus>().Where(s => s.HasEnded()));
    }

    [Theory]
    [InlineData(0, typeof(ReferralNeedsReason))]
    [InlineData(1, null)]
    [InlineData(2_000, null)]
    [InlineData(2_001, typeof(ReferralReasonTooLong))]
    public void Reason_OfRefusalAndRedirection_HasLimits(int length, Type? refusal)
    {
        var reason = new string('م', length);
        var (redirected, refused) = (NewReferral(), NewReferral());

        Assert.Equal(refusal, redirected.Redirect(Guid.CreateVersion7(), reason, _stamp).Refusal?.GetType());
        Assert.Equal(refusal, refused.Refuse(reason, _stamp).Refusal?.GetType());
        Assert.Equal(refusal is null ? Redirected : New, redirected.Status);
        Assert.Equal(refusal is null ? Refused : New, refused.Status);
    }

    [Fact]
    public void Override_WithoutAReason_IsRefused() => Expect.Refused<OverrideNeedsReason>(
        NewReferral().Triage(A.Triage(TriageLevel.P4) with { Wanted = TriageLevel.P2, Why = " \r\n\0" }, _stamp));

    [Fact]
    public void Override_Up_StandsAtOnceAndNeverGivesMoreTime()
    {
        var referral = NewReferral();

        Expect.Done(referral.Triage(A.Triage(TriageLevel.P4) with { Wanted = TriageLevel.P1, Why = "I know him." }, _stamp));

        Assert.Equal((TriageLevel.P1, _stamp.At.AddHours(4)), (referral.Level, referral.DueAt));
    }

    [Fact]
    public void SteppingDownFromTheTop_WaitsForASecondPerson()
    {
        var referral = NewReferral();
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P1) with { Wanted = TriageLevel.P3, Why = "Rang: he sits at table." }, _stamp));
        var triage = referral.LatestTriage!;
        Assert.Equal((TriageLevel.P1, true), (referral.Level, triage.AwaitsSecond));

        Expect.Refused<SecondMustBeAnother>(referral.Second(triage.Id, true, _stamp));
        Expect.Done(referral.Second(triage.Id, true, _second));

        Assert.Equal((TriageLevel.P3, false, _second.By), (referral.Level, triage.AwaitsSecond, triage.SecondBy));
        Expect.Refused<NothingToAgreeTo>(referral.Second(triage.Id, true, _second));
    }

    [Fact]
    public void SecondPersonDoesNotAgree_TheTopStands()
    {
        var referral = NewReferral();
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P1) with { Wanted = TriageLevel.P3, Why = "I rang." }, _stamp));

        Expect.Done(referral.Second(referral.LatestTriage!.Id, false, _second));

        Assert.Equal((TriageLevel.P1, false), (referral.Level, referral.LatestTriage.SecondAgrees));
    }

    /// <summary>Or else somebody would answer otherwise what they cannot step down from.</summary>
    [Fact]
    public void TriageAgain_WithOtherAnswers_StepsDownFromTheTopWithASecondPersonOnly()
    {
        var referral = NewReferral();
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P1), _stamp));

        Expect.Done(referral.Triage(A.Triage(TriageLevel.P4, seen: referral.LatestTriage!.Id), _later));

        Assert.Equal((TriageLevel.P1, true), (referral.Level, referral.LatestTriage.AwaitsSecond));
    }

    [Fact]
    public void TopThatRestedOnWhatWasNotKnown_StepsDownOnceItIsKnown()
    {
        var referral = NewReferral();
        var unknown = new TriageAnswers(A.TriageAnswers(TriageLevel.P4).Given.Where(a => a.Key != "danger"));
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P4) with { Answers = unknown }, _stamp));
        Assert.Equal(TriageLevel.P1, referral.Level);

        Expect.Done(referral.Triage(A.Triage(TriageLevel.P4, seen: referral.LatestTriage!.Id), _later));

        Assert.Equal((TriageLevel.P4, false), (referral.Level, referral.LatestTriage.NeedsSecond));
    }

    [Fact]
    public void Asked_TheClockWaitsForTheAnswer_AndGoesOnFromWhereItWas()
    {
        var referral = NewReferral();
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P4), _stamp));
        var due = referral.DueAt!.Value;

        var question = Expect.Value(referral.Ask("How many steps?", _stamp));
        Assert.Equal((MoreAsked, null, PauseReason.WaitingForAnAnswer), (referral.Status, referral.DueAt, referral.Pause?.Reason));
        Expect.Done(referral.Answer(question.Id, "Twelve.", new Stamp(_second.By, _stamp.At.AddDays(7))));

        Assert.Equal((Triaged, null), (referral.Status, referral.Pause));
        Assert.True(referral.DueAt > due);
        Expect.Refused<ReferralQuestionClosed>(referral.Answer(question.Id, "Thirteen.", _second));
    }

    [Fact]
    public void Withdrawn_WhatWasAskedIsAnsweredNoMore()
    {
        var referral = NewReferral();
        var question = Expect.Value(referral.Ask("How many steps?", _stamp));

        Expect.Done(referral.Withdraw(_later.At));

        Expect.Refused<ReferralQuestionClosed>(referral.Answer(question.Id, "Twelve.", _second));
        Assert.Equal(Withdrawn, referral.Status);
    }

    [Fact]
    public void TheTopLevel_WaitsForNobody()
    {
        var referral = NewReferral();
        Expect.Done(referral.Triage(A.Triage(TriageLevel.P1), _stamp));
        var due = referral.DueAt;

        Expect.Refused<TopLevelNeverWaits>(referral.Stop(PauseReason.PersonIsAway, _stamp));
        Expect.Value(referral.Ask("Where are you?", _stamp));

        Assert.Equal((due, null), (referral.DueAt, referral.Pause));
    }

    [Fact]
    public void WhatGoesToTheTop_IsWaitedForNoLonger()
    {
        var referral = NewReferral();
        Expect.Done(referral.Stop(PauseReason.PersonAskedToWait, _stamp));

        Expect.Done(referral.Triage(A.Triage(TriageLevel.P1), _later));

        // The three minutes that it stood still are not counted.
        Assert.Equal((null, _stamp.At.AddMinutes(18)), (referral.Pause, referral.DueAt));
    }

    [Fact]
    public void OfTwoWhoTakeIt_TheSecondIsTold()
    {
        var referral = NewReferral();
        Expect.Done(referral.Assign(_stamp.By, null, _stamp));

        Expect.Refused<ReferralTakenByAnother>(referral.Assign(_second.By, null, _second));
        Expect.Refused<ReferralTakenByAnother>(referral.PutBefore(Guid.CreateVersion7(), null));
        Assert.Equal(_stamp.By, referral.AssignedTo);
    }

    [Fact]
    public void Accept_BeforeTriage_IsRefusedAndChangesNothing()
    {
        var referral = NewReferral();

        var refusal = Expect.Refused<ReferralNotInThatState>(referral.Accept(Guid.CreateVersion7(), _stamp));

        Assert.Equal((New, Accepted), (refusal.Is, refusal.Wanted));
        Assert.Equal((New, null, null), (referral.Status, referral.CaseId, referral.AnsweredAt));
    }

    private static Referral NewReferral() => new Referral
    {
        Reference = Reference.New(), ResidentId = Guid.CreateVersion7(), AgencyId = Guid.CreateVersion7(),
        ConsentId = Guid.CreateVersion7(), Purpose = Purpose.Care, ReceivedAt = World.Start.UtcDateTime
    }.Begin();
}
