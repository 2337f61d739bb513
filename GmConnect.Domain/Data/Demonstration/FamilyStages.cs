using Bogus;

namespace GmConnect.Domain.Data.Demonstration;

internal enum FamilyStage
{
    /// <summary>A row in the index and nothing more.</summary>
    Known,

    /// <summary>Somebody is writing.</summary>
    Telling,

    /// <summary>The story is confirmed and shared with nobody.</summary>
    Told,

    Shared
}

/// <summary>Draws how far a family is, and how each share with an agency went.</summary>
internal static class FamilyStages
{
    public static FamilyStage Draw(Randomizer chance) => chance.Number(99) switch
    {
        < 45 => FamilyStage.Known,
        < 60 => FamilyStage.Telling,
        < 75 => FamilyStage.Told,
        _ => FamilyStage.Shared
    };

    /// <summary>The first agency either leads, or everything is too fresh for anybody to have answered in full.</summary>
    public static IReadOnlyList<Fate> Fates(int agencies, bool fresh, int daysAgo, Randomizer chance) =>
        [.. Enumerable.Range(0, agencies).Select(i => i == 0 && !fresh ? Fate.Accepted : Draw(fresh, daysAgo, chance))];

    private static Fate Draw(bool fresh, int daysAgo, Randomizer chance) => chance.Number(99) switch
    {
        var n when fresh => n < 60 ? Fate.New : Fate.Triaged,
        // A few are left lying: their clocks are late.
        < 3 => Fate.New,
        < 8 => Fate.Triaged,
        < 72 => Fate.Accepted,
        < 80 => Fate.Refused,
        < 88 => Fate.Withdrawn,
        // Only a share of some age has had time to run out.
        < 94 => daysAgo >= 120 ? Fate.Expired : Fate.Accepted,
        < 97 => Fate.Renewed,
        _ => Fate.Left
    };
}
