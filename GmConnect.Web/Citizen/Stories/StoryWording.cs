using System.Globalization;
using GmConnect.Domain.Stories;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Citizen.Stories;

/// <summary>A story's parts, questions and answers in the reader's words.</summary>
public static class StoryWording
{
    public static string Name(this IStringLocalizer<StoryTexts> words, StoryPartKind part) => words[$"Part-{part}"];

    public static string List(this IStringLocalizer<StoryTexts> words, IEnumerable<StoryPartKind> parts) =>
        string.Join("; ", parts.Select(part => words.Name(part)));

    /// <summary>An answer as people read it: a date in words, everything else as it was written.</summary>
    public static string Answer(string question, string text) =>
        StoryQuestions.Find(question)?.Form is AnswerForm.Date ? ApproximateDate.Show(text, CultureInfo.CurrentCulture) : text;

    /// <summary>The next question of the same part, or nothing after its last.</summary>
    public static StoryQuestion? After(StoryQuestion question) =>
        StoryQuestions.Of(question.Part).SkipWhile(other => other != question).Skip(1).FirstOrDefault();
}
