using Bogus;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// A family's past, which only goes forward: by minutes while somebody works, by days between. Never later than the
/// evening before the seeding.
/// </summary>
internal sealed class Timeline(SeedingDay day, Randomizer chance, int daysAgo)
{
    private const int Evening = 19 * 3600;

    private int _daysAgo = Math.Max(1, daysAgo);
    private int _second = chance.Number(8 * 3600, 15 * 3600);

    public int DaysAgo => _daysAgo;

    public DateTime Now => day.At(_daysAgo, 0).AddSeconds(_second);

    public DateOnly Today => day.Ago(_daysAgo);

    public DateTime Soon()
    {
        _second += _second < Evening ? chance.Number(60, 600) : chance.Number(1, 5);

        return Now;
    }

    public DateTime After(int atLeastDays, int atMostDays)
    {
        var earlier = Math.Max(1, _daysAgo - chance.Number(atLeastDays, atMostDays));
        if (earlier == _daysAgo)
        {
            return Soon();
        }

        (_daysAgo, _second) = (earlier, chance.Number(8 * 3600, 15 * 3600));

        return Now;
    }
}
