using System.Text.RegularExpressions;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Architecture;

/// <summary>
/// Whatever concerns a resident is opened through the door of Sharing. The compiler cannot hold that between folders of one
/// assembly, so this does: the tables are said here to concern a resident or not, each by name, and the sets of those that
/// do are used by the door, the mappings and Data alone.
/// </summary>
public class DoorTests
{
    private static readonly string[] ConcernAResident =
    [
    ];

    private static readonly string[] ConcernNobody =
    [
    ];

    [Fact]
    public void EveryEntity_IsSaidToConcernAResidentOrNot()
    {
        using var services = Contexts.Services(DatabaseProvider.Sqlite);
        using var database = services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContext();
        var entities = database.Model.GetEntityTypes()
            .Where(entity => !entity.IsOwned())
            .Select(entity => entity.ClrType.Name)
            .ToHashSet();

        Assert.NotEmpty(entities);
        Assert.Empty(entities.Except(ConcernAResident).Except(ConcernNobody));
        Assert.Empty(ConcernAResident.Concat(ConcernNobody).Except(entities));
        Assert.Empty(ConcernAResident.Intersect(ConcernNobody));
    }

    [Fact]
    public void SetsThatConcernAResident_AreUsedByTheDoorAlone()
    {
        Assert.NotEmpty(ConcernAResident);
        SourceTree.NoneSays(
            SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web").Where(file => !IsTheDoor(file)),
            $@"\bSet<({string.Join('|', ConcernAResident)})>",
            "A resident's record is read past the door");
    }

    [Fact]
    public void SetsThatConcernAResident_AreNotPublic()
    {
        var sets = typeof(GmConnectDbContext).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(property => property.PropertyType.GetGenericArguments()[0].Name);

        Assert.Empty(sets.Intersect(ConcernAResident));
    }

    private static bool IsTheDoor(SourceFile file) =>
        file.IsUnder("GmConnect.Domain/Data")
        || Regex.IsMatch(file.Path, "^GmConnect.Domain/Sharing/Door[^/]*$")
        || file.Name.EndsWith("Mapping.cs", StringComparison.Ordinal);
}
