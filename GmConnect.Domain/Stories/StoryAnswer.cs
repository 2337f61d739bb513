namespace GmConnect.Domain.Stories;

/// <summary>
/// One answer as it was posted; never changed, only replaced by a later one. Two answers to one question of which
/// neither replaces the other mean that two people (or two tabs) wrote at once: the family chooses.
/// </summary>
public sealed class StoryAnswer
{
    public const int QuestionMaxLength = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid StoryId { get; init; }

    public required string Question { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }

    public required Guid By { get; init; }

    public Guid? ReplacedBy { get; internal set; }

    public bool IsTooLong => Text.Length > Story.AnswerMaxLength;
}
