using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Discharge;

public class ReadLeavingTests
{
    [UseCase]
    public async Task TheFamily_KnowsTheDays_FromWhenThereIsAStayUntilTheyDie(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var hospital = await scene.AddAgencyAsync(AgencyKind.Hospital);
        await scene.TellStoryAsync();
        await scene.ShareAsync(new Given(hospital));
        var (file, today) = (await scene.OpenCaseAsync(hospital), scene.World.Clock.Today());
        Task<Outcome<LeavingShown>> ReadAsync(Actor actor) => scene.The<ReadLeaving>().ExecuteAsync(scene.GeorgesId, actor, Guid.CreateVersion7(), Channel.Export);
        Expect.Refused<NotFound, LeavingShown>(await ReadAsync(scene.AsHelen));

        var stay = Expect.Value(await scene.The<BeginStay>().ExecuteAsync(file, new("Ward 4", today.AddDays(-3), false, "plans the way home"), hospital.AsWorker));
        Assert.Null(Expect.Value(await ReadAsync(scene.AsHelen)).ExpectedOn);
        Expect.Done(await scene.The<ChangeStay>().ExpectAsync(stay, today.AddDays(4), null, null, hospital.AsWorker));
        var shown = Expect.Value(await ReadAsync(scene.AsGeorge));
        Assert.Equal((stay, today.AddDays(-3), (DateOnly?)today.AddDays(4), (DateTime?)null), (shown.StayId, shown.AdmittedOn, shown.ExpectedOn, shown.LeftAt));
        Expect.Refused<NotFound, LeavingShown>(await ReadAsync(await scene.AddAsync(A.Stranger())));
        Assert.Equal(Channel.Export, (await scene.EntriesOfAsync(() => ReadAsync(scene.AsHelen))).Single().Channel);

        Expect.Done(await scene.The<ChangeStay>().DieAsync(stay, scene.World.Now, hospital.AsWorker));
        Expect.Refused<NotFound, LeavingShown>(await ReadAsync(scene.AsHelen));
    }
}
