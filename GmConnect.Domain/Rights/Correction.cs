using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Rights;

/// <summary>What a correction is about.</summary>
public enum CorrectedThing
{
    /// <summary>What a case is to achieve, as its lead wrote it.</summary>
    CaseAim,

    /// <summary>Why a referral got its priority.</summary>
    TriageReason,

    /// <summary>Why a referral was refused.</summary>
    RefusalReason,

    SomethingElse
}

/// <summary>How the agency decided. Source: UK GDPR Article 16 and 5(1)(d).</summary>
public enum CorrectionOutcome
{
    Corrected,
    CorrectedInPart,

    /// <summary>A professional opinion: it stays, with the person's words beside it.</summary>
    OpinionStays,

    NotChanged
}

/// <summary>
/// The person says that something written about them is wrong; whose words it is decides with reasons; the person may reply. What
/// was written is never overwritten: the corrected words, the person's own and the reply stand beside it (decision 0018).
/// </summary>
public sealed class Correction : IConcernsResident<Correction>, IVersioned
{
    public const int WordsMaxLength = 2_000;
    public const int QuotedMaxLength = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<Correction> Subject { get; } = new(DataCategory.Rights);

    /// <summary>Its place on the desk.</summary>
    public required Guid MatterId { get; init; }

    public required CorrectedThing About { get; init; }

    /// <summary>The case or referral; nothing for something else.</summary>
    public Guid? RowId { get; init; }

    /// <summary>What was written when the person asked.</summary>
    public required string Quoted { get; init; }

    public required string Wrong { get; init; }

    public required string ShouldSay { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public CorrectionOutcome? Outcome { get; private set; }

    /// <summary>Why it was decided so, for the person to read.</summary>
    public string? Explanation { get; private set; }

    /// <summary>What it says from now on; nothing where nothing was corrected.</summary>
    public string? SaysNow { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? Reply { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public Guid Version { get; set; }

    internal Common.Outcome Decide(CorrectionOutcome outcome, string explanation, string saysNow, DateTime at)
    {
        if (Outcome is not null)
        {
            return new CorrectionIsDecided();
        }

        var corrects = outcome is CorrectionOutcome.Corrected or CorrectionOutcome.CorrectedInPart;
        if (Check(explanation, () => new DecisionNeedsWords()) is { } unexplained)
        {
            return unexplained;
        }

        if (corrects && Check(saysNow, () => new CorrectionNeedsNewWords()) is { } unsaid)
        {
            return unsaid;
        }

        (Outcome, Explanation, SaysNow, DecidedAt) = (outcome, explanation, corrects ? saysNow : null, at);

        return Common.Outcome.Done;
    }

    /// <summary>Once, after the decision: the last word is the person's.</summary>
    internal Common.Outcome Answer(string reply, DateTime at)
    {
        if (Outcome is null)
        {
            return NotFound.Instance;
        }

        if (Reply is not null)
        {
            return new ReplyIsSent();
        }

        if (Check(reply, () => new ReplyNeedsWords()) is { } refused)
        {
            return refused;
        }

        (Reply, RepliedAt) = (reply, at);

        return Common.Outcome.Done;
    }

    internal static Refusal? Check(string words, Func<Refusal> missing) => words.Length switch
    {
        0 => missing(),
        > WordsMaxLength => new RightsWordsTooLong(words.Length, WordsMaxLength),
        _ => null
    };
}
