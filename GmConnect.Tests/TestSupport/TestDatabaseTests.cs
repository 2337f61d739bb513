using GmConnect.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.TestSupport;

public class TestDatabaseTests
{
    [UseCase]
    public async Task EveryWorld_HasADatabaseOfItsOwnThatIsMigrated(DatabaseProvider provider)
    {
        await using var one = await World.OnAsync(provider);
        await using var other = await World.OnAsync(provider);

        var (name, otherName) = (await NameAsync(one), await NameAsync(other));

        Assert.NotEqual(name, otherName);
        Assert.Empty(await one.ReadAsync(database => database.Database.GetPendingMigrationsAsync()));
    }

    [UseCase]
    [Row(1)]
    [Row(2)]
    public void Rows_FollowTheProvider(DatabaseProvider provider, int row)
    {
        Assert.True(Enum.IsDefined(provider));
        Assert.InRange(row, 1, 2);
    }

    private static Task<string> NameAsync(World world) => world.ReadAsync(database =>
        Task.FromResult(database.Database.GetDbConnection() is { } connection ? connection.Database + connection.DataSource : ""));
}
