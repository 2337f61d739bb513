using System.Text.Json;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// What an anchor keeps of a batch, one line of JSON each: enough to find any later change of it or of what was before it.
/// </summary>
/// <param name="Hash">Of the batch, in lower-case hexadecimal.</param>
/// <param name="Entries">Of this batch and all before.</param>
/// <param name="Signature">The batch's own, in base64.</param>
public sealed record Head(long Number, string Hash, long Entries, DateTime Time, string Key, string Signature)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Head Of(SealBatch batch) => new(
        batch.Number,
        Convert.ToHexStringLower(batch.Hash),
        batch.EntriesSoFar,
        batch.SealedAt,
        batch.KeyId,
        Convert.ToBase64String(batch.Signature));

    public string ToLine() => JsonSerializer.Serialize(this, _json);

    /// <returns>Nothing for what is no head, such as a line that a crash cut off.</returns>
    public static Head? FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Head>(line, _json) is { Number: > 0, Hash: not null, Key: not null, Signature: not null } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool IsOf(SealBatch batch) =>
        Number == batch.Number && Hash.Equals(Convert.ToHexStringLower(batch.Hash), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a trusted key signed it.</summary>
    public bool IsSigned(Keyring keyring)
    {
        try
        {
            return keyring.Find(Key)?.Verifies(Convert.FromHexString(Hash), Convert.FromBase64String(Signature)) == true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
