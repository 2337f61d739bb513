using System.Text.Json;

namespace GmConnect.Domain.Auditing;

/// <summary>What was sealed, to be read, and the very bytes (base64) that were.</summary>
public sealed record SealedText(IReadOnlyDictionary<string, string> Fields, string Bytes)
{
    internal static SealedText Of(ReadOnlySpan<byte> bytes) => new(CanonicalWriter.Read(bytes).Fields, Convert.ToBase64String(bytes));
}

/// <summary>
/// That one entry is in the log and was not changed since it was sealed: to be kept, and checked by anybody without asking
/// this service (docs/audit.md).
/// </summary>
/// <param name="Salt">Base64.</param>
/// <param name="Index">Its place in the tree, from 0.</param>
/// <param name="Path">The nodes beside the way up to the root, in lower-case hexadecimal.</param>
/// <param name="Batch">The header, in which the root stands.</param>
/// <param name="Signature">Over the bytes of the batch's header, base64.</param>
/// <param name="PublicKey">PEM.</param>
/// <param name="Head">What an anchor keeps of the batch; nothing in the first minute.</param>
public sealed record EntryProof(
    string Format, SealedText Entry, string Salt, int Index, IReadOnlyList<string> Path, SealedText Batch, string Signature, string PublicKey, Head? Head)
{
    public const string Version1 = "gm-connect-entry-proof/1";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <returns>Nothing for what is no proof.</returns>
    public static EntryProof? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<EntryProof>(json, _json) is
            {
                Format: Version1, Entry: { Fields: not null, Bytes: not null }, Batch: { Fields: not null, Bytes: not null },
                Salt: not null, Path: not null, Signature: not null, PublicKey: not null
            } proof ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
