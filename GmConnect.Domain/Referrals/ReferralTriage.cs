using GmConnect.Domain.Common;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// One triage of a referral: what was answered, under which rules, who confirmed it, and where they overrode it. The explanation
/// is made again from these whenever it is shown.
/// </summary>
public sealed class ReferralTriage
{
    public const int VersionMaxLength = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ReferralId { get; init; }

    public required string RulesVersion { get; init; }

    /// <summary>The stored form of <see cref="TriageAnswers"/>.</summary>
    public required string Answers { get; init; }

    /// <summary>The legal route.</summary>
    public required bool IsAdult { get; init; }

    /// <summary>What the rules say.</summary>
    public required TriageLevel Computed { get; init; }

    /// <summary>What the person who triaged wants it to be.</summary>
    public required TriageLevel Wanted { get; init; }

    /// <summary>Why it is to be another level than the rules say.</summary>
    public string? Why { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    /// <summary>To step down from the top level a second person must agree; until then the top level stands.</summary>
    public required bool NeedsSecond { get; init; }

    public Guid? SecondBy { get; private set; }

    public DateTime? SecondAt { get; private set; }

    public bool? SecondAgrees { get; private set; }

    public bool AwaitsSecond => NeedsSecond && SecondAgrees is null;

    public TriageResult Explain() => Triage.Decide(TriageRules.Of(RulesVersion), TriageAnswers.Of(Answers), IsAdult);

    internal void Second(bool agrees, Stamp stamp) => (SecondAgrees, SecondBy, SecondAt) = (agrees, stamp.By, stamp.At);
}
