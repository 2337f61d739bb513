namespace GmConnect.Domain.Auditing;

/// <summary>The place of one entry, or of one record of a destruction, in the tree of its batch. It outlives its entry.</summary>
public sealed class SealedEntry
{
    public required long BatchNumber { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Nothing once the entry was destroyed: then nobody can find out from the leaf what it said.</summary>
    public byte[]? Salt { get; set; }

    public required byte[] Leaf { get; init; }
}
