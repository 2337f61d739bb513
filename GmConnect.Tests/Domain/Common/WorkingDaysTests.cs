using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

/// <summary>Working days of England. Source of the dates: gov.uk/bank-holidays.</summary>
public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-12-25", false)]
    // Boxing Day is a Saturday.
    [InlineData("2026-12-28", false)]
    [InlineData("2027-12-27", false)]
    [InlineData("2028-01-03", false)]
    // A bank holiday of Scotland.
    [InlineData("2026-01-02", true)]
    public void IsWorkingDay(string day, bool works) => Assert.Equal(works, WorkingDays.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-26", 2, "2026-11-30")]
    // Christmas Eve, a Thursday: Friday, the weekend and Monday do not count.
    [InlineData("2026-12-24", 1, "2026-12-29")]
    [InlineData("2026-04-02", 3, "2026-04-09")]
    // The clock goes forward on the Sunday between.
    [InlineData("2027-03-25", 1, "2027-03-30")]
    public void EndOfDayAfter(string from, int days, string last) => Assert.Equal(
        LondonTime.EndOf(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)),
        WorkingDays.EndOfDayAfter(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days));
}
