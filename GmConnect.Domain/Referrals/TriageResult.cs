namespace GmConnect.Domain.Referrals;

/// <param name="Value">As answered; nothing when it is not known.</param>
public sealed record AnswerUsed(string Question, string? Value)
{
    public bool IsKnown => Value is not null;
}

/// <summary>A gate that sets the level, and from which answers.</summary>
public sealed record GateSet(TriageGate Gate, IReadOnlyList<AnswerUsed> From)
{
    /// <summary>Everything it rests on is known.</summary>
    public bool IsKnown => From.All(f => f.IsKnown);
}

public sealed record PointsGiven(TriageFactor Factor, int Points, IReadOnlyList<AnswerUsed> From);

/// <summary>
/// The explanation of a level: which gates set it, which points were given, from which answers, and what is not known.
/// What is not known counts as the worst it could be, is shown as not known, and asks for a call back.
/// </summary>
/// <param name="LevelOfWhatIsKnown">The level if nothing of what is not known turns out to be so.</param>
/// <param name="NotKnown">The questions that a call back must answer.</param>
public sealed record TriageResult(
    TriageRules Rules, TriageLevel Level, TriageLevel LevelOfWhatIsKnown, IReadOnlyList<GateSet> Gates, IReadOnlyList<PointsGiven> Points, IReadOnlyList<string> NotKnown)
{
    public int Total => Points.Sum(p => p.Points);

    public bool NeedsCallBack => NotKnown.Count > 0;

    public bool IsPrivate => Gates.Any(g => g.Gate.IsPrivate);

    public TriageBand Band => Rules.Bands.First(b => Total >= b.From);

    /// <summary>Every clock that runs for an answer: of each gate, and of the band where no gate set the top level.</summary>
    public IEnumerable<ClockRule> Timers => Gates.Select(g => g.Gate.Timer)
        .Concat(Gates.Any(g => g.Gate.Level is TriageLevel.P1) ? [] : [Band.Timer]);

    /// <summary>The clock that is due first.</summary>
    public ClockRule Timer(DateTime received) => Timers.MinBy(t => t.At(received, []))!;
}
