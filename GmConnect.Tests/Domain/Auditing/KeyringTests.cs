using GmConnect.Domain.Auditing;
using GmConnect.Tests.TestSupport;
using Microsoft.Extensions.Options;

namespace GmConnect.Tests.Domain.Auditing;

public sealed class KeyringTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    [Fact]
    public void MissingKey_IsMade_ForItsOwnerAlone_AndTheSameForAll()
    {
        var keys = new string[8];
        Parallel.For(0, keys.Length, n => keys[n] = SealingKey.LoadOrMake(_folder.File("key.pem")).Id);

        Assert.Single(keys.Distinct());
        Assert.Equal(["key.pem"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("key.pem")));
        }
    }

    [Fact]
    public void ReplacedKey_StaysTrusted_ByThePublicHalfKeptInTheFile()
    {
        var first = Open("one.pem");
        var second = Open("two.pem");
        Open("two.pem");

        Assert.NotNull(second.Find(first.Key.Id));
        Assert.NotNull(second.Find(second.Key.Id));
        Assert.Equal(2, PublicKey.AllOf(File.ReadAllText(_folder.File("public.pem"))).Count);
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(_folder.File("public.pem")));
    }

    [Theory]
    [InlineData("nothing like a key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----")]
    public void FileWithoutAKey_IsRefusedByTheNameOfTheSetting_AndNeverQuoted(string text)
    {
        File.WriteAllText(_folder.File("key.pem"), text);

        var refused = Assert.Throws<InvalidOperationException>(() => SealingKey.Load(_folder.File("key.pem")));

        Assert.Contains("Audit:Key", refused.Message);
        Assert.DoesNotContain("MIIB", refused.Message);
        Assert.DoesNotContain("nothing like", refused.Message);
    }

    /// <summary>A public key, or a private one on another curve.</summary>
    [Fact]
    public void AnotherKindOfKey_IsRefused()
    {
        using var key = SealingKey.New();
        File.WriteAllText(_folder.File("public-only.pem"), key.Public.Pem);
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        File.WriteAllText(_folder.File("p384.pem"), other.ExportPkcs8PrivateKeyPem());

        Assert.Throws<InvalidOperationException>(() => SealingKey.Load(_folder.File("public-only.pem")));
        Assert.Throws<InvalidOperationException>(() => SealingKey.Load(_folder.File("p384.pem")));
    }

    [Fact]
    public void WithoutAKey_NothingCanBeSealed_ButTrustedKeysStillVerify()
    {
        var sealing = Open("one.pem");
        var auditor = new Keyring(Options.Create(new AuditOptions { PublicKeys = _folder.File("public.pem") }));

        Assert.False(auditor.CanSeal);
        Assert.Throws<InvalidOperationException>(() => auditor.Key);
        Assert.NotNull(auditor.Find(sealing.Key.Id));
    }

    public void Dispose() => _folder.Dispose();

    private Keyring Open(string key) => new(Options.Create(new AuditOptions
    {
        Key = _folder.File(key), PublicKeys = _folder.File("public.pem"), MakeMissingKey = true
    }));
}
