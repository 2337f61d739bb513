using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Assessments;

public enum AnswerOrigin
{
    /// <summary>A worker wrote it here.</summary>
    Written,

    /// <summary>The family's words, from a part of the story.</summary>
    Story,

    /// <summary>The last assessment of the same form.</summary>
    LastAssessment
}

/// <summary>
/// Where an answer was taken from, so that nobody takes it over unseen: the day the story was confirmed, or the earlier assessment
/// finished and by whom.
/// </summary>
/// <param name="Part">The part of the story whose words it is; also when it came by way of an earlier assessment.</param>
public sealed record TakenFrom(AnswerOrigin Origin, DateTime At, Guid? By, StoryPartKind? Part);

/// <summary>
/// One answer as it was saved; never changed, only replaced by a later one that was written in sight of it. Two to one question of which
/// neither replaces the other mean that two people wrote at once: somebody chooses.
/// </summary>
public sealed class AssessmentAnswer
{
    public const int QuestionMaxLength = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; init; }

    public required string Question { get; init; }

    public required string Value { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    public AnswerOrigin Origin { get; init; }

    public DateTime? OriginAt { get; init; }

    public Guid? OriginBy { get; init; }

    /// <summary>Who may not read this part of the story reads nothing here either.</summary>
    public StoryPartKind? Part { get; init; }

    public Guid? ReplacedBy { get; internal set; }

    public DateTime? LookedAt { get; private set; }

    public Guid? LookedBy { get; private set; }

    /// <summary>What it became on the plan.</summary>
    public Guid? PlanItemId { get; internal set; }

    /// <summary>It was filled in by the service, and nobody has confirmed it yet.</summary>
    public bool MustBeLookedAt => Origin is not AnswerOrigin.Written && LookedAt is null;

    internal void Look(Stamp stamp)
    {
        if (MustBeLookedAt)
        {
            (LookedAt, LookedBy) = (stamp.At, stamp.By);
        }
    }
}
