using System.Data.Common;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Data.Providers;

namespace GmConnect.Web.Composition;

public static class AuditSetup
{
    /// <summary>
    /// Files that settings do not name lie beside the database: for SQLite in its file's folder, else under <c>App_Data</c>. A
    /// missing key is made in Development alone.
    /// </summary>
    public static void AddTheAudit(this IHostApplicationBuilder builder, DatabaseProvider provider, string connection)
    {
        var (folder, name) = Beside(provider, connection, builder.Environment.ContentRootPath);
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.Configure<AuditOptions>(builder.Configuration.GetSection("Audit"));
        builder.Services.PostConfigure<AuditOptions>(audit =>
        {
            audit.MakeMissingKey = isDevelopment;
            if (audit.Key.Length == 0 && isDevelopment)
            {
                audit.Key = Path.Combine(folder, "audit-key.pem");
            }

            if (audit.PublicKeys.Length == 0 && audit.Key.Length > 0)
            {
                audit.PublicKeys = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(audit.Key))!, "audit-public-keys.pem");
            }

            if (audit.Anchors.Count == 0)
            {
                audit.Anchors = [Path.Combine(folder, $"{name}.heads.jsonl")];
            }
        });
    }

    /// <summary>Outside Development nobody is served while nothing can be sealed.</summary>
    public static void RefuseToServeWithoutAuditKey(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            return;
        }

        var key = builder.Configuration["Audit:Key"];
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new InvalidOperationException(
                "The setting Audit:Key is missing. It names the PEM file of the private key (ECDSA, P-256) that seals the access log; see docs/audit.md.");
        }

        SealingKey.Load(key).Dispose();
    }

    private static (string Folder, string Name) Beside(DatabaseProvider provider, string connection, string contentRoot)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connection };
        if (provider is DatabaseProvider.Sqlite && settings.TryGetValue("Data Source", out var file))
        {
            return (Path.GetDirectoryName(Path.GetFullPath($"{file}"))!, Path.GetFileNameWithoutExtension($"{file}"));
        }

        var name = settings.TryGetValue("Database", out var database) || settings.TryGetValue("Initial Catalog", out database) ? $"{database}" : "gm-connect";

        return (Path.Combine(contentRoot, "App_Data"), name);
    }
}
