using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Households;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Households;

public class HouseholdCasesTests
{
    private static readonly byte[] _pdf = "%PDF-1.7 letter"u8.ToArray();

    [UseCase]
    public async Task UntilBothAgree_NothingShows_AndEachAnswersForThemselves(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.OpenAsync(provider);
        var (propose, answer) = (stage.Scene.The<ProposeHousehold>(), stage.Scene.The<AnswerHousehold>());
        var candidate = Assert.Single(Expect.Value(await propose.CandidatesAsync(stage.Georges, stage.Hospital.AsWorker, Guid.NewGuid())));
        Assert.Equal(stage.Marys, candidate.CaseId);
        Expect.Refused<HouseholdNeedsBothSpokenTo, Guid>(await propose.ExecuteAsync(stage.Georges, stage.Marys, false, stage.Hospital.AsWorker));
        Expect.Value(await propose.ExecuteAsync(stage.Georges, stage.Marys, true, stage.Hospital.AsWorker));
        Expect.Refused<HouseholdIsProposed, Guid>(await propose.ExecuteAsync(stage.Georges, stage.Marys, true, stage.Hospital.AsWorker));
        Assert.Empty(Expect.Value(await propose.CandidatesAsync(stage.Georges, stage.Hospital.AsWorker, Guid.NewGuid())));

        // The nurse works with both, and sees nothing yet; the agency that asked sees that it waits.
        Assert.Empty(await stage.MembersAsync(stage.Georges, stage.Nursing.AsWorker));
        Assert.Equal((false, 2), (await stage.MembersAsync(stage.Georges, stage.Hospital.AsWorker)).Select(m => (m.IsOn, m.ToFollow)).Single());
        Expect.Refused<NotFound, Guid>(await stage.WriteAsync("Too early.", stage.Nursing.AsWorker));

        // Helen may give permissions for George; nobody else answers for Mary.
        var (his, hers) = (await stage.AskedAsync(stage.Scene.GeorgesId, stage.Scene.AsHelen), await stage.AskedAsync(stage.Mary.Id, stage.AsMary));
        Assert.Equal((stage.Mary.FullName, true, true), (his.Name, his.IsFirst, his.IsMineToAnswer));
        Assert.Equal((stage.Scene.George.FullName, false, true), (hers.Name, hers.IsFirst, hers.IsMineToAnswer));
        Expect.Refused<NotFound>(await answer.AnswerAsync(stage.Mary.Id, hers.PlaceId, true, stage.Scene.AsHelen));
        Expect.Refused<NotFound>(await answer.AnswerAsync(stage.Scene.GeorgesId, hers.PlaceId, true, stage.Scene.AsHelen));
        Expect.Refused<NotFound, MyHousehold>(await answer.ReadAsync(stage.Mary.Id, stage.Scene.AsHelen));
        Expect.Done(await answer.AnswerAsync(stage.Scene.GeorgesId, his.PlaceId, true, stage.Scene.AsHelen));
        Assert.Empty(await stage.MembersAsync(stage.Georges, stage.Nursing.AsWorker));
        Expect.Done(await answer.AnswerAsync(stage.Mary.Id, hers.PlaceId, true, stage.AsMary));

        Assert.Equal((stage.Mary.FullName, stage.Marys, true), (await stage.MembersAsync(stage.Georges, stage.Nursing.AsWorker)).Select(m => (m.Name, m.CaseId, m.IsFirst)).Single());
        Assert.Equal((stage.Scene.George.FullName, false), (await stage.MembersAsync(stage.Marys, stage.Nursing.AsWorker)).Select(m => (m.Name, m.IsFirst)).Single());
        Assert.True((await stage.AskedAsync(stage.Mary.Id, stage.AsMary)).IsOn);
    }

    /// <summary>Somebody in the team of the one case, without a ground for the other person, does not learn that they are there.</summary>
    [UseCase]
    public async Task Worker_SeesOfEachPerson_OnlyWhatTheirOwnGroundsPermit(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);
        var colleague = await stage.Scene.AddAsync(A.CaseWorker(stage.Hospital.Agency));
        Expect.Done(await stage.Scene.The<AddToCareTeam>().ExecuteAsync(stage.Georges, colleague.AccountId, "helps", stage.Hospital.AsWorker));
        Expect.Value(await stage.WriteAsync("Mary sleeps badly.", stage.Nursing.AsWorker));
        Expect.Value(await stage.Scene.The<KeepDocument>().AddAsync(
            stage.Marys, new("Mary's letter", _pdf, CaseAudience.Family, null, stage.Georges), stage.Nursing.AsWorker));

