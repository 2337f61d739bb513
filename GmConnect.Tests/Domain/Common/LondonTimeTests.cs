using System.Globalization;
using GmConnect.Domain.Common;
using Microsoft.Extensions.Time.Testing;

namespace GmConnect.Tests.Domain.Common;

public class LondonTimeTests
{
    [Theory]
    [InlineData("2026-01-15T23:59:59Z", "2026-01-15")]
    [InlineData("2026-07-15T22:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T23:00:00Z", "2026-07-16")]
    // The clocks go forward on 29 March 2026 and back on 25 October, both at 01:00 UTC.
    [InlineData("2026-03-28T23:30:00Z", "2026-03-28")]
    [InlineData("2026-03-29T23:30:00Z", "2026-03-30")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-25")]
    public void DayOf_IsLondons(string utc, string day) => Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), LondonTime.DayOf(Utc(utc)));

    [Theory]
    [InlineData("2026-01-15", "2026-01-16T00:00:00Z")]
    [InlineData("2026-07-15", "2026-07-15T23:00:00Z")]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")]
    public void EndOf_IsTheFirstMomentAfterTheDay(string day, string utc)
    {
        var end = LondonTime.EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(Utc(utc), end);
        Assert.Equal(DateTimeKind.Utc, end.Kind);
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), LondonTime.DayOf(end.AddTicks(-1)));
    }

    [Fact]
    public void Today_OnASummerNight_IsLondons()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 30, 23, 15, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 7, 1), clock.Today());
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
