using System.Security.Cryptography;

namespace GmConnect.Domain.Auditing;

/// <summary>The key that seals: ECDSA on P-256, in a file that the database's administrators cannot read.</summary>
public sealed class SealingKey : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    private SealingKey(ECDsa key) => (_key, Public) = (key, PublicKey.Of(key));

    public PublicKey Public { get; }

    public string Id => Public.Id;

    public static SealingKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="InvalidOperationException">There is no such file, or no private key of P-256 in it. It never quotes the file.</exception>
    public static SealingKey Load(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(true).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                throw new CryptographicException("Another curve.");
            }

            return new SealingKey(key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidOperationException(
                $"The setting Audit:Key names {file}, where no private key on the curve P-256 (PEM) can be read: {fault.GetType().Name}.");
        }
    }

    /// <summary>The key in the file, made when there is none. Of several that make it at once one wins, and all get that one.</summary>
    public static SealingKey LoadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            using var made = New();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var beside = $"{file}.{Guid.NewGuid():n}";
            made.Save(beside);
            try
            {
                File.Move(beside, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(beside);
            }
        }

        return Load(file);
    }

    /// <summary>Into a new file that only its owner can read.</summary>
    public void Save(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine(_key.ExportPkcs8PrivateKeyPem());
    }

    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_lock)
        {
            return _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public void Dispose() => _key.Dispose();
}
