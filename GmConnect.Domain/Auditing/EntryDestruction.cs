namespace GmConnect.Domain.Auditing;

/// <summary>
/// That one entry was destroyed: when, under which rule, by whom. It says nothing of what the entry said. Signed, so that
/// who can only write to the database cannot pass a deletion off as one, and sealed like an entry.
/// </summary>
public sealed class EntryDestruction
{
    public const int RuleMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The name of the retention rule.</summary>
    public required string Rule { get; init; }

    public required Guid By { get; init; }

    public required string KeyId { get; init; }

    public byte[] Signature { get; private set; } = [];

    internal static EntryDestruction Of(Guid entryId, string rule, Common.Stamp stamp, SealingKey key)
    {
        var destruction = new EntryDestruction
        {
            EntryId = entryId, At = stamp.At.ToTheMicrosecond(), Rule = rule, By = stamp.By, KeyId = key.Id
        };
        destruction.Signature = key.Sign(new CanonicalWriter().Write(destruction).Written);

        return destruction;
    }
}

internal static class CanonicalDestruction
{
    public static CanonicalWriter Write(this CanonicalWriter to, EntryDestruction destruction)
    {
        to.Begin("entry-destruction/1"u8);
        to.Field("Id"u8, destruction.Id);
        to.Field("EntryId"u8, destruction.EntryId);
        to.Field("At"u8, destruction.At);
        to.Field("Rule"u8, destruction.Rule);
        to.Field("By"u8, destruction.By);
        to.Field("KeyId"u8, destruction.KeyId);

        return to;
    }
}
