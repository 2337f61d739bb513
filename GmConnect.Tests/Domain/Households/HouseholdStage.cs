using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Households;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Households;

/// <summary>George's case is the hospital's, and so is Mary's; the nurse is in both teams.</summary>
internal sealed record HouseholdStage(Scene Scene, AgencyOnScene Hospital, AgencyOnScene Nursing, Guid Georges, Guid Marys, Resident Mary, Actor AsMary) : IAsyncDisposable
{
    public static async Task<HouseholdStage> OpenAsync(DatabaseProvider provider)
    {
        var scene = await Scene.OpenAsync(provider);
        var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        await scene.TellStoryAsync();
        await scene.ShareAsync(hospital, nursing);
        var file = await scene.OpenCaseAsync(hospital);
        await scene.JoinAsync(nursing, file);
        var mary = A.Resident(givenName: "Mary");
        var signIn = A.SignInOf(mary);
        await scene.World.SaveAsync(mary, signIn);
        foreach (var agency in new[] { hospital, nursing })
        {
            var consent = new ConsentRecord
            {
                Reference = Reference.New(), ResidentId = mary.Id, AgencyId = agency.Id, Purpose = Purpose.Care, From = scene.World.Now,
                Until = scene.World.Now.AddDays(90), GivenBy = signIn.Id, Wording = "", WordingHash = ConsentRecord.HashOf(""), Language = "en-GB"
            }.Covering(StoryQuestions.Parts);
            await scene.World.SaveAsync(consent, A.Notice(of: consent));
        }

        var hers = Expect.Value(CaseFile.Open(mary.Id, hospital.Id, "Rest for both", "leads", hospital.AsWorker.At(scene.World.Now)));
        Expect.Done(hers.AddToCareTeam(nursing.Worker.Id, nursing.Id, "helps", hospital.AsWorker.At(scene.World.Now)));
        await scene.World.SaveAsync(hers);

        return new HouseholdStage(scene, hospital, nursing, file, hers.Id, mary, signIn.AsActor());
    }

    /// <summary>Both agreed.</summary>
    public static async Task<HouseholdStage> TogetherAsync(DatabaseProvider provider)
    {
        var stage = await OpenAsync(provider);
        Expect.Value(await stage.Scene.The<ProposeHousehold>().ExecuteAsync(stage.Georges, stage.Marys, true, stage.Hospital.AsWorker));
        foreach (var (person, by) in new[] { (stage.Scene.GeorgesId, stage.Scene.AsGeorge), (stage.Mary.Id, stage.AsMary) })
        {
            Expect.Done(await stage.Scene.The<AnswerHousehold>().AnswerAsync(person, (await stage.AskedAsync(person, by)).PlaceId, true, by));
        }

        return stage;
    }

    public async Task<HouseholdAsked> AskedAsync(Guid person, Actor by) =>
        Assert.Single(Expect.Value(await Scene.The<AnswerHousehold>().ReadAsync(person, by)).People);

    public async Task<IReadOnlyList<HouseholdMember>> MembersAsync(Guid file, Actor by) =>
        Expect.Value(await Scene.The<ReadHousehold>().ExecuteAsync(file, by, Guid.NewGuid())).Members;

    public async Task<IReadOnlyList<TimelineRow>> NotesAsync(Guid file, Actor by) =>
        [.. Expect.Value(await Scene.The<ReadTimeline>().ExecuteAsync(file, null, by, Guid.NewGuid())).Rows.Where(r => r.Kind is TimelineKind.Note)];

    /// <summary>About Mary, on George's case.</summary>
    public Task<Outcome<Guid>> WriteAsync(string words, Actor by) =>
        Scene.The<WriteNote>().ApproveAsync(Marys, null, new(words, CaseAudience.Family, null, Georges), by);

    public ValueTask DisposeAsync() => Scene.DisposeAsync();
}
