namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// The London day the world is seeded on. Everything that happened did so yesterday or before, so that no entry lies in
/// the future whatever the hour of the seeding is.
/// </summary>
internal sealed record SeedingDay(DateOnly Today)
{
    public DateOnly Ago(int days) => Today.AddDays(-days);

    public DateTime At(int daysAgo, int hour, int minute = 0) =>
        Ago(daysAgo).ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc);
}
