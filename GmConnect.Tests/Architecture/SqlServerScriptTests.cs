using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GmConnect.Tests.Architecture;

/// <summary>Microsoft's own parser reads the scripts, so that they are checked where no SQL Server is to be had.</summary>
public class SqlServerScriptTests
{
    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    // What happens inside EXEC(N'…') of this one is text to the parser; the plain script shows it.
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void Scripts_Parse(MigrationsSqlGenerationOptions options)
    {
        using var services = Contexts.Services(DatabaseProvider.SqlServer);
        using var database = services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContext();
        var script = database.GetService<IMigrator>().GenerateScript(options: options);

        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        Assert.Contains("CREATE TABLE", script);
        Assert.True(parsed.Batches.Sum(batch => batch.Statements.Count) > 2, "the script is empty");
    }
}
