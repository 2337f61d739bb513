using GmConnect.Domain.Auditing;

namespace GmConnect.Tests.TestSupport;

/// <summary>A key that seals, as an operator makes one before the first start.</summary>
public static class AuditKey
{
    public static string In(TemporaryFolder folder)
    {
        var file = folder.File("audit-key.pem");
        SealingKey.LoadOrMake(file).Dispose();

        return file;
    }
}
