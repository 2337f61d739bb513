namespace GmConnect.Domain.Agreements;

/// <summary>
/// How many people, as it may be shown: the small-number rule hides what is under ten, none included, so that nobody can
/// be picked out; a total over hidden numbers is rounded down to tens, so that no subtraction finds them.
/// Source: ONS, threshold of ten for research outputs.
/// </summary>
public readonly record struct PeopleCount(int Number, bool IsRounded)
{
    public const int Fewest = 10;

    public bool IsHidden => Number < Fewest;

    public static PeopleCount Of(int counted) => counted < Fewest ? default : new(counted, false);

    public static PeopleCount TotalOf(int counted, IEnumerable<PeopleCount> shown) =>
        counted < Fewest ? default : shown.Any(s => s.IsHidden) ? new(counted - counted % Fewest, true) : new(counted, false);
}
