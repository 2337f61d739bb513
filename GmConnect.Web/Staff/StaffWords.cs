using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Staff;

/// <summary>States as staff pages show them: a word and the tone that repeats it.</summary>
public static class StaffWords
{
    public static (string Text, Tone Tone) StateOf(this IStringLocalizer<StaffTexts> words, ReferralStatus status, TriageLevel? level) => status switch
    {
        ReferralStatus.Triaged when level is { } soon => (words[$"Level-{soon}"], ToneOf(soon)),
        ReferralStatus.MoreAsked => (words["Referral-MoreAsked"], Tone.Info),
        ReferralStatus.New => (words["Referral-New"], Tone.Info),
        ReferralStatus.Accepted => (words["Referral-Accepted"], Tone.Good),
        _ => (words[$"Referral-{status}"], Tone.Muted)
    };

    public static Tone ToneOf(this TriageLevel level) => level switch
    {
        TriageLevel.P1 => Tone.Bad,
        TriageLevel.P2 => Tone.Warn,
        _ => Tone.Plain
    };

    /// <summary>Whole years at a London day.</summary>
    public static int AgeOn(this DateOnly today, DateOnly born)
    {
        var age = today.Year - born.Year;

        return today < born.AddYears(age) ? age - 1 : age;
    }

    public static string BornAndAge(this IStringLocalizer<StaffTexts> words, DateOnly born, TimeProvider clock) =>
        words["BornAndAge", London.Date(born), clock.Today().AgeOn(born)];
}
