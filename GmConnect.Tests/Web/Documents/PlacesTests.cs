using GmConnect.Tests.TestSupport;
using GmConnect.Web.Documents;
using GmConnect.Web.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Documents;

/// <summary>How many documents are made at once, and what becomes of who comes then.</summary>
public class PlacesTests
{
    [Fact]
    public async Task NoMoreThanItsNumber_AreMadeAtOnce_AndTheNextGoesOnWhenOneIsDone()
    {
        await using var room = new PrintRoom(options => options.AtOnce = 2);
        var (first, second) = (await room.Printer.TakePlaceAsync(), await room.Printer.TakePlaceAsync());
        var third = room.Printer.TakePlaceAsync();
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.False(third.IsCompleted);

        first.Dispose();
        // Said twice it frees one place.
        first.Dispose();
        Assert.NotNull(await third);
        var fourth = room.Printer.TakePlaceAsync();
        Assert.False(fourth.IsCompleted);
        second.Dispose();
        Assert.NotNull(await fourth);
    }

    [Fact]
    public async Task WhereTooManyWait_TheNextIsTurnedAway()
    {
        await using var room = new PrintRoom(options => (options.AtOnce, options.Waiting) = (1, 1));
        using var inside = await room.Printer.TakePlaceAsync();
        var waits = room.Printer.TakePlaceAsync();

        Assert.Null(await room.Printer.TakePlaceAsync());
        Assert.False(waits.IsCompleted);
        inside!.Dispose();
        Assert.NotNull(await waits);
    }

    [Fact]
    public async Task AServiceThatStops_LetsNobodyWait()
    {
        await using var room = new PrintRoom(options => options.AtOnce = 1);
        using var inside = await room.Printer.TakePlaceAsync();
        var waits = room.Printer.TakePlaceAsync();
        room.Lifetime.StopApplication();

        Assert.Null(await waits);
        Assert.Null(await room.Printer.TakePlaceAsync());
    }

    [Fact]
    public async Task ADocument_HoldsItsPlaceFromTheReadingOn()
    {
        await using var room = new PrintRoom(options => (options.Browser, options.AtOnce) = ("/bin/false", 2));
        await using var services = ManuscriptTests.Services();
        var answer = new AnswerWithDocument(room.Printer, services.GetRequiredService<WriteManuscript>(), TimeProvider.System);
        var reader = new SignedInPerson(A.Stranger().AsActor(), "", null).ToPrincipal();
        var (goOn, twoRead) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (reading, most) = (0, 0);

        var answers = Enumerable.Range(0, 6).Select(_ => answer.ExecuteAsync(new DefaultHttpContext { User = reader }, async (_, _) =>
        {
            var now = Interlocked.Increment(ref reading);
            most = Math.Max(most, now);
            if (now == 2)
            {
                twoRead.TrySetResult();
            }

            await goOn.Task;
            Interlocked.Decrement(ref reading);

            return ManuscriptTests.Passport();
        })).ToList();
        await twoRead.Task;
        goOn.SetResult();
        await Task.WhenAll(answers);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task WhoGoesAway_LeavesTheirPlaceInTheQueue()
    {
        await using var room = new PrintRoom(options => (options.AtOnce, options.Waiting) = (1, 1));
        using var inside = await room.Printer.TakePlaceAsync();
        using var gone = new CancellationTokenSource();
        var waits = room.Printer.TakePlaceAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);

        var next = room.Printer.TakePlaceAsync();
        Assert.False(next.IsCompleted);
        inside!.Dispose();
        Assert.NotNull(await next);
    }
}
