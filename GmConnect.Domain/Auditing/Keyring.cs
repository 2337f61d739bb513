using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// The key that seals, where there is one, and the public keys that are trusted. Both come from files: whoever can write to
/// the database can put any key into it, so one found there proves nothing.
/// </summary>
public sealed class Keyring
{
    private readonly SealingKey? _key;
    private readonly Dictionary<string, PublicKey> _trusted;

    public Keyring(IOptions<AuditOptions> options)
        : this(KeyOf(options.Value), Trusted(options.Value.PublicKeys)) =>
        Remember(options.Value.PublicKeys);

    public Keyring(SealingKey? key, IEnumerable<PublicKey> trusted)
    {
        _key = key;
        _trusted = trusted.Concat(key is null ? [] : [key.Public]).DistinctBy(k => k.Id).ToDictionary(k => k.Id);
    }

    public bool CanSeal => _key is not null;

    public SealingKey Key => _key ?? throw new InvalidOperationException("The setting Audit:Key is missing; nothing can be sealed without it.");

    /// <returns>Nothing for a key that is not trusted.</returns>
    public PublicKey? Find(string id) => _trusted.GetValueOrDefault(id);

    private static SealingKey? KeyOf(AuditOptions options) => options.Key.Length == 0
        ? null
        : options.MakeMissingKey ? SealingKey.LoadOrMake(options.Key) : SealingKey.Load(options.Key);

    private static IReadOnlyList<PublicKey> Trusted(string file) => File.Exists(file) ? PublicKey.AllOf(File.ReadAllText(file)) : [];

    /// <summary>The public half is kept for the day after the key is replaced. A file that may not be written is the operator's to keep.</summary>
    private void Remember(string file)
    {
        if (_key is null || file.Length == 0 || Trusted(file).Any(k => k.Id == _key.Id))
        {
            return;
        }

        try
        {
            File.AppendAllText(file, _key.Public.Pem + Environment.NewLine);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The key itself is trusted as long as it is the one that seals.
        }
    }
}
