using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Assessments;

/// <summary>The written form of each kind of answer, the same in a form, in a comparison and on the disk. Nothing is no answer.</summary>
public static class AssessmentValues
{
    public const int TextMaxLength = 200;

    /// <summary>As long as an answer of the story, so that none is cut off.</summary>
    public const int LongTextMaxLength = 10_000;

    public const int EarliestYear = 1900;
    public const int LatestInYears = 10;
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotKnown = "not-known";

    private const string DateForm = "yyyy-MM-dd";
    private const char Between = ',';

    public static IReadOnlyList<string> YesNo { get; } = [Yes, No, NotKnown];

    public static IReadOnlyList<string> Chosen(string value) => value.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    public static string OfChosen(IEnumerable<string> chosen) => string.Join(Between, chosen);

    public static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What was typed, made comparable; refuses what the question cannot hold.</summary>
    /// <param name="today">Today in London.</param>
    public static Outcome<string> Read(AssessmentQuestion question, string? typed, DateOnly today)
    {
        var text = PlainText.Clean(typed);

        return text.Length == 0 ? "" : question.Kind switch
        {
            AnswerKind.Text => ReadText(text, TextMaxLength),
            AnswerKind.LongText => ReadText(text, LongTextMaxLength),
            AnswerKind.OneOf => ReadChoice(text, question.Choices!.Select(c => c.Id)),
            AnswerKind.YesNo => ReadChoice(text, YesNo),
            AnswerKind.SomeOf => ReadSome(text, question),
            AnswerKind.Date => ReadDay(text, question, today),
            _ => ReadNumber(text, question)
        };
    }

    /// <summary>As the form's own data says it; a date and a bare yes or no stay in their written form.</summary>
    public static string InWords(AssessmentQuestion question, string value) => question switch
    {
        { Choices: { } choices } => string.Join("; ", choices.Where(c => Chosen(value).Contains(c.Id)).Select(c => c.Text)),
        { Unit: { } unit } when value.Length > 0 => $"{value} {unit}",
        _ => value
    };

    private static Outcome<string> ReadText(string text, int limit) => text.Length > limit ? new AssessmentAnswerTooLong(text.Length, limit) : text;

    private static Outcome<string> ReadChoice(string text, IEnumerable<string> choices) => choices.Contains(text) ? text : new AssessmentAnswerNotAChoice();

    /// <summary>In the form's order, whatever the order of ticking.</summary>
    private static Outcome<string> ReadSome(string text, AssessmentQuestion question)
    {
        var (chosen, known) = (Chosen(text).ToHashSet(), question.Choices!.Select(c => c.Id).ToList());

        return chosen.IsSubsetOf(known) ? OfChosen(known.Where(chosen.Contains)) : new AssessmentAnswerNotAChoice();
    }

    private static Outcome<string> ReadDay(string text, AssessmentQuestion question, DateOnly today) => Day(text) switch
    {
        null => new AssessmentAnswerNotADay(),
        { } day when question.Past && day > today => new AssessmentAnswerInTheFuture(),
        { } day when day.Year < EarliestYear || day > today.AddYears(LatestInYears) => new AssessmentAnswerNotADay(),
        _ => text
    };

    private static Outcome<string> ReadNumber(string text, AssessmentQuestion question)
    {
        // A comma would be read as thousands by one and as the decimal point by another.
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || decimal.Round(number, 1) != number)
        {
            return new AssessmentAnswerNotANumber();
        }

        return number < (question.Least ?? decimal.MinValue) || number > (question.Most ?? decimal.MaxValue)
            ? new AssessmentAnswerOutOfRange(question.Least ?? 0, question.Most ?? 0, question.Unit ?? "")
            : number.ToString("0.#", CultureInfo.InvariantCulture);
    }
}
