using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Architecture;

/// <summary>What holds of the model on all three databases, asked without a server.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly List<ServiceProvider> _opened = [];

    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void Migrations_AreUpToDateWithTheModel(DatabaseProvider provider)
    {
        using var database = Open(provider);

        Assert.NotEmpty(database.Model.GetEntityTypes());
        Assert.False(database.Database.HasPendingModelChanges(), "run scripts/add-migration NAME");
    }

    [Fact]
    public void Migrations_HaveTheSameNamesOnAllThreeDatabases()
    {
        var names = Enum.GetValues<DatabaseProvider>().ToDictionary(provider => provider, Names);

        Assert.NotEmpty(names[DatabaseProvider.Sqlite]);
        Assert.All(names, of => Assert.Equal(names[DatabaseProvider.Sqlite], of.Value));

        // The number in front is the second in which the tool made it, and differs.
        IReadOnlyList<string> Names(DatabaseProvider provider)
        {
            using var database = Open(provider);

            return [.. database.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..])];
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public void NoIndex_IsOverUnboundedText(DatabaseProvider provider)
    {
        var indexed = Tables(provider)
            .SelectMany(table => Indexed(table).SelectMany(index => index.Columns.Select(column => (table, index.Name, column))))
            .ToList();
        var unbounded = indexed.Where(found => IsUnboundedText(found.column))
            .Select(found => $"{found.table.Name}.{found.column.Name} in {found.Name}");

        Assert.NotEmpty(indexed);
        Assert.Empty(unbounded);
    }

    /// <summary>SQL Server makes such an index with a warning and refuses the row that is too long for it.</summary>
    [Fact]
    public void NoIndex_IsWiderThanSqlServerTakes()
    {
        const int widest = 1700;
        var tooWide = Tables(DatabaseProvider.SqlServer)
            .SelectMany(table => Indexed(table).Select(index => (table, index.Name, Width: index.Columns.Sum(Width))))
            .Where(index => index.Width > widest)
            .Select(index => $"{index.table.Name}: {index.Name} takes {index.Width} bytes");

        Assert.Empty(tooWide);
    }

    /// <summary>SQL Server refuses a table that one delete reaches by two ways, or that reaches itself (error 1785).</summary>
    [Fact]
    public void NoTable_IsReachedByTwoCascades()
    {
        var tables = Tables(DatabaseProvider.SqlServer);
        var cascades = tables.SelectMany(table => table.ForeignKeyConstraints)
            .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault)
            .ToLookup(key => key.PrincipalTable.Name, key => key.Table.Name);

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Empty(ReachedTwice(table.Name, cascades)));
    }

    /// <summary>The service takes care of what hangs on what; nothing disappears because something else did.</summary>
    [Fact]
    public void Deletes_AreRestrictedUnlessOwned()
    {
        using var database = Open(DatabaseProvider.SqlServer);
        var cascading = database.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetForeignKeys())
            .Where(key => !key.IsOwnership && key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(key => $"{key.DeclaringEntityType.DisplayName()} -> {key.PrincipalEntityType.DisplayName()}");

        Assert.Empty(cascading);
    }

    public void Dispose() => _opened.ForEach(services => services.Dispose());

    private static IEnumerable<string> ReachedTwice(string from, ILookup<string, string> cascades)
    {
        var seen = new HashSet<string> { from };
        var next = new Queue<string>([from]);

        while (next.TryDequeue(out var table))
        {
            foreach (var reached in cascades[table])
            {
                if (seen.Add(reached))
                {
                    next.Enqueue(reached);
                }
                else
                {
                    yield return $"{reached}, again from {table}";
                }
            }
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<IColumn> Columns)> Indexed(ITable table) =>
        table.Indexes.Select(index => (index.Name, index.Columns))
            .Concat(table.UniqueConstraints.Select(key => (key.Name, key.Columns)))
            .Concat(table.ForeignKeyConstraints.Select(key => (key.Name, (IReadOnlyList<IColumn>)key.Columns)));

    private static bool IsUnboundedText(IColumn column)
    {
        var property = column.PropertyMappings.First().Property;
        var stored = column.StoreTypeMapping.Converter?.ProviderClrType ?? column.StoreTypeMapping.ClrType;

        // SQL Server's provider quietly gives an indexed text without a length 450 letters: longer ones then fail there only.
        return (stored == typeof(string) || stored == typeof(byte[])) && property.GetMaxLength() is null;
    }

    private static int Width(IColumn column)
    {
        var mapping = column.StoreTypeMapping;
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;

        return stored == typeof(string) ? (mapping.Size ?? 4000) * (mapping.IsUnicode ? 2 : 1)
            : stored == typeof(byte[]) ? mapping.Size ?? 8000
            : 16;
    }

    private List<ITable> Tables(DatabaseProvider provider)
    {
        using var database = Open(provider);

        return [.. database.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables];
    }

    private GmConnectDbContext Open(DatabaseProvider provider)
    {
        var services = Contexts.Services(provider);
        _opened.Add(services);

        return services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContext();
    }
}
