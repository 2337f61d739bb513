using System.Globalization;

namespace GmConnect.Domain.Auditing;

/// <summary>What verifying the log found.</summary>
/// <param name="Entries">Sealed and checked, the destroyed ones included.</param>
/// <param name="Destroyed">Of these, destroyed under a retention rule.</param>
/// <param name="HeadsChecked">Lines of anchors that were compared with the log.</param>
/// <param name="Unsealed">Entries of the tail, that nothing protects yet.</param>
/// <param name="OldestUnsealed">When the oldest of the tail happened.</param>
public sealed record VerifiedLog(
    long Entries, long Destroyed, long Batches, long HeadsChecked, long Unsealed, DateTime? OldestUnsealed, Breach? FirstBreach)
{
    public bool IsWhole => FirstBreach is null;
}

/// <summary>What is wrong with the log, by where it is found.</summary>
public enum BreachKind
{
    EntryChanged,
    EntryInAnotherForm,
    EntryDeleted,
    EntryInserted,
    EntryTooOld,
    EntryFromTheFuture,
    EntryInNoBatch,
    QueuedEntryGone,
    QueuedThoughSealed,
    SealRemoved,
    SealMoved,
    SealChanged,
    DestructionNotSealed,
    DestructionNotSigned,
    BatchMissing,
    BatchChanged,
    BatchNotChained,
    BatchSignature,
    BatchRewritten,
    BatchesCutOff,
    HeadSignature,
    NoHead
}

/// <summary>The first broken place: the batch, the position in it and the entry, as far as they can be told.</summary>
public sealed record Breach(BreachKind Kind, long? Batch = null, int? Position = null, Guid? EntryId = null)
{
    public string Where => string.Join(", ", new[]
    {
        Batch is null ? null : string.Create(CultureInfo.InvariantCulture, $"batch {Batch}"),
        Position is null ? null : string.Create(CultureInfo.InvariantCulture, $"position {Position}"),
        EntryId is null ? null : $"entry {EntryId}"
    }.OfType<string>());

    public string What => Kind switch
    {
        BreachKind.EntryChanged => "The entry is not what was sealed: a column of it, or its salt, was changed.",
        BreachKind.EntryInAnotherForm => "The entry stands in the database in another form than it was written: it was changed so that questions no longer find it.",
        BreachKind.EntryDeleted => "The entry was sealed and is gone, and no record says that it was destroyed under a rule.",
        BreachKind.EntryInserted => "The entry was neither sealed nor is it waiting for it: it was inserted past the service, or its seal was removed.",
        BreachKind.EntryTooOld => "The entry was sealed long after others that are younger: it was inserted with a false time.",
        BreachKind.EntryFromTheFuture => "The entry was sealed before the time it says it happened.",
        BreachKind.EntryInNoBatch => "The entry claims to be sealed in a batch that does not exist.",
        BreachKind.QueuedEntryGone => "An entry waits to be sealed and is gone: it was deleted.",
        BreachKind.QueuedThoughSealed => "An entry waits to be sealed that is sealed already.",
        BreachKind.SealRemoved => "The batch sealed something at this position whose seal is gone.",
        BreachKind.SealMoved => "The seals of the batch do not make its root: some were exchanged, added or replaced.",
        BreachKind.SealChanged => "The leaf kept beside the entry is not the sealed one.",
        BreachKind.DestructionNotSealed => "A record says that the entry was destroyed, but that record was neither sealed nor is it waiting for it.",
        BreachKind.DestructionNotSigned => "A record says that the entry was destroyed, but no trusted key signed it.",
        BreachKind.BatchMissing => "The batch is missing.",
        BreachKind.BatchChanged => "The batch's own data do not fit its hash or its entries.",
        BreachKind.BatchNotChained => "The batch does not follow from the one before it.",
        BreachKind.BatchSignature => "No trusted key signed the batch.",
        BreachKind.BatchRewritten => "An anchor knows another batch of this number: the log was rewritten from here on, or put back from an old copy and continued.",
        BreachKind.BatchesCutOff => "An anchor knows this batch and the log ends before it: the newest batches were cut off, or an old copy was put back.",
        BreachKind.HeadSignature => "An anchor's head of this batch is signed by no trusted key: the anchor was changed.",
        _ => "The log says that it was anchored, and no head of it could be read outside the database."
    };
}
