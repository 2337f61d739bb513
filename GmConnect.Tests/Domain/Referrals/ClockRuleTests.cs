using CsCheck;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>Clocks over nights, weekends, bank holidays and the days on which the clocks change (docs/decisions/0021).</summary>
public class ClockRuleTests
{
    private static readonly ClockRule _fourHours = new(ClockKind.Elapsed, 240);
    private static readonly ClockRule _oneDay = new(ClockKind.Working, 1440);
    private static readonly ClockRule _sameDay = new(ClockKind.Elapsed, 0, SameDay: true);
    private static readonly ClockRule _sameWorkingDay = new(ClockKind.Working, 0, SameDay: true);

    public static TheoryData<string, ClockRule, string, string> Due => new()
    {
        { "within the day", _fourHours, "2026-11-24 10:00", "2026-11-24 14:00" },
        { "through the night", _fourHours, "2026-11-24 22:00", "2026-11-25 02:00" },
        { "autumn: one o'clock comes twice", _fourHours, "2026-10-24 23:00", "2026-10-25 02:00" },
        { "spring: one o'clock never comes", _fourHours, "2027-03-27 23:00", "2027-03-28 04:00" },
        { "same time on the next working day", _oneDay, "2026-11-24 10:00", "2026-11-25 10:00" },
        { "over a weekend", _oneDay, "2026-11-27 16:00", "2026-11-30 16:00" },
        { "over a weekend on which summer ends", _oneDay, "2026-10-23 16:00", "2026-10-26 16:00" },
        { "over Easter, on which summer begins", _oneDay, "2027-03-25 10:00", "2027-03-30 10:00" },
        { "over Christmas, Boxing Day in lieu and a weekend", _oneDay, "2026-12-24 10:00", "2026-12-29 10:00" },
        { "over New Year", _oneDay, "2026-12-31 10:00", "2027-01-04 10:00" },
        { "on a Sunday: from Monday at nine", _oneDay, "2026-11-29 20:00", "2026-12-01 09:00" },
        { "in the evening: from nine", _oneDay, "2026-11-24 18:00", "2026-11-26 09:00" },
        { "at five to the minute: from nine", _oneDay, "2026-11-24 17:00", "2026-11-26 09:00" },
        { "early: from nine", _oneDay, "2026-11-24 05:00", "2026-11-25 09:00" },
        { "same day, in the morning", _sameDay, "2026-11-24 09:00", "2026-11-24 17:00" },
        { "same day, at one", _sameDay, "2026-11-24 13:00", "2026-11-24 17:00" },
        { "same day, a minute past one", _sameDay, "2026-11-24 13:01", "2026-11-24 17:01" },
        { "same day, at night", _sameDay, "2026-11-24 22:00", "2026-11-25 02:00" },
        { "same day, on a Sunday", _sameDay, "2026-11-29 11:00", "2026-11-29 17:00" },
        { "same working day, on a Sunday", _sameWorkingDay, "2026-11-29 11:00", "2026-11-30 17:00" },
        { "same working day, in the evening", _sameWorkingDay, "2026-11-24 17:30", "2026-11-25 17:00" },
        { "same working day, at four", _sameWorkingDay, "2026-11-27 16:00", "2026-11-27 20:00" }
    };

    [Theory, MemberData(nameof(Due))]
    public void At_IsDueWhen(string what, ClockRule rule, string received, string due)
    {
        Assert.NotEmpty(what);
        Assert.Equal(TriageCase.London(due), rule.At(TriageCase.London(received), []));
    }

    [Fact]
    public void Warns_AtThreeQuartersOfItsTime() =>
        Assert.Equal(TriageCase.London("2026-11-24 13:00"), _fourHours.At(TriageCase.London("2026-11-24 10:00"), [], 0.75));

    [Fact]
    public void Stopped_ItIsDueAtNoTime_UntilItGoesOn()
    {
        var received = TriageCase.London("2026-11-24 10:00");
        var stop = new ClockStop(TriageCase.London("2026-11-24 12:00"), null);

        Assert.Null(_oneDay.At(received, [stop]));
        Assert.Equal(
            TriageCase.London("2026-11-27 08:00"),
            _oneDay.At(received, [stop with { Until = TriageCase.London("2026-11-26 10:00") }]));
    }

    [Fact]
    public void StopAfterItWasDue_ChangesNothing()
    {
        var received = TriageCase.London("2026-11-24 10:00");

        Assert.Equal(TriageCase.London("2026-11-24 14:00"), _fourHours.At(received, [new(TriageCase.London("2026-11-24 15:00"), null)]));
    }

    [Fact]
    public void StoppedOverAWeekend_WorkingTimeLosesNothingMore() => Assert.Equal(
        TriageCase.London("2026-12-01 10:00"),
        _oneDay.At(TriageCase.London("2026-11-27 10:00"), [new(TriageCase.London("2026-11-27 12:00"), TriageCase.London("2026-11-30 12:00"))]));

    [Fact]
    public void Used_GrowsWithTimeAndIsOneWhenDue() => Hold((rule, received, later, stops) =>
        rule.At(received, stops) is not { } due
        || (Math.Abs(rule.Used(received, stops, due) - 1) < 1e-6 && rule.Used(received, stops, later) <= rule.Used(received, stops, later.AddHours(5)) + 1e-9));

    [Fact]
    public void AStop_NeverMakesItDueSooner() => Hold((rule, received, _, stops) => rule.At(received, stops) is not { } due || due >= rule.At(received, []));

    [Fact]
    public void ItWarns_BeforeItIsDue() => Hold((rule, received, _, stops) => rule.At(received, stops) is not { } due || rule.At(received, stops, 0.75) <= due);

    [Fact]
    public void WorkingTime_AddedIsTheTimeBetween() => Gen.Select(_times, Gen.Int[0, 400]).Sample((from, hours) =>
        WorkingTime.Between(from, WorkingTime.Add(from, TimeSpan.FromHours(hours))) == TimeSpan.FromHours(hours));

    private static readonly Gen<DateTime> _times = Gen.Int[0, 2 * 365 * 24 * 60].Select(minutes => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes));

    private static void Hold(Func<ClockRule, DateTime, DateTime, ClockStop[], bool> law) => Gen.Select(
        Gen.OneOf(_fourHours, _oneDay, _sameDay, _sameWorkingDay, new ClockRule(ClockKind.Working, 14_400)),
        _times,
        Gen.Int[0, 5_000],
        Gen.Select(Gen.Int[0, 4_000], Gen.Int[1, 3_000], (from, length) => (from, length)).Array[0, 3]).Sample((rule, received, later, stops) => law(
            rule, received, received.AddMinutes(later), [.. stops.Select(s => new ClockStop(received.AddMinutes(s.from), received.AddMinutes(s.from + s.length)))]));
}
