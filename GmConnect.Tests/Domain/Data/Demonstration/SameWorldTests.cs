using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Demonstration;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Residents;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Data.Demonstration;

public partial class SameWorldTests
{
    [UseCase]
    public async Task SameNumbersOnTheSameDay_AreTheSameRows(DatabaseProvider provider)
    {
        await using var one = await SeededWorld.OnAsync(provider, residents: 60);
        await using var other = await SeededWorld.OnAsync(provider, residents: 60);

        Assert.Equal(await one.DumpAsync(Plainly), await other.DumpAsync(Plainly));
    }

    [Fact]
    public async Task SameNumbersOnAnotherDay_AreEqualApartFromTheShift()
    {
        await using var one = await SeededWorld.OnAsync();
        // Over the change to summer time, into another year.
        await using var other = await SeededWorld.OnAsync(later: TimeSpan.FromDays(391));

        var (shown, shownLater) = (await one.DumpAsync(RelativeTo(one)), await other.DumpAsync(RelativeTo(other)));

        Assert.Equal(shown.Count, shownLater.Count);
        Assert.Equal(shown.Where(IsNotHers).Select(WithoutClock), shownLater.Where(IsNotHers).Select(WithoutClock));
    }

    [Fact]
    public async Task AnotherSeed_IsAnotherWorld()
    {
        await using var one = await SeededWorld.OnAsync(residents: 60);
        await using var other = await SeededWorld.OnAsync(residents: 60, seed: 7);

        var names = (await one.AllAsync<Resident>()).Select(r => r.FullName).ToHashSet();
        var otherNames = (await other.AllAsync<Resident>()).Select(r => r.FullName).ToHashSet();

        Assert.InRange(names.Intersect(otherNames).Count(), 3, 15);
        Assert.Empty((await one.AllAsync<Resident>()).Select(r => r.Id).Intersect((await other.AllAsync<Resident>()).Select(r => r.Id)));
    }

    [UseCase]
    public async Task ASeedingThatWasKilled_GoesOnToTheSameWorld(DatabaseProvider provider)
    {
        const int residents = 600;
        await using var whole = await SeededWorld.OnAsync(provider, residents: residents);
        await using var killed = await World.OnAsync(provider);
        using var kill = new CancellationTokenSource();
        var numbers = new DemonstrationOptions { Residents = residents };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            killed.The<SeedDemonstration>().ExecuteAsync(numbers, new After(kill), kill.Token));
        Assert.InRange((await killed.AllAsync<Resident>()).Count, 1, residents - 1);
        killed.Clock.Advance(TimeSpan.FromDays(2));

        var outcome = await killed.The<SeedDemonstration>().ExecuteAsync(numbers);

        Assert.True(outcome.Succeeded);
        Assert.Equal(await whole.DumpAsync(Plainly), await killed.DumpAsync(Plainly));
    }

    private static string Plainly(object? value) => value switch
    {
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable many => string.Join('|', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
    };

    /// <summary>Days as so many before or after the seeding; the end of a London day is another hour in summer.</summary>
    private static Func<object?, string> RelativeTo(World world)
    {
        var today = LondonTime.DayOf(world.Now);

        return value => value switch
        {
            DateTime { TimeOfDay: var hour } time when hour == TimeSpan.Zero || hour == TimeSpan.FromHours(23) =>
                $"end of {LondonTime.DayOf(time).DayNumber - today.DayNumber}",
            DateTime time => $"{LondonTime.DayOf(time).DayNumber - today.DayNumber} {time:T}",
            long => "position",
            _ => DateIn().Replace(value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Plainly(value), found =>
                DateOnly.TryParse(found.Value, CultureInfo.InvariantCulture, out var date) && found.Value.Length > 7
                    ? $"{date.DayNumber - today.DayNumber} days" : "a month")
        };
    }

    /// <summary>Her eighteenth birthday is 60 days ahead, so that her age in days is not the same in every year.</summary>
    private static bool IsNotHers(string row) =>
        !row.StartsWith("Resident: ", StringComparison.Ordinal) || !row.Contains("Zainab", StringComparison.Ordinal);

    /// <summary>Clocks of working time stand still on other days of the shifted calendar.</summary>
    private static string WithoutClock(string row) => row.StartsWith("Referral: ", StringComparison.Ordinal) ? Clock().Replace(row, "") : row;

    [GeneratedRegex(@"\b(WarnsOn|DueAt|ClockKind|ClockMinutes|ClockSameDay)=[^;]*")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b\d{4}-\d{2}(-\d{2})?\b|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|\b[0-9a-f]{64}\b")]
    private static partial Regex DateIn();

    private sealed class After(CancellationTokenSource kill) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => kill.Cancel();
    }
}
