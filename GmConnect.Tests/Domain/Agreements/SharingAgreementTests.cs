using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Agreements.AgreementStatus;

namespace GmConnect.Tests.Domain.Agreements;

public class SharingAgreementTests
{
    private static readonly DateTime _now = World.Start.UtcDateTime;
    private static readonly Agency _hospital = A.Agency(AgencyKind.Hospital);
    private static readonly Agency _nursing = A.Agency(AgencyKind.CommunityHealth);

    /// <summary>Every pair of statuses: those named are arrows, all others are not.</summary>
    [Fact]
    public void CanBecome_EveryPair()
    {
        (AgreementStatus, AgreementStatus)[] arrows = [(Draft, Signed), (Signed, Suspended), (Signed, Ended), (Suspended, Signed), (Suspended, Ended)];
        var found = from a in Enum.GetValues<AgreementStatus>() from b in Enum.GetValues<AgreementStatus>() where a.CanBecome(b) select (a, b);

        Assert.Equal(arrows, found);
    }

    /// <summary>The acts go along the arrows and no other way.</summary>
    [Theory]
    [InlineData(Draft, false, false, false, true)]
    [InlineData(Signed, true, false, true, false)]
    [InlineData(Suspended, false, true, true, false)]
    [InlineData(Ended, false, false, false, false)]
    public void Acts_InEveryStatus(AgreementStatus from, bool suspend, bool resume, bool end, bool sign)
    {
        Assert.Equal(suspend, In(from).Suspend("Because.", At(5)).Succeeded);
        Assert.Equal(resume, In(from).Resume("Because.", At(5)).Succeeded);
        Assert.Equal(end, In(from).End("Because.", At(5)).Succeeded);
        Assert.Equal(sign, In(from).Sign(1, _nursing.Id, "Caldicott Guardian", At(5)).Succeeded);
    }

    [Fact]
    public void Sign_ByAllButOne_IsStillADraft_AndNothingFlows()
    {
        var agreement = Drafted();

        Expect.Done(agreement.Sign(1, _hospital.Id, "Caldicott Guardian", At(0)));

        Assert.Equal((Draft, null), (agreement.Status, agreement.Standing));
        Assert.Empty(agreement.SpansAt(_now.AddYears(1)));
        Expect.Refused<AgreementSignedAlready>(agreement.Sign(1, _hospital.Id, "Caldicott Guardian", At(0)));
    }

    [Fact]
    public void Sign_ByTheLast_IsInForceFromThatMoment_AndNotEarlier()
    {
        var agreement = SignedAt(0);

        Assert.Equal(Signed, agreement.Status);
        Assert.Empty(agreement.SpansAt(_now.AddTicks(-10)));
        Assert.Equal([_hospital.Id, _nursing.Id], agreement.SpansAt(_now).Select(s => s.AgencyId));
        Assert.All(agreement.SpansAt(_now), s => Assert.Equal(_now, s.From));
    }

    [Fact]
    public void Sign_BeforeItsFirstDay_IsToCome()
    {
        var firstDay = LondonTime.DayOf(_now).AddDays(10);
        var agreement = Drafted(Terms() with { FirstDay = firstDay, ReviewOn = firstDay });
        Sign(agreement, 1, 0);

        var span = agreement.SpansAt(_now).First();

        Assert.Equal(LondonTime.EndOf(firstDay.AddDays(-1)), span.From);
        Assert.Equal(AgreementState.ToCome, agreement.StateAt(_now));
        Assert.Equal(AgreementState.InForce, agreement.StateAt(span.From));
    }

    [Fact]
    public void Sign_AnAgencyThatIsNoParty_OrAVersionNotRead_IsRefused()
    {
        var agreement = Drafted();
        Expect.Done(agreement.Change(Terms(), "One part fewer.", At(1)));

        Assert.Equal(2, Expect.Refused<AgreementHasNewerVersion>(agreement.Sign(1, _hospital.Id, "Caldicott Guardian", At(2))).Number);
        Expect.Refused<NotFound>(agreement.Sign(2, Guid.CreateVersion7(), "Caldicott Guardian", At(2)));
        Assert.All(agreement.Versions.SelectMany(v => v.Parties), p => Assert.Null(p.SignedAt));
    }

    [Fact]
    public void Sign_AfterItsLastDay_IsRefused() =>
        Expect.Refused<AgreementRanOut>(Drafted().Sign(1, _hospital.Id, "Caldicott Guardian", At(24 * 365 * 5)));

    [Fact]
    public void Change_LeavesWhatWasSignedInForce_UntilEverybodySignedAgain()
    {
        var agreement = SignedAt(0);
        Expect.Done(agreement.Change(Terms() with { Purposes = [Purpose.Care] }, "Care only.", At(10)));
        Expect.Done(agreement.Sign(2, _hospital.Id, "Caldicott Guardian", At(11)));

        Assert.Equal([1, 1], agreement.SpansAt(_now.AddHours(12)).Select(s => s.Version));
        Expect.Done(agreement.Sign(2, _nursing.Id, "Caldicott Guardian", At(20)));

        Assert.Equal([2, 2], agreement.SpansAt(_now.AddHours(20)).Select(s => s.Version));
        Assert.Equal(2, agreement.Versions.Count);
        // At noon of yesterday it was the first, whatever was signed since.
        Assert.Equal([1, 1], agreement.SpansAt(_now.AddHours(12)).Select(s => s.Version));
        Assert.Equal(_now.AddHours(20), agreement.SpansAt(_now.AddHours(20)).First().From);
    }

