using System.Text.Json;

namespace GmConnect.Domain.Common;

/// <summary>
/// Days on which agencies work: not Saturdays, Sundays and the bank holidays of England, which are data (BankHolidays.json, from
/// the government's list; a year it does not know has none).
/// </summary>
public static class WorkingDays
{
    private static readonly HashSet<DateOnly> _bankHolidays = Load();

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_bankHolidays.Contains(day);

    /// <summary>The end, in London, of the working day that comes so many working days after.</summary>
    public static DateTime EndOfDayAfter(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return LondonTime.EndOf(day);
    }

    private static HashSet<DateOnly> Load()
    {
        using var data = typeof(WorkingDays).Assembly.GetManifestResourceStream($"{typeof(WorkingDays).Namespace}.BankHolidays.json")!;

        return JsonSerializer.Deserialize<HashSet<DateOnly>>(data)!;
    }
}
