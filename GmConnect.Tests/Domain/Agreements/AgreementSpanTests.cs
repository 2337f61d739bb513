using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

/// <summary>What the sharing decision is given, now and as of any past instant.</summary>
public class AgreementSpanTests
{
    [UseCase]
    public async Task LoadAsync_OneLifeOfAnAgreement_IsToldAtEveryInstantOfIt(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.DraftAsync();
        var drafted = Next(scene);
        Expect.Done(await scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", scene.HospitalLead));
        var halfSigned = Next(scene);
        Expect.Done(await scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", scene.NursingLead));
        var signed = Next(scene);
        Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(id, "A laptop was lost.", scene.Guardian));
        var suspended = Next(scene);
        Expect.Done(await scene.The<SuspendAgreement>().ResumeAsync(id, "It was found.", scene.HospitalLead));
        var resumed = Next(scene);
        Expect.Done(await scene.The<ChangeAgreement>().ExecuteAsync(id, scene.Typed(scene.Hospital), scene.HospitalLead));
        var changed = Next(scene);
        await scene.SignAsync(id, 2);
        var signedAgain = Next(scene);
        Expect.Done(await scene.The<EndAgreement>().ExecuteAsync(id, "The service closed.", scene.HospitalLead));
        var ended = Next(scene);

        Assert.Equal(
            ["", "", "1 hospital, 1 nursing", "", "1 hospital, 1 nursing", "1 hospital, 1 nursing", "2 hospital", ""],
            await WrittenAsync(scene, drafted, halfSigned, signed, suspended, resumed, changed, signedAgain, ended));
    }

    [UseCase]
    public async Task LoadAsync_AsksForTheAgenciesNamed_AndGivesWhatTheyAgreed(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        var id = await scene.SignedAsync();

        var span = Assert.Single(await scene.SpansAsync(scene.World.Now, scene.Nursing, scene.Stranger));

        Assert.Equal((id, 1, scene.Nursing.Id), (span.Id, span.Version, span.AgencyId));
        Assert.Equal([Purpose.Care], span.Purposes);
        Assert.Equal(Coverable.Categories, span.Categories);
        Assert.Equal((scene.World.Now, LondonTime.EndOf(LondonTime.DayOf(scene.World.Now).AddYears(1))), (span.From, span.Until));
        Assert.Empty(await scene.SpansAsync(scene.World.Now, scene.Stranger));
    }

    [UseCase]
    public async Task LoadAsync_AfterItsLastDay_GivesNothing(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);
        await scene.SignedAsync();
        var until = (await scene.SpansAsync(scene.World.Now, scene.Hospital))[0].Until;

        Assert.Single(await scene.SpansAsync(until.AddMicroseconds(-1), scene.Hospital));
        Assert.Empty(await scene.SpansAsync(until, scene.Hospital));
    }

    /// <summary>Other tests rely on it: the sharing decision finds one for each agency that a test puts in.</summary>
    [UseCase]
    public async Task AnAgencyOfATestWorld_HasSigned(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agency = await scene.AddAgencyAsync();

        var span = Assert.Single(await scene.World.ReadAsync(database => AgreementSpan.LoadAsync(database, [agency.Id], scene.World.Now)));

        Assert.True(span.IsOn(scene.World.Now.AddMonths(-3)) && span.IsOn(scene.World.Now.AddYears(3)));
    }

    private static DateTime Next(AgreementScene scene)
    {
        var now = scene.World.Now;
        scene.World.Clock.Advance(TimeSpan.FromHours(1));

        return now;
    }

    private static async Task<IReadOnlyList<string>> WrittenAsync(AgreementScene scene, params DateTime[] instants)
    {
        var written = new List<string>();
        foreach (var at in instants)
        {
            var spans = (await scene.SpansAsync(at, scene.Hospital, scene.Nursing)).Where(s => s.IsOn(at));
            written.Add(string.Join(", ", spans.Select(s => $"{s.Version} {(s.AgencyId == scene.Hospital.Id ? "hospital" : "nursing")}").Order()));
        }

        return written;
    }
}
