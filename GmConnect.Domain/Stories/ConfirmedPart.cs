using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Stories;

/// <summary>What the person said to one question, as confirmed.</summary>
public sealed record StoryWords(string Question, string Text);

/// <summary>
/// One part of a story as the family confirmed it: a version that never changes. Agencies see the latest version of
/// the parts they may see; a later one flows under the same consent.
/// </summary>
public sealed class ConfirmedPart : IConcernsResident<ConfirmedPart>
{
    public const int SupportedByMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public required Guid StoryId { get; init; }

    public static Subject<ConfirmedPart> Subject { get; } = new(DataCategory.StoryPart);

    public required StoryPartKind Part { get; init; }

    /// <summary>1 for the first, counted per part.</summary>
    public required int Number { get; init; }

    public required IReadOnlyList<StoryWords> Words { get; init; }

    public required DateTime ConfirmedAt { get; init; }

    public required Guid ConfirmedBy { get; init; }

    /// <summary>About Me, heading 8: who helped, filled in by the service; nothing when the person wrote alone.</summary>
    public string? SupportedBy { get; init; }

    internal bool SaysTheSameAs(IReadOnlyList<StoryWords> words) => Words.SequenceEqual(words);
}