    [Fact]
    public void Change_SignedForALaterDay_TakesOverOnThatDay()
    {
        var agreement = SignedAt(0);
        var day = LondonTime.DayOf(_now).AddDays(3);
        Expect.Done(agreement.Change(Terms() with { FirstDay = day, ReviewOn = day, LastDay = day.AddYears(1) }, "From Sunday.", At(1)));
        Sign(agreement, 2, 2);

        var spans = agreement.SpansAt(_now.AddHours(3)).Where(s => s.AgencyId == _hospital.Id).ToList();

        Assert.Equal([1, 2], spans.Select(s => s.Version));
        Assert.Equal(spans[0].Until, spans[1].From);
        Assert.Equal(LondonTime.EndOf(day.AddDays(-1)), spans[1].From);
    }

    [Fact]
    public void Suspend_StopsAtOnce_AndResumeLetsFlowAgainFromThen()
    {
        var agreement = SignedAt(0);
        Expect.Done(agreement.Suspend("A laptop was lost.", At(5)));
        Expect.Done(agreement.Resume("It was found.", At(9)));

        Assert.NotEmpty(agreement.SpansAt(_now.AddHours(4)));
        Assert.Empty(agreement.SpansAt(_now.AddHours(5)));
        Assert.Empty(agreement.SpansAt(_now.AddHours(8)));
        Assert.Equal(_now.AddHours(9), agreement.SpansAt(_now.AddHours(10)).First().From);
        Assert.Equal(2, agreement.CarriedAt(_now.AddHours(6)).Count());
    }

    [Fact]
    public void End_IsForGood_AndWhatWasInForceBeforeStaysTold()
    {
        var agreement = SignedAt(0);
        Expect.Done(agreement.End("The service closed.", At(7)));

        Assert.NotEmpty(agreement.SpansAt(_now.AddHours(6)));
        Assert.Empty(agreement.SpansAt(_now.AddHours(7)));
        Expect.Refused<AgreementNotInThatState>(agreement.Change(Terms(), "Again.", At(8)));
    }

    [Fact]
    public void NothingIsDatedBeforeWhatAlreadyHappened()
    {
        var agreement = SignedAt(0);
        Expect.Done(agreement.Suspend("A laptop was lost.", At(5)));

        // Another node, whose clock is behind.
        Expect.Done(agreement.End("For good.", At(3)));

        Assert.Equal(_now.AddHours(5), agreement.EndedAt);
        Assert.Equal(agreement.Changes.Select(c => c.At), agreement.Changes.Select(c => c.At).Order());
    }

    [Fact]
    public void EveryAct_IsRecorded_WithWhoWhenAndWhy()
    {
        var agreement = Drafted();
        Sign(agreement, 1, 1);
        Expect.Done(agreement.Suspend("A laptop was lost.", At(2)));
        Expect.Done(agreement.Resume("It was found.", At(3)));
        Expect.Done(agreement.End("The service closed.", At(4)));

        Assert.Equal(
            [
                (AgreementAct.Drafted, "To help together."), (AgreementAct.Signed, "Caldicott Guardian"), (AgreementAct.Signed, "Caldicott Guardian"),
                (AgreementAct.Suspended, "A laptop was lost."), (AgreementAct.Resumed, "It was found."), (AgreementAct.Ended, "The service closed.")
            ],
            agreement.Changes.Select(c => (c.Act, c.Why)));
        Assert.All(agreement.Changes, c => Assert.Equal(_by, c.By));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(SharingAgreement.ReasonMaxLength, true)]
    [InlineData(SharingAgreement.ReasonMaxLength + 1, false)]
    public void Reason_HasLimits(int length, bool fits)
    {
        var reason = new string('م', length);
        var agreement = In(Signed);

        Assert.Equal(fits ? null : new AgreementNeedsReason(length, SharingAgreement.ReasonMaxLength), agreement.Suspend(reason, At(5)).Refusal);
        Assert.Equal(fits ? Suspended : Signed, agreement.Status);
    }

    [Fact]
    public void Office_IsNeededToSign() =>
        Expect.Refused<AgreementNeedsOffice>(Drafted().Sign(1, _hospital.Id, " \r\n", At(0)));

    private static readonly Guid _by = Guid.CreateVersion7();

    private static Stamp At(int hours) => new(_by, _now.AddHours(hours));

    private static AgreementTerms Terms() => A.Terms(_now, _hospital, _nursing);

    private static SharingAgreement Drafted(AgreementTerms? terms = null) =>
        Expect.Value(SharingAgreement.Draft("Health and care", terms ?? Terms(), "To help together.", At(-1)));

    private static SharingAgreement SignedAt(int hours)
    {
        var agreement = Drafted();
        Sign(agreement, 1, hours);

        return agreement;
    }

    private static void Sign(SharingAgreement agreement, int number, int hours)
    {
        Expect.Done(agreement.Sign(number, _hospital.Id, "Caldicott Guardian", At(hours)));
        Expect.Done(agreement.Sign(number, _nursing.Id, "Caldicott Guardian", At(hours)));
    }

    private static SharingAgreement In(AgreementStatus status)
    {
        var agreement = status is Draft ? Drafted() : SignedAt(0);
        if (status is Suspended)
        {
            Expect.Done(agreement.Suspend("A laptop was lost.", At(1)));
        }

        if (status is Ended)
        {
            Expect.Done(agreement.End("The service closed.", At(1)));
        }

        return agreement;
    }
}
