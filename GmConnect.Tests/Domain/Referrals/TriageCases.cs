using GmConnect.Domain.Referrals;
using static GmConnect.Domain.Referrals.TriageLevel;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>Level, clock and explanation of named cases (docs/triage.md). 24 November 2026 is a Tuesday.</summary>
public class TriageCases
{
    private static readonly TriageCase[] _gates =
    [
        new("unconscious at home", "danger", P1, "2026-11-24 10:15", "G1"),
        new("a crime in progress on Christmas Day", "danger", P1, "2026-12-25 03:15", "G1", "2026-12-25 03:00"),
        new("danger not known", "danger?", P1, "2026-11-24 10:15", "G1?"),
        new("a child tells of abuse", "child-harm", P1, "2026-11-24 14:00", "G2", IsAdult: false),
        new("a child in an adult's household is missing", "child-harm", P1, "2026-11-24 14:00", "G2"),
        new("a child tells on a Saturday night", "child-harm", P1, "2026-11-29 02:30", "G2", "2026-11-28 22:30", false),
        new("the hour that comes twice counts twice", "child-harm", P1, "2026-10-25 03:00", "G2", "2026-10-25 00:00", false),
        new("the hour that is skipped is no hour", "child-harm", P1, "2027-03-28 05:00", "G2", "2027-03-28 00:00", false),
        new("abused by somebody still there", "s42-needs s42-abuse s42-protect s42-contact", P1, "2026-11-24 14:00", "G3"),
        new("self-neglect with risk to life", "s42-needs s42-abuse s42-protect s42-neglect-life", P1, "2026-11-24 14:00", "G3"),
        new("abuse suspected, whether they still meet not known", "s42-needs s42-abuse s42-protect s42-contact?", P1, "2026-11-24 14:00", "G3? G9"),
        new("abuse suspected, all else not known", "s42-needs? s42-abuse s42-protect? s42-contact? s42-neglect-life?", P1, "2026-11-24 14:00", "G3?"),
        new("no needs for care, so no section 42", "s42-abuse s42-protect s42-contact", P4, "2026-12-08 10:00", ""),
        new("can protect themselves", "s42-needs s42-abuse s42-contact", P4, "2026-12-08 10:00", ""),
        new("section 42 is for adults", "s42-needs s42-abuse s42-protect s42-contact", P4, "2026-12-08 10:00", "", IsAdult: false),
        new("means to end their life and has a plan", "suicide-plan", P1, "2026-11-24 11:00", "G4"),
        new("a plan, told at midnight", "suicide-plan", P1, "2026-11-25 00:45", "G4", "2026-11-24 23:45"),
        new("homeless tonight with a child", "homeless-tonight priority-need", P1, "2026-11-24 17:00", "G5-priority"),
        new("homeless tonight with a child, said at four", "homeless-tonight priority-need", P1, "2026-11-24 20:00", "G5-priority", "2026-11-24 16:00"),
        new("homeless tonight, alone and well", "homeless-tonight", P2, "2026-11-24 17:00", "G5"),
        new("homeless tonight, priority not known", "homeless-tonight priority-need?", P1, "2026-11-24 17:00", "G5-priority? G5"),
        new("homeless tonight, on a Saturday", "homeless-tonight", P2, "2026-11-28 19:00", "G5", "2026-11-28 15:00"),
        new("would go to hospital without help", "crisis-admission", P2, "2026-11-24 12:00", "G6"),
        new("would go to hospital, on a bank holiday", "crisis-admission", P2, "2026-12-28 12:00", "G6", "2026-12-28 10:00"),
        new("ready to leave and blocked", "discharge-blocked", P2, "2026-11-24 17:00", "G7"),
        new("ready and blocked, said at three", "discharge-blocked", P2, "2026-11-24 19:00", "G7", "2026-11-24 15:00"),
        new("ready and blocked, said on Friday evening", "discharge-blocked", P2, "2026-11-30 17:00", "G7", "2026-11-27 18:00"),
        new("tells of domestic abuse", "domestic-abuse", P2, "2026-11-25 10:00", "G8"),
        new("tells of domestic abuse on a Friday", "domestic-abuse", P2, "2026-11-30 10:00", "G8", "2026-11-27 10:00"),
        new("abuse suspected, not going on", "s42-needs s42-abuse s42-protect", P2, "2026-11-26 10:00", "G9"),
        new("abuse suspected over Christmas", "s42-needs s42-abuse s42-protect", P2, "2026-12-30 11:00", "G9", "2026-12-24 11:00"),
        new("two gates: the sooner clock", "discharge-blocked crisis-admission", P2, "2026-11-24 12:00", "G6 G7")
    ];

