using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

public class ChooseWhoMaySeeTests
{
    [UseCase]
    public async Task AgenciesAsync_NoneUnknownOrClosedToReferrals_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var closed = A.Agency(takesReferrals: false);
        await scene.World.SaveAsync(closed);
        var choose = scene.The<ChooseWhoMaySee>();

        Assert.All(
            new[]
            {
                await choose.AgenciesAsync(scene.GeorgesId, [], scene.AsHelen),
                await choose.AgenciesAsync(scene.GeorgesId, [Guid.NewGuid()], scene.AsHelen),
                await choose.AgenciesAsync(scene.GeorgesId, [closed.Id], scene.AsHelen)
            },
            outcome => Expect.Refused<NoAgencyChosen>(outcome));
    }

    [UseCase]
    public async Task AgenciesAsync_OneNoLongerNamed_LosesItsDraftAndTheOtherKeepsIts(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var (one, other) = (await scene.AddAgencyAsync(), await scene.AddAgencyAsync());
        await scene.TellStoryAsync();
        await scene.ChooseAsync(new Given(one, [StoryPartKind.Medicines]), new Given(other));

        Expect.Done(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [one.Id], scene.AsHelen));

        var chosen = Assert.Single((await DraftAsync(scene)).Chosen);
        Assert.Equal((one.Id, true), (chosen.AgencyId, chosen.IsComplete));
    }

    [UseCase]
    public async Task AgenciesAsync_SameAtOnce_IsOneDraft(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agency = await scene.AddAgencyAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [agency.Id], scene.AsHelen))));

        Assert.All(outcomes, Expect.Done);
        Assert.Single((await DraftAsync(scene)).Chosen);
    }

    [UseCase]
    public async Task PartsAsync_PartNotConfirmed_CannotBeShared(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agency = await scene.AddAgencyAsync();
        await scene.TellStoryAsync(StoryPartKind.AboutMe);
        await scene.AnswerAsync("medicines", "A draft.");
        Expect.Done(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [agency.Id], scene.AsHelen));

        Assert.Equal(StoryPartKind.Medicines, Expect.Refused<StoryPartNotConfirmed>(await PartsAsync(scene, agency, StoryPartKind.Medicines)).Part);
        Assert.Equal(agency.Agency.Name, Expect.Refused<ShareChoiceIncomplete>(await PartsAsync(scene, agency)).Agency);
        Expect.Done(await PartsAsync(scene, agency, StoryPartKind.AboutMe));
    }

    [UseCase]
    [Row(0, typeof(ConsentEndsTooEarly))]
    [Row(-1, typeof(ConsentEndsTooEarly))]
    [Row(1, null)]
    [Row(731, null)]
    [Row(732, typeof(ConsentEndsTooLate))]
    public async Task PurposesAsync_LastDay_IsAfterTodayAndWithinTwoYears(DatabaseProvider provider, int days, Type? refusal)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var agency = await scene.AddAgencyAsync();
        Expect.Done(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [agency.Id], scene.AsHelen));

        var outcome = await PurposeAsync(scene, agency, Purpose.Care, DateOnly.FromDateTime(scene.World.Now).AddDays(days));

        Assert.Equal(refusal, outcome.Refusal?.GetType());
    }

    [UseCase]
    public async Task PurposesAsync_PurposeThatTheAgencyHasNot_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await Scene.OpenAsync(provider);
        var police = await scene.AddAgencyAsync(AgencyKind.Police);
        Expect.Done(await scene.The<ChooseWhoMaySee>().AgenciesAsync(scene.GeorgesId, [police.Id], scene.AsHelen));

        Expect.Refused<PurposeNotForAgency>(await PurposeAsync(scene, police, Purpose.Care, scene.InThreeMonths));
        Expect.Refused<PurposeNotForAgency>(await PurposeAsync(scene, police, Purpose.OwnRecord, scene.InThreeMonths));
        Expect.Refused<ShareChoiceIncomplete>(await PurposeAsync(scene, police, null, scene.InThreeMonths));
        Expect.Refused<ShareChoiceIncomplete>(await PurposeAsync(scene, police, Purpose.Safety, null));
        Expect.Done(await PurposeAsync(scene, police, Purpose.Safety, scene.InThreeMonths));
    }

    [Fact]
    public void Purposes_OfEveryKind_ExistAndAreNeverTheFamilysOwn() => Assert.All(Enum.GetValues<AgencyKind>(), kind =>
    {
        Assert.Equal(kind is AgencyKind.Oversight, Purposes.For(kind).Count == 0);
        Assert.DoesNotContain(Purpose.OwnRecord, Purposes.For(kind));
        Assert.DoesNotContain(Purpose.Oversight, Purposes.For(kind));
    });

    private static Task<Outcome> PartsAsync(Scene scene, AgencyOnScene agency, params StoryPartKind[] parts) =>
        scene.The<ChooseWhoMaySee>().PartsAsync(scene.GeorgesId, parts.ToLookup(_ => agency.Id), scene.AsHelen);

    private static Task<Outcome> PurposeAsync(Scene scene, AgencyOnScene agency, Purpose? purpose, DateOnly? lastDay) =>
        scene.The<ChooseWhoMaySee>().PurposesAsync(
            scene.GeorgesId, new Dictionary<Guid, (Purpose?, DateOnly?)> { [agency.Id] = (purpose, lastDay) }, scene.AsHelen);

    private static async Task<ShareDraftShown> DraftAsync(Scene scene) =>
        Expect.Value(await scene.The<ReadShareDraft>().ExecuteAsync(scene.GeorgesId, scene.AsHelen));
}
