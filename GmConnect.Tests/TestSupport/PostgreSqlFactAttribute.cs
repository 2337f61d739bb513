using GmConnect.Domain.Data.Providers;

namespace GmConnect.Tests.TestSupport;

/// <summary>A test of what only PostgreSQL does; skipped under its own name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = TestDatabase.WhyNot(DatabaseProvider.PostgreSql);
}
