using System.Reflection;

namespace GmConnect.Tests.Architecture;

/// <summary>Who may know whom (docs/decisions).</summary>
public class DependencyTests
{
    private static readonly Assembly Domain = typeof(GmConnect.Domain.Common.Actor).Assembly;

    [Fact]
    public void Domain_KnowsNothingOfTheWebOrOfHangfire()
    {
        var references = Domain.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        var ofTheWeb = references
            .Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("MudBlazor", StringComparison.Ordinal)
                || name.StartsWith("Hangfire", StringComparison.Ordinal)
                || name.StartsWith("GmConnect.Web", StringComparison.Ordinal))
            // The key ring is kept in our database, so its table is in our model.
            .Except(["Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.Abstractions"]);

        Assert.NotEmpty(references);
        Assert.Empty(ofTheWeb);
    }

    [Fact]
    public void Domain_AsksForNoWebFramework()
    {
        var project = SourceTree.All.Single(file => file.Path == "GmConnect.Domain/GmConnect.Domain.csproj");

        Assert.Contains("Microsoft.NET.Sdk\"", project.Text);
        Assert.DoesNotContain("FrameworkReference", project.Text);
        Assert.DoesNotContain("ProjectReference", project.Text);
    }

    [Fact]
    public void Providers_AreNamedOnlyInProviders() => SourceTree.NoneSays(
        SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web").Where(file => !file.IsUnder("GmConnect.Domain/Data/Providers")),
        @"\b(Npgsql\w*|Microsoft\.Data\.Sqlite|Microsoft\.Data\.SqlClient|Sqlite(Connection|Exception)\w*|SqlException|PostgresException|UseSqlite|UseNpgsql|UseSqlServer)\b",
        "A database provider is named outside Domain/Data/Providers");

    [Fact]
    public void NoRawSql_OutsideProviders() => SourceTree.NoneSays(
        SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web").Where(file => !file.IsUnder("GmConnect.Domain/Data/Providers")),
        @"\b(FromSql\w*|ExecuteSql\w*|SqlQuery\w*|CreateDbCommand|CreateCommand|CommandText|GetDbConnection|HasDefaultValueSql|HasComputedColumnSql|HasFilter)\b",
        "SQL is written outside Domain/Data/Providers");

    [Fact]
    public void Components_NeverOpenAContext()
    {
        // Who wires the service together may name the context; pages, parts, jobs and addresses may not.
        SourceTree.NoneSays(
            SourceTree.CodeUnder("GmConnect.Web").Where(file => !file.IsUnder("GmConnect.Web/Composition")),
            @"\b(GmConnectDbContext|IDbContextFactory|DbContext|DbSet)\b",
            "The web opens a database itself, and not through a use case");
    }
}
