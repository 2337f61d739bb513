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
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.No, true, null, false)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.No, false, null, false)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.TakenBack, true, null, false)]
    [InlineData(HouseholdAnswer.Asked, HouseholdAnswer.Ended, true, null, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Asked, true, null, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Asked, false, HouseholdAnswer.TakenBack, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Yes, true, null, true)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Yes, false, HouseholdAnswer.TakenBack, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.TakenBack, false, null, false)]
    [InlineData(HouseholdAnswer.Yes, HouseholdAnswer.Ended, false, null, false)]
    [InlineData(HouseholdAnswer.No, HouseholdAnswer.Yes, true, null, false)]
    [InlineData(HouseholdAnswer.TakenBack, HouseholdAnswer.Yes, true, null, false)]
    [InlineData(HouseholdAnswer.Ended, HouseholdAnswer.Yes, true, null, false)]
    public void Say_InEveryState(HouseholdAnswer mine, HouseholdAnswer theirs, bool agrees, HouseholdAnswer? becomes, bool isOn)
    {
        var (one, other) = In(mine, theirs);

        var said = one.Say(agrees, other, _stamp);

        Assert.Equal(becomes is null ? typeof(HouseholdIsAnswered) : null, said.Refusal?.GetType());
        Assert.Equal((becomes ?? mine, isOn, isOn), (one.Answer, one.IsOn, other.IsOn));
        Assert.Equal((one.Answer, other.Answer), (other.OtherAnswer, one.OtherAnswer));
    }

    [Fact]
    public void End_IsForBoth_AndOnce()
    {
        var (one, other) = In(HouseholdAnswer.Yes, HouseholdAnswer.Yes);
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
