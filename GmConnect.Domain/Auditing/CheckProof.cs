using System.Globalization;
using System.Security.Cryptography;

namespace GmConnect.Domain.Auditing;

public enum ProofVerdict
{
    Holds,

    /// <summary>It holds in itself, but whether its key is the service's must be found out otherwise.</summary>
    KeyNotKnown,

    NotReadable,
    FieldsDiffer,
    NotInTheTree,
    NotSigned,
    HeadDiffers
}

/// <summary>Checks a proof by itself, without a database. The steps are those of docs/audit.md.</summary>
public static class CheckProof
{
    public static ProofVerdict Check(EntryProof proof, Keyring trusted)
    {
        try
        {
            return Steps(proof, trusted);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or CryptographicException or KeyNotFoundException or OverflowException)
        {
            return ProofVerdict.NotReadable;
        }
    }

    private static ProofVerdict Steps(EntryProof proof, Keyring trusted)
    {
        var (entry, header) = (Convert.FromBase64String(proof.Entry.Bytes), Convert.FromBase64String(proof.Batch.Bytes));
        if (!Says(proof.Entry, entry, "access-entry/1") || !Says(proof.Batch, header, "seal-batch/1"))
        {
            return ProofVerdict.FieldsDiffer;
        }

        var batch = proof.Batch.Fields;
        var root = MerkleTree.RootFrom(
            MerkleTree.Leaf(Convert.FromBase64String(proof.Salt), entry),
            proof.Index,
            int.Parse(batch["Count"], CultureInfo.InvariantCulture),
            [.. proof.Path.Select(Convert.FromHexString)]);
        if (root is null || Convert.ToHexStringLower(root) != batch["Root"])
        {
            return ProofVerdict.NotInTheTree;
        }

        var key = PublicKey.FromPem(proof.PublicKey);
        var hash = SHA256.HashData(header);
        if (key.Id != batch["KeyId"] || !key.Verifies(hash, Convert.FromBase64String(proof.Signature)))
        {
            return ProofVerdict.NotSigned;
        }

        return proof.Head is { } head && (head.Hash != Convert.ToHexStringLower(hash) || head.Number.ToString(CultureInfo.InvariantCulture) != batch["Number"])
            ? ProofVerdict.HeadDiffers
            : trusted.Find(key.Id) is null ? ProofVerdict.KeyNotKnown : ProofVerdict.Holds;
    }

    /// <summary>What is shown to be read is what the bytes say.</summary>
    private static bool Says(SealedText shown, byte[] bytes, string what)
    {
        var (whatItIs, fields) = CanonicalWriter.Read(bytes);

        return whatItIs == what && fields.Count == shown.Fields.Count && fields.All(f => shown.Fields.GetValueOrDefault(f.Key) == f.Value);
    }
}
