using GmConnect.Domain.Referrals;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Staff.Referrals;

/// <summary>Triage in words: answers, and how long somebody has.</summary>
public static class TriageWords
{
    public static string Answer(this IStringLocalizer<TriageTexts> words, TriageQuestion question, string? value) => (question.Form, value) switch
    {
        (_, null or TriageAnswers.NotKnown) => words["NotKnown"],
        (AnswerOf.YesNo, TriageAnswers.Yes) => words["Yes"],
        (AnswerOf.YesNo, _) => words["No"],
        (AnswerOf.Scale, _) => words[$"Q-{question.Id}-{value}"],
        _ => value
    };

    public static string Clock(this IStringLocalizer<TriageTexts> words, ClockRule rule) => rule switch
    {
        { SameDay: true } => words[rule.Clock is ClockKind.Working ? "Clock-SameDayWorking" : "Clock-SameDay"],
        { Clock: ClockKind.Working, Minutes: 1440 } => words["Clock-WorkingDay"],
        { Clock: ClockKind.Working } => words["Clock-WorkingDays", rule.Minutes / 1440],
        { Minutes: 60 } => words["Clock-Hour"],
        { Minutes: > 60 } => words["Clock-Hours", rule.Minutes / 60],
        _ => words["Clock-Minutes", rule.Minutes]
    };
}
