using System.Security.Cryptography;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Entries sealed together: the root of their tree, chained to the batch before and signed with a key that is not in the
/// database. Numbered from 1 without gaps.
/// </summary>
public sealed class SealBatch
{
    public const int KeyIdLength = 64;
    public const int SignatureMaxLength = 80;

    /// <summary>What the first batch names as the one before it.</summary>
    public static readonly byte[] Nothing = new byte[MerkleTree.HashLength];

    public required long Number { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Root { get; init; }

    public required int Count { get; init; }

    /// <summary>This batch's and all before.</summary>
    public required long EntriesSoFar { get; init; }

    /// <summary>When the earliest of its entries happened.</summary>
    public required DateTime Oldest { get; init; }

    public required DateTime Latest { get; init; }

    public required DateTime SealedAt { get; init; }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo) in lower-case hexadecimal.</summary>
    public required string KeyId { get; init; }

    /// <summary>SHA-256 of <see cref="Header"/>.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>ECDSA over <see cref="Header"/> with P-256 and SHA-256, in DER, as openssl checks it.</summary>
    public byte[] Signature { get; private set; } = [];

    /// <summary>When a first anchor had written it. It is not sealed: it says what is still to do.</summary>
    public DateTime? AnchoredAt { get; set; }

    public static SealBatch After(
        SealBatch? before, IReadOnlyList<byte[]> leaves, DateTime oldest, DateTime latest, DateTime now, SealingKey key)
    {
        var batch = new SealBatch
        {
            Number = (before?.Number ?? 0) + 1,
            PreviousHash = before?.Hash ?? Nothing,
            Root = MerkleTree.Root(leaves),
            Count = leaves.Count,
            EntriesSoFar = (before?.EntriesSoFar ?? 0) + leaves.Count,
            Oldest = oldest,
            Latest = latest,
            SealedAt = now.ToTheMicrosecond(),
            KeyId = key.Id
        };
        var header = batch.Header();
        batch.Hash = SHA256.HashData(header);
        batch.Signature = key.Sign(header);

        return batch;
    }

    /// <summary>What is hashed and signed.</summary>
    public byte[] Header()
    {
        var to = new CanonicalWriter().Begin("seal-batch/1"u8);
        to.Field("Number"u8, Number);
        to.Field("PreviousHash"u8, PreviousHash);
        to.Field("Root"u8, Root);
        to.Field("Count"u8, Count);
        to.Field("EntriesSoFar"u8, EntriesSoFar);
        to.Field("Oldest"u8, Oldest);
        to.Field("Latest"u8, Latest);
        to.Field("SealedAt"u8, SealedAt);
        to.Field("KeyId"u8, KeyId);

        return to.Written.ToArray();
    }
}
