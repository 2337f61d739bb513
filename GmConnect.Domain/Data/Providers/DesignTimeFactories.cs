using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GmConnect.Domain.Data.Providers;

// `dotnet ef` only reads the model through these: it connects to nothing.

public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteGmConnectDbContext>
{
    public SqliteGmConnectDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGmConnectDbContext>().UseSqlite("Data Source=design.db").Options);
}

public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerGmConnectDbContext>
{
    public SqlServerGmConnectDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerGmConnectDbContext>().UseSqlServer("Server=design").Options);
}

public sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlGmConnectDbContext>
{
    public PostgreSqlGmConnectDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlGmConnectDbContext>().UseNpgsql("Host=design").Options);
}
