using System.Globalization;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// NHS numbers of the range 999, which is never issued, a different one for each resident. Of two neighbouring beginnings
/// at least one has a check digit. Source: NHS Data Dictionary; standards 2.1.
/// </summary>
internal static class TestNhsNumbers
{
    private const int Pairs = 500_000;

    /// <summary>Shares no factor with the count of pairs, so that each is used once.</summary>
    private const int Step = 190_027;

    public static string Of(int resident)
    {
        var beginning = (int)(((long)resident * Step + 4_711) % Pairs * 2);

        return Complete(beginning) ?? Complete(beginning + 1)!;
    }

    private static string? Complete(int beginning)
    {
        var nine = string.Create(CultureInfo.InvariantCulture, $"999{beginning:000000}");
        var check = NhsNumber.CheckDigit(nine);

        return check == 10 ? null : string.Create(CultureInfo.InvariantCulture, $"{nine}{check}");
    }
}
