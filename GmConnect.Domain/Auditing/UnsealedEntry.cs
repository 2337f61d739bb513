namespace GmConnect.Domain.Auditing;

/// <summary>An entry, or a record of a destruction, that waits to be sealed. Written in the save of what it names, gone when that is sealed.</summary>
public sealed class UnsealedEntry
{
    public required Guid EntryId { get; init; }

    public required DateTime At { get; init; }
}
