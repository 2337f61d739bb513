using GmConnect.Domain.Discharge;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>The one national delay reason made from many, as named cases of standards 4.4.</summary>
public class NationalDelayTests
{
    private static readonly DateTime _now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DischargeReady _ready = new(new DateOnly(2026, 3, 10), 10);

    [Theory]
    [InlineData("nothing holds them up", null)]
    [InlineData("one reason is the reason", "equipment-arranging", "equipment-arranging")]
    [InlineData("medicines before a bed that nobody has", "medicines", "residential-none", "medicines")]
    [InlineData("a safeguarding concern before an assessment of needs", "safeguarding", "needs-and-pathway", "safeguarding")]
    [InlineData("needs before equipment on its way", "needs-and-pathway", "equipment-arranging", "needs-and-pathway")]
    [InlineData("what is arranged before what there is nothing to arrange of", "home-rehabilitation-arranging", "equipment-none", "home-rehabilitation-arranging")]
    [InlineData("within a family the first of the list", "therapy-review", "transport", "medicines", "therapy-review")]
    public void Cases(string named, string? expected, params string[] reasons)
    {
        var blockers = reasons.Select((reason, at) => Blocked(reason, _now.AddDays(-at))).ToList();

        // In whichever order they come.
        Assert.All([blockers, Enumerable.Reverse(blockers)], order => Assert.True(expected == NationalDelay.Of(_ready, order, _now)?.Id, named));
    }

    [Fact]
    public void NotReady_NothingDelaysThem() =>
        Assert.Null(NationalDelay.Of(default, [Blocked("medicines", _now.AddDays(-1))], _now));

    [Fact]
    public void OnlyWhatHoldsThemUpNow_Counts()
    {
        Blocker[] blockers =
        [
            Blocked("medicines", _now.AddDays(-3), _now),
            Blocked("medical-review", _now.AddTicks(1)),
            Blocked("equipment-none", _now)
        ];

        Assert.Equal("equipment-none", NationalDelay.Of(_ready, blockers, _now)?.Id);
    }

    [Fact]
    public void Lists_AreWhole()
    {
        var codes = DischargeCodes.Current;

        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n:00}"), codes.Criteria.Select(c => c.Code));
        Assert.Equal(["Hospital process", "Wellbeing concerns", "Care transfer hub process", "Interface process", "Capacity"], codes.Families.Select(f => f.Name));
        var reasons = codes.Families.SelectMany(f => f.Reasons).ToList();
        Assert.Equal(reasons.Count, reasons.Select(r => r.Id).Distinct().Count());
        Assert.All(reasons, r => Assert.Equal(r, codes.Reason(r.Id)));
        Assert.Equal("Capacity", codes.FamilyOf("housing-none").Name);
        Assert.Null(codes.Reason("weather"));
        Assert.Null(codes.Criterion("13"));
    }

    private static Blocker Blocked(string reason, DateTime from, DateTime? until = null) =>
        new() { Reason = reason, OwnerAgencyId = Guid.NewGuid(), From = from, SaidBy = Guid.NewGuid(), Until = until };
}
