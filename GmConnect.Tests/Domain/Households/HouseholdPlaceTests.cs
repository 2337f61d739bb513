using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Households;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Households;

public class HouseholdPlaceTests
{
    private static readonly Stamp _stamp = new(Guid.NewGuid(), new DateTime(2026, 3, 12, 10, 0, 0, DateTimeKind.Utc));

    /// <summary>What a person says, in every state of the two sides: what becomes of theirs, and whether the two are on it.</summary>
    [Theory]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Asked, true, HouseholdAnswer.Yes, false)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Asked, false, HouseholdAnswer.No, false)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Yes, true, HouseholdAnswer.Yes, true)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Yes, false, HouseholdAnswer.No, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Asked, true, null, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Asked, false, HouseholdAnswer.TakenBack, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Yes, true, null, true)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Yes, false, HouseholdAnswer.TakenBack, false)]
    public void Say_InEveryState(HouseholdAnswer mine, HouseholdAnswer theirs, bool agrees, HouseholdAnswer? becomes, bool isOn)
    {
        var (one, other) = In(mine, theirs);

        var said = one.Say(agrees, other, _stamp);

        Assert.Equal(becomes is null ? typeof(HouseholdIsAnswered) : null, said.Refusal?.GetType());
        Assert.Equal((becomes ?? mine, isOn, isOn), (one.Answer, one.IsOn, other.IsOn));
        Assert.Equal((one.Answer, other.Answer), (other.OtherAnswer, one.OtherAnswer));
    }

    /// <summary>Every pair in which one side is over: nothing is said or ended any more, on either side.</summary>
    public static TheoryData<HouseholdAnswer, HouseholdAnswer> Over
    {
        get
        {
            var pairs = new TheoryData<HouseholdAnswer, HouseholdAnswer>();
            foreach (var over in new[] { HouseholdAnswer.No, HouseholdAnswer.TakenBack, HouseholdAnswer.Ended })
            {
                foreach (var beside in new[] { HouseholdAnswer.Asked, HouseholdAnswer.Yes })
                {
                    pairs.Add(over, beside);
                    pairs.Add(beside, over);
                }
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Over))]
    public void Over_NothingIsSaidOrEndedAnyMore(HouseholdAnswer mine, HouseholdAnswer theirs)
    {
        var (one, other) = In(mine, theirs);

        Expect.Refused<HouseholdIsAnswered>(one.Say(true, other, _stamp));
        Expect.Refused<HouseholdIsAnswered>(one.Say(false, other, _stamp));
        Expect.Refused<HouseholdIsAnswered>(one.End(other, _stamp));
        Assert.Equal((mine, theirs, false, true), (one.Answer, one.OtherAnswer, one.IsOn, one.IsOver));
    }

    [Theory]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Asked)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Yes)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Asked)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Yes)]
    public void End_IsForBoth_AndOnce(HouseholdAnswer mine, HouseholdAnswer theirs)
    {
        var (one, other) = In(mine, theirs);

        Expect.Done(one.End(other, _stamp));

        Assert.True(one is { IsOn: false, IsOver: true } && other is { IsOn: false, IsOver: true });
        Expect.Refused<HouseholdIsAnswered>(other.End(one, _stamp));
    }

    private static (HouseholdPlace One, HouseholdPlace Other) In(HouseholdAnswer mine, HouseholdAnswer theirs)
    {
        var (one, other) = HouseholdPlace.Propose(Open(), Open(), _stamp);
        // A side that is over leaves nothing to say on the other: so the one that is not over speaks first.
        foreach (var (place, beside, answer) in new[] { (one, other, mine), (other, one, theirs) }.OrderBy(p => p.Item3 > HouseholdAnswer.Yes))
        {
            Become(place, beside, answer);
        }

        return (one, other);
    }

    private static void Become(HouseholdPlace place, HouseholdPlace other, HouseholdAnswer answer)
    {
        switch (answer)
        {
            case HouseholdAnswer.Yes: Expect.Done(place.Say(true, other, _stamp)); break;
            case HouseholdAnswer.No: Expect.Done(place.Say(false, other, _stamp)); break;
            case HouseholdAnswer.TakenBack: Expect.Done(place.Say(true, other, _stamp)); Expect.Done(place.Say(false, other, _stamp)); break;
            case HouseholdAnswer.Ended: Expect.Done(place.End(other, _stamp)); break;
        }
    }

    private static CaseFile Open() => Expect.Value(CaseFile.Open(Guid.NewGuid(), Guid.NewGuid(), "Home safely", "leads", _stamp));
}
