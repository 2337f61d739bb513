using GmConnect.Domain.Discharge;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Staff.Discharge;

/// <summary>Where somebody stands on their way home, as a word and the tone that repeats it.</summary>
public static class BoardWords
{
    public static (string Text, Tone Tone) StateOf(this IStringLocalizer<DischargeTexts> words, StayRow row) => row switch
    {
        { HasMissedDose: true } => (words["State-MissedDose"], Tone.Bad),
        { Status: StayStatus.Left } => (words["State-Left"], Tone.Muted),
        { Status: StayStatus.Died } => (words["State-Died"], Tone.Muted),
        { MeetsCriteria: null } => (words["State-NotLookedAt"], Tone.Warn),
        { MeetsCriteria: true } => (words["State-NeedsTheBed"], Tone.Info),
        { IsHeldUp: true } => (words["State-HeldUp"], Tone.Bad),
        _ => (words["State-Ready"], Tone.Good)
    };

    /// <summary>Since when, and how long: what the chip does not say.</summary>
    public static string Since(this IStringLocalizer<DischargeTexts> words, StayRow row) => row switch
    {
        { Status: StayStatus.Left or StayStatus.Died, LeftAt: { } left } => London.Moment(left),
        { Ready: { On: { } ready, DelayDays: { } days } } => words[days == 1 ? "ReadySinceOne" : "ReadySince", London.Short(ready), days],
        { ReviewedAt: { } at } => words["LookedAt", London.ShortMoment(at)],
        _ => ""
    };

    /// <summary>It is looked at twice a day, so what is older than a day is old.</summary>
    public static bool IsOld(this StayRow row, DateTime now) =>
        row is { Status: StayStatus.InHospital, ReviewedAt: { } at } && now - at > TimeSpan.FromHours(24);
}