    private static readonly TriageCase[] _points =
    [
        new("nothing of anything", "", P4, "2026-12-08 10:00", ""),
        new("seven points", "harm=2 imminence=2 carer-breakdown=3", P4, "2026-12-08 10:00", "harm:2 imminence:2 carer-breakdown:3"),
        new("eight points", "harm=3 imminence=2 carer-breakdown=3", P3, "2026-11-27 10:00", "harm:3 imminence:2 carer-breakdown:3"),
        new("thirteen points", "harm=4 imminence=4 carer-breakdown=3 deadline=2", P3, "2026-11-27 10:00", "harm:4 imminence:4 carer-breakdown:3 deadline:2"),
        new("fourteen points", "harm=4 imminence=4 carer-breakdown=3 deadline=3", P2, "2026-11-25 10:00", "harm:4 imminence:4 carer-breakdown:3 deadline:3"),
        new("all twenty-two", "harm=4 imminence=4 no-informal-carer lives-alone capacity-doubt carer-breakdown=3 agencies=5 contact-30-days missed-visits deadline=3",
            P2, "2026-11-25 10:00", "harm:4 imminence:4 vulnerability:3 carer-breakdown:3 complexity:3 trajectory:2 deadline:3"),
        new("four things that make vulnerable are three points", "no-informal-carer lives-alone capacity-doubt communication-barrier", P4, "2026-12-08 10:00", "vulnerability:3"),
        new("one agency", "agencies=1", P4, "2026-12-08 10:00", ""),
        new("two agencies", "agencies=2", P4, "2026-12-08 10:00", "complexity:1"),
        new("four agencies", "agencies=4", P4, "2026-12-08 10:00", "complexity:2"),
        new("five agencies", "agencies=5", P4, "2026-12-08 10:00", "complexity:3"),
        new("how much harm is not known", "harm? imminence=4", P3, "2026-11-27 10:00", "harm:4? imminence:4"),
        new("a number that the question does not take is not known", "harm=9 imminence=4", P3, "2026-11-27 10:00", "harm:4? imminence:4"),
        new("nothing is known of the points", "harm? imminence? no-informal-carer? lives-alone? carer-breakdown? agencies? contact-30-days? missed-visits? deadline?",
            P2, "2026-11-25 10:00", "harm:4? imminence:4? vulnerability:2? carer-breakdown:3? complexity:3? trajectory:2? deadline:3?"),
        new("a gate of the second level and many points: the sooner clock", "domestic-abuse harm=4 imminence=4 carer-breakdown=3 deadline=3", P2, "2026-11-25 10:00",
            "G8 harm:4 imminence:4 carer-breakdown:3 deadline:3"),
        new("abuse suspected and many points: the sooner clock", "s42-needs s42-abuse s42-protect harm=4 imminence=4 carer-breakdown=3 deadline=3", P2, "2026-11-25 10:00",
            "G9 harm:4 imminence:4 carer-breakdown:3 deadline:3"),
        new("eight points, said on a Saturday", "harm=4 imminence=4", P3, "2026-12-03 09:00", "harm:4 imminence:4", "2026-11-28 12:00"),
        new("eight points, said before nine", "harm=4 imminence=4", P3, "2026-11-27 09:00", "harm:4 imminence:4", "2026-11-24 06:00"),
        new("eight points, over Christmas", "harm=4 imminence=4", P3, "2026-12-31 16:00", "harm:4 imminence:4", "2026-12-24 16:00"),
        new("ten working days over the spring change", "", P4, "2027-04-07 12:00", "", "2027-03-22 12:00"),
        new("three working days over the autumn change", "harm=4 imminence=4", P3, "2026-10-28 12:00", "harm:4 imminence:4", "2026-10-23 12:00")
    ];

    public static TheoryData<TriageCase> All => [.. _gates, .. _points];

    [Theory, MemberData(nameof(All))]
    public void ACase_HasItsLevelItsClockAndItsExplanation(TriageCase one)
    {
        var result = one.Decide();
        var received = TriageCase.London(one.Received);

        Assert.Equal((one.Level, one.Because), (result.Level, TriageCase.BecauseOf(result)));
        Assert.Equal(TriageCase.London(one.Due), result.Timer(received).At(received, []));
    }

    [Fact]
    public void ThereAreAtLeastFortyAndNoTwoAlike() => Assert.True(_gates.Concat(_points).Select(c => c.Name).Distinct().Count() >= 40);

    [Fact]
    public void WhatIsNotKnown_IsSaidAndAsksForACall()
    {
        var result = new TriageCase("", "homeless-tonight priority-need? harm? s42-contact? agencies=3", P1, "", "").Decide();

        Assert.Equal(["priority-need", "harm"], result.NotKnown);
        Assert.True(result.NeedsCallBack);
        Assert.Equal((P1, P2), (result.Level, result.LevelOfWhatIsKnown));
    }

    [Fact]
    public void WhatIsKnownToBeSo_NeedsNoCallAboutTheRest() =>
        Assert.Empty(new TriageCase("", "s42-needs s42-abuse s42-protect s42-contact s42-neglect-life?", P1, "", "").Decide().NotKnown);

    [Fact]
    public void OngoingAbuse_HasASecondClockForTheDecision()
    {
        var gate = new TriageCase("", "s42-needs s42-abuse s42-protect s42-contact", P1, "", "").Decide().Gates.Single().Gate;

        Assert.Equal(TriageCase.London("2026-11-25 10:00"), gate.Decision!.At(TriageCase.London("2026-11-24 10:00"), []));
    }

    [Theory]
    [InlineData("child-harm", true), InlineData("domestic-abuse", true), InlineData("s42-needs s42-abuse s42-protect", true)]
    [InlineData("danger", false), InlineData("homeless-tonight", false), InlineData("harm=4", false)]
    public void WhatCouldEndangerIfOthersAtHomeReadIt_IsPrivate(string answers, bool isPrivate) =>
        Assert.Equal(isPrivate, Triage.Decide(TriageRules.Current, TriageCase.Read(answers), true).IsPrivate);

    [Fact]
    public void NothingAnswered_IsTheTopLevelUntilSomebodyAsks() =>
        Assert.Equal((P1, P4), Triage.Decide(TriageRules.Current, new TriageAnswers([]), true) is var nothing ? (nothing.Level, nothing.LevelOfWhatIsKnown) : default);
}
