using System.Globalization;
using GmConnect.Domain.Assessments;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Ui;

/// <summary>An answer of an assessment as people read it, staff and family alike.</summary>
public static class AnswerWords
{
    public static string Of(AssessmentQuestion question, string value, IStringLocalizer words) => question.Kind switch
    {
        AnswerKind.YesNo => value.Length == 0 ? "" : words[$"Answer-{value}"],
        AnswerKind.Date => AssessmentValues.Day(value) is { } day ? London.Date(day) : "",
        AnswerKind.Number when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            $"{number.ToString("0.#", CultureInfo.CurrentCulture)} {question.Unit}".TrimEnd(),
        _ => AssessmentValues.InWords(question, value)
    };
}
