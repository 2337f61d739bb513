using System.Security.Cryptography;

namespace GmConnect.Domain.Auditing;

/// <summary>What a seal is checked with.</summary>
public sealed class PublicKey
{
    private readonly Lock _lock = new();
    private ECDsa? _key;

    private PublicKey(string id, string pem) => (Id, Pem) = (id, pem);

    /// <summary>SHA-256 of its SubjectPublicKeyInfo, in lower-case hexadecimal.</summary>
    public string Id { get; }

    public string Pem { get; }

    public static PublicKey Of(ECDsa key) =>
        new(Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())), key.ExportSubjectPublicKeyInfoPem());

    /// <exception cref="ArgumentException">This is no public key.</exception>
    public static PublicKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);

        return Of(key);
    }

    /// <summary>Every public key of a file that may hold several.</summary>
    public static IReadOnlyList<PublicKey> AllOf(string pems)
    {
        var keys = new List<PublicKey>();
        for (var rest = pems.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            if (rest[found.Label] is "PUBLIC KEY")
            {
                keys.Add(FromPem(rest[found.Location].ToString()));
            }
        }

        return keys;
    }

    /// <param name="hash">SHA-256 of what was signed.</param>
    public bool Verifies(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        lock (_lock)
        {
            if (_key is null)
            {
                _key = ECDsa.Create();
                _key.ImportFromPem(Pem);
            }

            try
            {
                return _key.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }
}
