using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Ui.Questions;

/// <summary>The sentence for what is wrong with a date; <c>about</c> is "Date of birth" or "Date you moved".</summary>
public static class DateWords
{
    /// <summary>Adds the error to the right field and says whether the date can be used.</summary>
    public static bool TryRead(this DateAnswer answer, FormErrors errors, string field, string about, IStringLocalizer<Texts> words, out DateOnly date)
    {
        var fault = answer.Read(out date);
        if (fault == DateFault.None)
        {
            return true;
        }

        var part = fault switch
        {
            DateFault.NoDay => ".Day",
            DateFault.NoMonth => ".Month",
            DateFault.NoYear or DateFault.YearNotFourDigits => ".Year",
            _ => ""
        };
        errors.Add(field + part, words[$"Date{fault}", about]);

        return false;
    }
}
