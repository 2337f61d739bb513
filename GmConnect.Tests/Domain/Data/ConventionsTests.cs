using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Data;

/// <summary>One model, the same on every database.</summary>
public class ConventionsTests
{
    [UseCase]
    [Row(DateTimeKind.Utc)]
    [Row(DateTimeKind.Unspecified)]
    public async Task Times_ComeBackInUtcToTheMicrosecond(DatabaseProvider provider, DateTimeKind kind)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var exact = new DateTime(2026, 7, 1, 12, 34, 56, kind).AddTicks(1_234_567);

        await scene.World.SaveAsync(StoryOf(scene, exact));

        var stored = await scene.World.ReadAsync(database => database.Set<StoryAnswer>().Select(a => a.At).SingleAsync());
        Assert.Equal(DateTimeKind.Utc, stored.Kind);
        Assert.Equal(exact.Ticks - exact.Ticks % TimeSpan.TicksPerMicrosecond, stored.Ticks);
    }

    [UseCase]
    public async Task Times_AreComparedAsTheyAreStored(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var exact = new DateTime(2026, 7, 1, 12, 34, 56, DateTimeKind.Utc).AddTicks(1_234_567);
        await scene.World.SaveAsync(StoryOf(scene, exact));

        Assert.True(await scene.World.ReadAsync(database => database.Set<StoryAnswer>().AnyAsync(a => a.At == exact)));
        Assert.False(await scene.World.ReadAsync(database => database.Set<StoryAnswer>().AnyAsync(a => a.At < exact)));
    }

    [UseCase]
    public async Task Version_IsNewAtEverySaveAndAStaleOneLoses(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        await scene.World.SaveAsync(StoryOf(scene, scene.World.Now));
        await using var one = await scene.World.DatabaseAsync();
        await using var other = await scene.World.DatabaseAsync();
        var (first, second) = (await one.Set<Story>().SingleAsync(), await other.Set<Story>().SingleAsync());
        one.Touch(first);
        other.Touch(second);

        await one.SaveChangesAsync();

        Assert.NotEqual(first.Version, other.Entry(second).OriginalValues.GetValue<Guid>(nameof(Story.Version)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    private static Story StoryOf(Scene scene, DateTime at)
    {
        var story = new Story { ResidentId = scene.GeorgesId, Reference = GmConnect.Domain.Common.Reference.New() };
        story.Save(StoryQuestions.All[0], "Words", null, new GmConnect.Domain.Common.Stamp(scene.AsHelen.AccountId, at));

        return story;
    }
}
