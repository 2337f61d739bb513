using GmConnect.Domain.Discharge;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>The discharge-ready date and the delay, as named cases of standards 4.3.</summary>
public class DischargeReadyTests
{
    private static readonly DateOnly _admitted = new(2026, 3, 2);
    private static readonly DateOnly _today = new(2026, 3, 20);

    /// <summary>Each review is a day of March and what was met on it: "10-" nothing, "12+" something.</summary>
    [Theory]
    [InlineData("never reviewed", "", null, null, null)]
    [InlineData("meets the criteria all the time", "3+ 4+ 19+", null, null, null)]
    [InlineData("ready and waiting", "3+ 10- 11- 19-", null, 10, 10)]
    [InlineData("ready today", "3+ 20-", null, 20, 0)]
    [InlineData("reopened: meets them again, and is still there", "3+ 10- 12+", null, null, null)]
    [InlineData("reopened: ready again, and is still there", "3+ 10- 12+ 15- 16-", null, 15, 5)]
    [InlineData("went home from the first period", "3+ 10- 11-", 14, 10, 4)]
    [InlineData("went home from the final of two periods", "3+ 10- 12+ 15-", 18, 15, 3)]
    [InlineData("met them again and went home all the same", "3+ 10- 12+", 13, 10, 3)]
    [InlineData("noted after they left", "3+ 10- 16+ 17-", 14, 10, 4)]
    [InlineData("went home on the day they were ready", "3+ 10-", 10, 10, 0)]
    [InlineData("came and went in one day", "2-", 2, null, null)]
    [InlineData("came and is ready on the same day", "2-", null, 2, 18)]
    [InlineData("written down out of order", "15- 3+ 12+ 10-", 18, 15, 3)]
    public void Cases(string named, string reviews, int? left, int? on, int? delay)
    {
        var ready = DischargeReady.Of(_admitted, [.. reviews.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Review)], left is { } day ? At(day).AddHours(6) : null, _today);

        Assert.True(ready == new DischargeReady(on is { } expected ? new DateOnly(2026, 3, expected) : null, delay), $"{named}: {ready}");
    }

    /// <summary>It is the day in London: at half past midnight of a summer's day it is still yesterday in UTC.</summary>
    [Fact]
    public void Date_IsLondons()
    {
        var review = new CriteriaReview { At = new DateTime(2026, 6, 9, 23, 30, 0, DateTimeKind.Utc), By = Guid.NewGuid() };

        Assert.Equal(new DateOnly(2026, 6, 10), DischargeReady.Of(new(2026, 6, 1), [review], null, new(2026, 6, 12)).On);
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(30, false, true)]
    [InlineData(31, false, false)]
    [InlineData(-1, false, false)]
    [InlineData(12, true, false)]
    public void Readmission_IsWithinThirtyDays_AndNotPlanned(int days, bool planned, bool counts) =>
        Assert.Equal(counts, Readmission.Is(_admitted, _admitted.AddDays(days), planned));

    private static CriteriaReview Review(string typed) => new() { At = At(int.Parse(typed[..^1], null)), By = Guid.NewGuid(), Criteria = typed[^1] == '+' ? ["09"] : [] };

    private static DateTime At(int day) => new(2026, 3, day, 9, 0, 0, DateTimeKind.Utc);
}
