namespace GmConnect.Domain.Common;

/// <summary>
/// An NHS number: ten digits with a modulus-11 check digit, stored without spaces, shown 3-3-4.
/// Takes any spacing or hyphens; refuses a wrong length, a failed check and ten equal digits
/// (which pass the check but were never issued). Source: NHS Data Dictionary, NHS NUMBER.
/// </summary>
public static class NhsNumber
{
    public const int Length = 10;

    public static bool TryParse(string? text, out string number)
    {
        number = new string((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-').ToArray());

        return number.Length == Length
            && number.All(char.IsAsciiDigit)
            && number.Distinct().Count() > 1
            && CheckDigit(number) == number[^1] - '0';
    }

    /// <summary>The check digit of the first nine digits, or 10 when no number can begin with them.</summary>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (digits[i] - '0') * (Length - i);
        }

        return (11 - sum % 11) % 11;
    }

    public static string Show(string number) =>
        number.Length == Length ? $"{number[..3]} {number[3..6]} {number[6..]}" : number;
}
