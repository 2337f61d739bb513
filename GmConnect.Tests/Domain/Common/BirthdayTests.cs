using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

public class BirthdayTests
{
    [Theory]
    [InlineData("2008-01-15", 18, "2026-01-15T00:00:00Z")]
    [InlineData("2008-07-15", 18, "2026-07-14T23:00:00Z")]
    // The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October: midnight comes before either.
    [InlineData("2010-03-29", 16, "2026-03-29T00:00:00Z")]
    [InlineData("2010-03-30", 16, "2026-03-29T23:00:00Z")]
    [InlineData("2013-10-25", 13, "2026-10-24T23:00:00Z")]
    [InlineData("2013-10-26", 13, "2026-10-26T00:00:00Z")]
    [InlineData("2007-12-31", 18, "2025-12-31T00:00:00Z")]
    public void Begins_AtMidnightInLondon(string born, int years, string utc)
    {
        var begins = Birthday.Begins(Day(born), years);

        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), begins);
        Assert.Equal(DateTimeKind.Utc, begins.Kind);
        Assert.Equal(Birthday.Of(Day(born), years), LondonTime.DayOf(begins));
        Assert.Equal(Birthday.Of(Day(born), years).AddDays(-1), LondonTime.DayOf(begins.AddTicks(-1)));
    }

    [Theory]
    [InlineData(13, "2021-03-01")]
    [InlineData(16, "2024-02-29")]
    [InlineData(18, "2026-03-01")]
    [InlineData(92, "2100-03-01")]
    public void Of_BornOn29February_IsThe1stOfMarchInAYearWithoutThatDay(int years, string day) =>
        Assert.Equal(Day(day), Birthday.Of(new DateOnly(2008, 2, 29), years));

    [Theory]
    [InlineData("2008-02-28", "2026-02-28")]
    [InlineData("2008-03-01", "2026-03-01")]
    public void Of_BornTheDayBeforeOrAfter29February_StaysWhereItIs(string born, string day) => Assert.Equal(Day(day), Birthday.Of(Day(born), 18));

    [Fact]
    public void Begins_ForEveryDayOfALeapYearAndEveryAge_IsTheLondonMidnightOfThatDayAndLaterThanTheOneBefore()
    {
        for (var born = new DateOnly(2000, 1, 1); born.Year == 2000; born = born.AddDays(1))
        {
            for (var years = 1; years <= 120; years++)
            {
                var begins = Birthday.Begins(born, years);
                var london = LondonTime.ToLondon(begins);

                Assert.Equal(TimeSpan.Zero, london.TimeOfDay);
                Assert.Equal(2000 + years, london.Year);
                Assert.True(london.Month == born.Month && london.Day == born.Day || (london.Month, london.Day, born.Month, born.Day) is (3, 1, 2, 29));
                Assert.True(begins > Birthday.Begins(born, years - 1));
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
