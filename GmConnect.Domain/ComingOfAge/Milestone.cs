using GmConnect.Domain.Common;

namespace GmConnect.Domain.ComingOfAge;

/// <param name="Age">13, 16 or 18.</param>
/// <param name="MonthsBefore">0 on the day itself.</param>
/// <param name="DueAt">UTC: midnight in London.</param>
public sealed record Milestone(int Age, int MonthsBefore, DateTime DueAt);

/// <summary>
/// When a young person and their parents are told that rights change. Source of the ages: Data Protection Act 2018 section 9, Mental
/// Capacity Act 2005, Children Act 1989; the lead times are our own (decision 0017) and stand here alone.
/// </summary>
public static class Milestones
{
    public static IReadOnlyList<(int Age, int MonthsBefore)> Steps { get; } =
        [(13, 3), (13, 1), (13, 0), (16, 3), (16, 1), (16, 0), (18, 12), (18, 6), (18, 1), (18, 0)];

    public static IReadOnlyList<int> Ages { get; } = [13, 16, 18];

    public static IEnumerable<Milestone> Of(DateOnly born) => Steps.Select(step => new Milestone(step.Age, step.MonthsBefore, DueAt(born, step.Age, step.MonthsBefore)));

    /// <summary>What was told last, or asked on the day: it stays to be answered until the next age or for a year after 18.</summary>
    public static Milestone? Standing(DateOnly born, DateTime at) =>
        at >= Birthday.Begins(born, 19) ? null : Of(born).Where(m => m.DueAt <= at).OrderBy(m => m.DueAt).LastOrDefault();

    internal static DateTime DueAt(DateOnly born, int age, int monthsBefore) =>
        LondonTime.EndOf(Birthday.Of(born, age).AddMonths(-monthsBefore).AddDays(-1));
}