        Assert.Empty(await stage.MembersAsync(stage.Georges, colleague));
        Assert.DoesNotContain(await stage.NotesAsync(stage.Georges, colleague), n => n.About is not null);
        Assert.Empty(Expect.Value(await stage.Scene.The<KeepDocument>().ListAsync(stage.Georges, colleague, Guid.NewGuid())));
        Expect.Refused<NotFound, CaseShown>(await stage.Scene.The<ReadCase>().ExecuteAsync(stage.Marys, colleague, Guid.NewGuid()));

        // Who works with both reads it on his case, marked as hers, and in hers.
        Assert.Equal(
            ("Mary sleeps badly.", stage.Mary.CalledName, stage.Marys),
            (await stage.NotesAsync(stage.Georges, stage.Hospital.AsWorker)).Select(n => (n.Words!, n.About!, n.CaseId!.Value)).Single());
        Assert.Null((await stage.NotesAsync(stage.Marys, stage.Hospital.AsWorker)).Single().About);
        Assert.Equal(
            (stage.Mary.CalledName, stage.Marys),
            Expect.Value(await stage.Scene.The<KeepDocument>().ListAsync(stage.Georges, stage.Hospital.AsWorker, Guid.NewGuid())).Select(d => (d.About!, d.CaseId)).Single());
        Expect.Done(await stage.Scene.The<WriteNote>().StrikeOutAsync(
            stage.Marys, (await stage.NotesAsync(stage.Georges, stage.Nursing.AsWorker)).Single().Id, "Somebody else.", stage.Nursing.AsWorker));
    }

    [UseCase]
    public async Task Families_ReadWhatIsAboutTheirOwn_AndNothingOfTheOther(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);
        Expect.Value(await stage.WriteAsync("Mary sleeps badly.", stage.Nursing.AsWorker));
        Expect.Value(await stage.Scene.The<WriteNote>().ApproveAsync(stage.Georges, null, new("George walked.", CaseAudience.Family, null), stage.Nursing.AsWorker));

        foreach (var by in new[] { stage.Scene.AsHelen, stage.Scene.AsGeorge })
        {
            Assert.Equal(["George walked."], Expect.Value(await stage.Scene.The<ReadTeamWords>().ExecuteAsync(stage.Scene.GeorgesId, by)).Words.Select(w => w.Words));
            Expect.Refused<NotFound, TeamWordsShown>(await stage.Scene.The<ReadTeamWords>().ExecuteAsync(stage.Mary.Id, by));
        }

        Assert.Equal(["Mary sleeps badly."], Expect.Value(await stage.Scene.The<ReadTeamWords>().ExecuteAsync(stage.Mary.Id, stage.AsMary)).Words.Select(w => w.Words));
    }

    [UseCase]
    public async Task TakenBack_ItIsOverForBothAtOnce_AndWhatWasWrittenStaysWithEach(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);
        Expect.Value(await stage.WriteAsync("Mary sleeps badly.", stage.Nursing.AsWorker));

        Expect.Done(await stage.Scene.The<AnswerHousehold>().AnswerAsync(
            stage.Mary.Id, (await stage.AskedAsync(stage.Mary.Id, stage.AsMary)).PlaceId, false, stage.AsMary));

        foreach (var by in new[] { stage.Hospital.AsWorker, stage.Nursing.AsWorker })
        {
            Assert.Empty(await stage.MembersAsync(stage.Georges, by));
            Assert.Empty(await stage.MembersAsync(stage.Marys, by));
            Assert.Empty(await stage.NotesAsync(stage.Georges, by));
            Assert.Single(await stage.NotesAsync(stage.Marys, by));
        }

        Assert.Empty(Expect.Value(await stage.Scene.The<AnswerHousehold>().ReadAsync(stage.Scene.GeorgesId, stage.Scene.AsGeorge)).People);
        Expect.Refused<NotFound, Guid>(await stage.WriteAsync("Too late.", stage.Nursing.AsWorker));
        // A new question is a new answer.
        Expect.Value(await stage.Scene.The<ProposeHousehold>().ExecuteAsync(stage.Georges, stage.Marys, true, stage.Hospital.AsWorker));
        Assert.True((await stage.AskedAsync(stage.Mary.Id, stage.AsMary)).IsMineToAnswer);
    }

    /// <summary>That two are on one case tells where each of them can be found.</summary>
    [UseCase]
    public async Task Protected_NobodyIsAskedAboutThem_AndWhoMayNotKnowSeesNothingAnyMore(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);
        Expect.Value(await stage.WriteAsync("Mary sleeps badly.", stage.Nursing.AsWorker));

        await stage.Scene.World.SaveAsync(A.Protection(of: stage.Mary, stage.Hospital.Worker));

        Assert.Single(await stage.MembersAsync(stage.Georges, stage.Hospital.AsWorker));
        Assert.Empty(await stage.MembersAsync(stage.Georges, stage.Nursing.AsWorker));
        Assert.Empty(await stage.MembersAsync(stage.Marys, stage.Nursing.AsWorker));
        Assert.Empty(await stage.NotesAsync(stage.Georges, stage.Nursing.AsWorker));
        Assert.Empty(Expect.Value(await stage.Scene.The<AnswerHousehold>().ReadAsync(stage.Scene.GeorgesId, stage.Scene.AsHelen)).People);
        Assert.Empty(Expect.Value(await stage.Scene.The<AnswerHousehold>().ReadAsync(stage.Scene.GeorgesId, stage.Scene.AsGeorge)).People);

        Expect.Done(await stage.Scene.The<ProposeHousehold>().EndAsync(
            stage.Georges, (await stage.MembersAsync(stage.Georges, stage.Hospital.AsWorker)).Single().PlaceId, stage.Hospital.AsWorker));
        Expect.Refused<HouseholdPersonIsProtected, Guid>(await stage.Scene.The<ProposeHousehold>().ExecuteAsync(stage.Georges, stage.Marys, true, stage.Hospital.AsWorker));
    }

    [UseCase]
    public async Task Ask_OnlyTheAgencyWhoseCaseItIs_AndOnlyAboutWhomTheyWorkWith(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.OpenAsync(provider);
        var propose = stage.Scene.The<ProposeHousehold>();
        var colleague = await stage.Scene.AddAsync(A.CaseWorker(stage.Hospital.Agency));
        Expect.Done(await stage.Scene.The<AddToCareTeam>().ExecuteAsync(stage.Georges, colleague.AccountId, "helps", stage.Hospital.AsWorker));

        Expect.Refused<NotFound, Guid>(await propose.ExecuteAsync(stage.Georges, stage.Marys, true, stage.Nursing.AsWorker));
        Expect.Refused<NotFound, Guid>(await propose.ExecuteAsync(stage.Georges, stage.Marys, true, colleague));
        Expect.Refused<NotFound, Guid>(await propose.ExecuteAsync(stage.Georges, stage.Georges, true, stage.Hospital.AsWorker));
        Expect.Refused<NotFound, Guid>(await propose.ExecuteAsync(stage.Georges, Guid.NewGuid(), true, stage.Hospital.AsWorker));
        Assert.Empty(Expect.Value(await propose.CandidatesAsync(stage.Georges, colleague, Guid.NewGuid())));
        Expect.Refused<NotFound>(await propose.EndAsync(stage.Georges, Guid.NewGuid(), stage.Hospital.AsWorker));
    }

    [UseCase]
    public async Task Closed_TheCaseIsNobodysTogetherAnyMore(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);

        Expect.Done(await stage.Scene.The<CloseCase>().ExecuteAsync(
            stage.Georges, new(CaseClosedBecause.GoalsReached, "He is home.", true, [], ""), stage.Hospital.AsWorker));

        Assert.Empty(await stage.MembersAsync(stage.Marys, stage.Hospital.AsWorker));
        Assert.Empty(Expect.Value(await stage.Scene.The<AnswerHousehold>().ReadAsync(stage.Mary.Id, stage.AsMary)).People);
    }

    /// <summary>What is about her is hers, also what was written on his case.</summary>
    [UseCase]
    public async Task HisRecordDestroyed_HersStays(DatabaseProvider provider)
    {
        await using var stage = await HouseholdStage.TogetherAsync(provider);
        Expect.Value(await stage.WriteAsync("Mary sleeps badly.", stage.Nursing.AsWorker));
        await stage.Scene.StartAssessmentAsync(stage.Georges, stage.Hospital.AsWorker);

        await stage.Scene.World.ReadAsync(async database =>
        {
            await new DestroyRecord(database, await database.Set<Resident>().SingleAsync(r => r.Id == stage.Scene.GeorgesId)).WholeAsync(stage.Scene.World.Now, default);

            return await database.SaveChangesAsync();
        });

        Assert.Single(await stage.NotesAsync(stage.Marys, stage.Nursing.AsWorker));
        Assert.Empty(await stage.MembersAsync(stage.Marys, stage.Nursing.AsWorker));
        Assert.Empty(Expect.Value(await stage.Scene.The<AnswerHousehold>().ReadAsync(stage.Mary.Id, stage.AsMary)).People);
    }
}
