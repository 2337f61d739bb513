using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>A set of story parts, small enough to decide ten thousand consents with.</summary>
public readonly record struct PartSet
{
    private static readonly StoryPartKind[][] _lists =
        [.. Enumerable.Range(0, 1 << StoryQuestions.Parts.Count).Select(bits => StoryQuestions.Parts.Where(p => (bits & Bit(p)) != 0).ToArray())];

    private readonly byte bits;

    private PartSet(int bits) => this.bits = (byte)bits;

    public static PartSet None => default;

    public static PartSet All => new((1 << StoryQuestions.Parts.Count) - 1);

    public bool IsEmpty => bits == 0;

    public int Count => _lists[bits].Length;

    public static PartSet Of(params IEnumerable<StoryPartKind> parts) => new(parts.Aggregate(0, (set, part) => set | Bit(part)));

    public bool Contains(StoryPartKind part) => (bits & Bit(part)) != 0;

    public PartSet Without(PartSet other) => new(bits & ~other.bits);

    /// <summary>In the order of the story.</summary>
    public IReadOnlyList<StoryPartKind> InOrder() => _lists[bits];

    public static PartSet operator &(PartSet one, PartSet other) => new(one.bits & other.bits);

    public static PartSet operator |(PartSet one, PartSet other) => new(one.bits | other.bits);

    private static int Bit(StoryPartKind part) => 1 << (int)part;
}
