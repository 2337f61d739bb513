using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Domain.Exchange;

/// <summary>A full disk and a locked file: a fault, nothing half done, and afterwards the same act succeeds.</summary>
public class BrokenDatabaseTests
{
    [Fact]
    public async Task FullDisk_TheShareFailsWhole_AndSucceedsWhenThereIsRoom()
    {
        var disk = new FullDisk();
        await using var scene = await Scene.OpenAsync(with: services =>
            services.ConfigureDbContext<SqliteGmConnectDbContext>(options => options.AddInterceptors(disk)));
        await using var partner = await Connected.ToAsync(scene);
        // Long enough that the share needs pages of its own.
        await scene.AnswerAsync(StoryQuestions.Of(StoryPartKind.AboutMe).Last().Key, new string('w', Story.AnswerMaxLength));
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(partner.Agency));
        var preview = Expect.Value(await scene.The<PreviewShare>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));

        disk.IsFull = true;
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() =>
            scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(preview.Mark), scene.AsHelen));
        Assert.Equal(FullDisk.ErrorCode, Assert.IsType<SqliteException>(fault.InnerException).SqliteErrorCode);
        Assert.Empty(await scene.MessagesToAsync(partner.Agency));
        Assert.Equal(0, await scene.World.ReadAsync(database => database.Set<ConsentRecord>().CountAsync()));

        disk.IsFull = false;
        Expect.Value(await scene.The<ShareStory>().ExecuteAsync(scene.GeorgesId, Scene.Agreed(preview.Mark), scene.AsHelen));
        Assert.Equal(1, await partner.DeliverAsync());
    }

    [Fact]
    public async Task DiskThatFillsWhileAPartnerAnswers_TheMessageIsSentAgainLater()
    {
        var disk = new BrokenDisk();
        await using var scene = await Scene.OpenAsync(with: services =>
            services.ConfigureDbContext<SqliteGmConnectDbContext>(options => options.AddInterceptors(disk)));
        await using var partner = await Connected.ToAsync(scene);
        await scene.TellStoryAsync();
        await scene.ShareAsync(partner.Agency);
        partner.System.Answer = async request =>
        {
            disk.IsBroken = true;
            await SurvivingPartner.Accepts(request);
        };

        await Assert.ThrowsAsync<IOException>(() => partner.DeliverAsync());
        Assert.Equal(MessageStatus.Sending, (await partner.MessageAsync()).Status);
        (disk.IsBroken, partner.System.Answer) = (false, SurvivingPartner.Accepts);
        scene.World.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.The<SweepOutbox>().ExecuteAsync();
        await partner.DeliverAsync();

        Assert.Equal(MessageStatus.Delivered, (await partner.MessageAsync()).Status);
        Assert.Single(partner.System.Deliveries.Select(d => (d.Key, d.Body)).Distinct());
    }

    [Fact]
    public async Task LockedFile_TheDraftFailsInTime_AndIsSavedAfterwards()
    {
        await using var scene = await Scene.OpenAsync();
        await using (var other = new SqliteConnection(await ConnectionAsync(scene)))
        {
            await other.OpenAsync();
            await using var locked = other.BeginTransaction(System.Data.IsolationLevel.Serializable);
            await Assert.ThrowsAnyAsync<Exception>(() => scene.AnswerAsync("needed-now", "A ramp."));
        }

        await scene.AnswerAsync("needed-now", "A ramp.");
        Assert.Equal("A ramp.", await scene.World.ReadAsync(database => database.Set<StoryAnswer>().Select(a => a.Text).SingleAsync()));
    }

    private static Task<string> ConnectionAsync(Scene scene) =>
        scene.World.ReadAsync(database => Task.FromResult(database.Database.GetConnectionString()! + ";Pooling=False"));
}
