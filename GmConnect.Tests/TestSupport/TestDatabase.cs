using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// A migrated, empty database of its own for one test, gone when disposed. Migrating costs a second, so it is done once
/// a run and copied: SQLite's file, PostgreSQL's template. SQL Server copies nothing and migrates each time.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string PostgreSqlVariable = "GMCONNECT_TEST_POSTGRESQL";
    public const string SqlServerVariable = "GMCONNECT_TEST_SQLSERVER";

    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);

    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseProvider provider, string connectionString, Func<Task> remove) =>
        (Provider, ConnectionString, _remove) = (provider, connectionString, remove);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Why tests cannot run on this database here; null where they can.</summary>
    public static string? WhyNot(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.PostgreSql when Setting(PostgreSqlVariable) is null => $"PostgreSQL: {PostgreSqlVariable} is not set",
        DatabaseProvider.SqlServer when Setting(SqlServerVariable) is null => $"SQL Server: {SqlServerVariable} is not set",
        _ => null
    };

    public static Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) => provider switch
    {
        DatabaseProvider.Sqlite => CreateSqliteAsync(),
        DatabaseProvider.PostgreSql => CreatePostgreSqlAsync(),
        DatabaseProvider.SqlServer => CreateSqlServerAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider))
    };

    public async ValueTask DisposeAsync() => await _remove();

    private static async Task<TestDatabase> CreateSqliteAsync()
    {
        var template = await SqliteTemplate.Value;
        var folder = TemporaryFolder.Create();
        var file = folder.File("test.db");
        File.Copy(template, file);
        var connectionString = Sqlite(file);

        return new TestDatabase(DatabaseProvider.Sqlite, connectionString, () =>
        {
            using (var connection = new SqliteConnection(connectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            folder.Dispose();
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> CreatePostgreSqlAsync()
    {
        var template = await PostgreSqlTemplate.Value;
        var name = NewName();
        await OnPostgreSqlAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var connectionString = PostgreSql(name);

        return new TestDatabase(DatabaseProvider.PostgreSql, connectionString, async () =>
        {
            await ClearPoolAsync(connectionString);
            await OnPostgreSqlAsync($"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    private static async Task<TestDatabase> CreateSqlServerAsync()
    {
        var server = new SqlConnectionStringBuilder(Setting(SqlServerVariable)) { InitialCatalog = NewName() };
        await MigrateAsync(DatabaseProvider.SqlServer, server.ConnectionString);

        return new TestDatabase(DatabaseProvider.SqlServer, server.ConnectionString, async () =>
        {
            await using var services = Services(DatabaseProvider.SqlServer, server.ConnectionString);
            await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
            await database.Database.EnsureDeletedAsync();
        });
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = TemporaryFolder.Create();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var file = folder.File("template.db");
        await MigrateAsync(DatabaseProvider.Sqlite, Sqlite(file));

        // What is still in the write-ahead log would not be copied.
        await using (var connection = new SqliteConnection(Sqlite(file)))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(connection);
        }

        return file;
    }

    private static async Task<string> MakePostgreSqlTemplateAsync()
    {
        var name = NewName();
        await OnPostgreSqlAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnPostgreSqlAsync($"DROP DATABASE {name} WITH (FORCE)").Wait();
        await MigrateAsync(DatabaseProvider.PostgreSql, PostgreSql(name));
        // A template that somebody is connected to cannot be copied.
        await ClearPoolAsync(PostgreSql(name));

        return name;
    }

    private static async Task MigrateAsync(DatabaseProvider provider, string connectionString)
    {
        await using var services = Services(provider, connectionString);
        await services.GetRequiredService<MigrateDatabase>().ExecuteAsync();
    }

    private static ServiceProvider Services(DatabaseProvider provider, string connectionString) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDatabase(provider, connectionString)
            .AddSingleton<MigrateDatabase>()
            .BuildServiceProvider();

    private static async Task OnPostgreSqlAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Setting(PostgreSqlVariable));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ClearPoolAsync(string postgreSql)
    {
        await using var connection = new NpgsqlConnection(postgreSql);
        NpgsqlConnection.ClearPool(connection);
    }

    private static string NewName() => $"gmconnect_test_{Guid.CreateVersion7():n}";

    private static string Sqlite(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    private static string PostgreSql(string name) =>
        new NpgsqlConnectionStringBuilder(Setting(PostgreSqlVariable)) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static string? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
