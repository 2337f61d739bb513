using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GmConnect.Domain.Data.Providers;

public static class DatabaseSetup
{
    private const int ProvidersDefaultTimeout = 30;

    /// <summary>
    /// Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="GmConnectDbContext"/> for one database product.
    /// </summary>
    /// <param name="connection">The product's connection string. A SQLite file's folder is made when it is missing.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseProvider provider, string connection)
    {
        services.TryAddSingleton<LiveUpdates>();

        return provider switch
        {
            DatabaseProvider.Sqlite => services.Add<SqliteGmConnectDbContext>(o => UseSqlite(o, connection)),
            DatabaseProvider.SqlServer => services.Add<SqlServerGmConnectDbContext>(o => o.UseSqlServer(connection)),
            _ => services.Add<PostgreSqlGmConnectDbContext>(o => o.UseNpgsql(connection))
        };
    }

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connection)
    {
        var settings = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection);
        var file = settings.DataSource;
        if (settings.DefaultTimeout == ProvidersDefaultTimeout)
        {
            // How long a file locked by another process is waited for: a person is told after seconds, not after half a minute.
            settings.DefaultTimeout = 5;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && file != ":memory:")
        {
            Directory.CreateDirectory(folder);
        }

        return options.UseSqlite(settings.ConnectionString).AddInterceptors(SqlitePragmas.Instance);
    }

    private static IServiceCollection Add<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : GmConnectDbContext
    {
        services.AddDbContextFactory<TContext>(configure);
        services.AddSingleton<IDbContextFactory<GmConnectDbContext>, Factory<TContext>>();
        // For the key ring alone, which asks for a context of its scope; use cases make theirs from the factory.
        services.AddScoped<GmConnectDbContext>(provider =>
            provider.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContext());

        return services;
    }

    private sealed class Factory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<GmConnectDbContext>
        where TContext : GmConnectDbContext
    {
        public GmConnectDbContext CreateDbContext() => inner.CreateDbContext();
    }
}
