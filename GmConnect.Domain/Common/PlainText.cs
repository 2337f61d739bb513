using System.Text;

namespace GmConnect.Domain.Common;

/// <summary>
/// What people type, made storable on every database without losing a word: line ends become \n; characters that
/// no database or page can hold (NUL and other controls, half surrogates) are dropped; surrounding space is trimmed.
/// Markup stays as typed: it is text, and every page encodes it.
/// </summary>
public static class PlainText
{
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return "";
        }

        var kept = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            if (c == '\r')
            {
                if (i + 1 >= typed.Length || typed[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < typed.Length && char.IsLowSurrogate(typed[i + 1]))
            {
                kept.Append(c).Append(typed[++i]);
            }
            else if (!char.IsSurrogate(c) && (!char.IsControl(c) || c is '\n' or '\t'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>Folded for searching: no case, no accents, so that the three databases find the same rows.</summary>
    public static string Fold(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var kept = decomposed.Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c)
            != System.Globalization.UnicodeCategory.NonSpacingMark);

        return new string(kept.ToArray()).Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }
}
