namespace GmConnect.Domain.Sharing;

internal static class FactTimes
{
    public static bool IsInForce(this IFact fact, DateTime at) => fact.From <= at && at < fact.Until;

    /// <summary>Of two that would do the one that lasts longer, then the one whose id comes first.</summary>
    public static TFact Better<TFact>(this TFact fact, TFact? other)
        where TFact : class, IFact =>
        other is null || fact.Until > other.Until || (fact.Until == other.Until && fact.Id.CompareTo(other.Id) < 0) ? fact : other;

    public static TFact? BestInForce<TFact>(this IReadOnlyList<TFact> facts, DateTime at, Func<TFact, bool> would)
        where TFact : class, IFact
    {
        TFact? best = null;
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].IsInForce(at) && would(facts[i]))
            {
                best = facts[i].Better(best);
            }
        }

        return best;
    }
}
