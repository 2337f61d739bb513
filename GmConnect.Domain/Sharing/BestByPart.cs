using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>The better of the facts that were offered, for each part.</summary>
internal sealed class BestByPart<TFact>
    where TFact : class, IFact
{
    private readonly TFact?[] best = new TFact?[StoryQuestions.Parts.Count];

    public PartSet Parts { get; private set; }

    /// <summary>The best for any part.</summary>
    public TFact? Any { get; private set; }

    public TFact? this[StoryPartKind part] => best[(int)part];

    public void Offer(TFact fact, PartSet parts)
    {
        if (parts.IsEmpty)
        {
            return;
        }

        Parts |= parts;
        Any = fact.Better(Any);
        foreach (var part in parts.InOrder())
        {
            best[(int)part] = fact.Better(best[(int)part]);
        }
    }
}
