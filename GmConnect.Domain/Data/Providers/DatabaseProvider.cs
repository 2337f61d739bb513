namespace GmConnect.Domain.Data.Providers;

/// <summary>Values of the setting <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql
}
