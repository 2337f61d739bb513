using GmConnect.Tests.TestSupport;
using GmConnect.Web.Jobs;

namespace GmConnect.Tests.Web.Jobs;

public class TimetableTests
{
    public static TheoryData<string> Names => [.. Timetable.All.Select(job => job.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryJob_SaysWhyAndRunsTwice(string name)
    {
        await using var world = await World.OnAsync();
        var job = Timetable.Find(name)!;

        Assert.NotEmpty(job.Why);
        Assert.Equal(0, await job.Work(world.The<IServiceProvider>(), CancellationToken.None));
        Assert.Equal(0, await job.Work(world.The<IServiceProvider>(), CancellationToken.None));
    }
}
