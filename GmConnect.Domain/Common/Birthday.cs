namespace GmConnect.Domain.Common;

/// <summary>
/// Birthdays begin at midnight in London. Who was born on 29 February has theirs on 1 March in other years; the source of
/// that rule is not verified (docs/sharing-decision.md, rule 4), so it is in this one place.
/// </summary>
public static class Birthday
{
    public static DateOnly Of(DateOnly born, int years) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years)
            ? new DateOnly(born.Year + years, 3, 1)
            : born.AddYears(years);

    /// <summary>In whole years.</summary>
    public static int Age(DateOnly born, DateOnly on) => on.Year - born.Year - (on < Of(born, on.Year - born.Year) ? 1 : 0);

    /// <summary>The first instant (UTC) of that birthday.</summary>
    public static DateTime Begins(DateOnly born, int years) => LondonTime.EndOf(Of(born, years).AddDays(-1));
}
