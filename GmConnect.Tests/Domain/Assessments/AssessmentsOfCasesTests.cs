using GmConnect.Domain.Agencies;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Assessments;

public class AssessmentsOfCasesTests
{
    [UseCase]
    public async Task Started_ItIsFilledFromThePartsThatTheWorkerMayRead_AndSaysSo(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var nursings = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Nursing.AsWorker);
        var shown = await stage.Scene.ReadAssessmentAsync(stage.Case, nursings, stage.Nursing.AsWorker);

        // Nursing was given the home alone.
        var home = Assert.Single(shown.Find("home").Answers);
        Assert.Equal((Scene.WordsOf(StoryPartKind.HomeAndAccess), AnswerOrigin.Story, true), (home.Value, home.Origin, home.MustBeLookedAt));
        Assert.Equal(stage.ConfirmedAt, home.OriginAt);
        Assert.Empty(shown.Find("happened").Answers);
        Assert.Equal(1, shown.Progress.ToLookAt);

        Guid hospitals = default;
        var entries = await stage.Scene.EntriesOfAsync(async () => hospitals = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker));
        // Taking the family's words over is a look at the story, and recorded as one.
        Assert.Contains(entries, e => e.Category is DataCategory.StoryPart && e.Kind is AccessKind.Looked or AccessKind.Changed);
        var all = await stage.Scene.ReadAssessmentAsync(stage.Case, hospitals, stage.Hospital.AsWorker);
        Assert.Equal(["happened", "home", "has"], all.Sections.SelectMany(s => s.Questions).Where(q => q.Answers.Count > 0).Select(q => q.Question.Id));

        Expect.Refused<AssessmentIsBegun, Guid>(await stage.Scene.The<StartAssessment>().ExecuteAsync(stage.Case, "home-and-therapy", stage.Hospital.AsWorker));
        Expect.Refused<AssessmentNotForThem, Guid>(await stage.Scene.The<StartAssessment>().ExecuteAsync(stage.Case, "early-help", stage.Nursing.AsWorker));
        Expect.Refused<AssessmentNotForThem, Guid>(await stage.Scene.The<StartAssessment>().ExecuteAsync(stage.Case, "carers", stage.Hospital.AsWorker));
        Expect.Refused<NotFound, Guid>(await stage.Scene.The<StartAssessment>().ExecuteAsync(stage.Case, "no-such", stage.Hospital.AsWorker));
    }

    [UseCase]
    public async Task Review_StartsFromTheLastAnswers_AndAsksAgainWhatIsAboutTheDay(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var first = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, first, "home", "A flat on the third floor.", stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, first, "height", "172.5", stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, first, stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, first, stage.Hospital.AsWorker));
        var finished = stage.Scene.World.Now;
        stage.Scene.World.Clock.Advance(TimeSpan.FromDays(30));

        // It was for the whole team: another agency begins from it, and still reads nothing of a part that it was not given.
        foreach (var (by, happened) in new[] { (stage.Hospital, Scene.WordsOf(StoryPartKind.WhatHappened)), (stage.Nursing, "") })
        {
            var next = await stage.Scene.StartAssessmentAsync(stage.Case, by.AsWorker);
            var shown = await stage.Scene.ReadAssessmentAsync(stage.Case, next, by.AsWorker);
            var home = Assert.Single(shown.Find("home").Answers);
            Assert.Equal(
                ("A flat on the third floor.", AnswerOrigin.LastAssessment, finished, stage.Hospital.Worker.DisplayName, true),
                (home.Value, home.Origin, home.OriginAt, home.OriginBy, home.MustBeLookedAt));
            Assert.Equal("172.5", shown.Find("height").Value);
            Assert.Equal(happened, shown.Find("happened").Value);
            Assert.Empty(shown.Find("seen-on").Answers);
            Assert.Empty(shown.Find("safe-now").Answers);
            Expect.Refused<AssessmentNotLookedAt>(await stage.Scene.FinishAsync(stage.Case, next, by.AsWorker));
        }
    }

    [UseCase]
    public async Task Review_NeverStartsFromWhatTheWorkerMayNotRead(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var first = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, first, "getting-in", "The key is with the neighbour.", stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, first, stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.The<FillAssessment>().ReadersAreAsync(stage.Case, first, CaseAudience.Agency, stage.Hospital.AsWorker));
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, first, stage.Hospital.AsWorker));

        var next = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Nursing.AsWorker);

        Assert.Empty((await stage.Scene.ReadAssessmentAsync(stage.Case, next, stage.Nursing.AsWorker)).Find("getting-in").Answers);
        Expect.Refused<NotFound, AssessmentShown>(await stage.Scene.The<ReadAssessment>().ExecuteAsync(stage.Case, first, stage.Nursing.AsWorker, Guid.NewGuid()));
        Assert.Null(Expect.Value(await stage.Scene.The<ReadAssessment>().ListAsync(stage.Case, stage.Nursing.AsWorker, Guid.NewGuid())).Forms.Single(f => f.Form.Id == "home-and-therapy").Last);
    }

    /// <summary>Who works in one case of a person has not been let into another.</summary>
    [UseCase]
    public async Task Review_StartsFromAnotherCase_OnlyForWhoIsInItsTeam(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var first = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, first, "height", "172.5", stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, first, stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, first, stage.Hospital.AsWorker));
        var stranger = await stage.Scene.AddAsync(A.CaseWorker(stage.Hospital.Agency));
        foreach (var (worker, height) in new[] { (stage.Hospital.AsWorker, "172.5"), (stranger, "") })
        {
            var other = Expect.Value(CaseFile.Open(stage.Scene.GeorgesId, stage.Hospital.Id, "Falls", "leads", worker.At(stage.Scene.World.Now)));
            await stage.Scene.World.SaveAsync(other);

            var next = await stage.Scene.StartAssessmentAsync(other.Id, worker);

            Assert.Equal(height, (await stage.Scene.ReadAssessmentAsync(other.Id, next, worker)).Find("height").Value);
        }
    }

    /// <summary>Two browsers: the second was shown what stood before the first wrote.</summary>
    [UseCase]
    public async Task TwoWorkers_OnOneAssessment_LoseNothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var colleague = await stage.ColleagueAsync();
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);

        var kept = await Task.WhenAll(
            stage.Scene.AnswerAsync(stage.Case, draft, "strengths", "He cooks.", stage.Hospital.AsWorker, ""),
            stage.Scene.AnswerAsync(stage.Case, draft, "strengths", "He sings.", colleague, ""),
            stage.Scene.AnswerAsync(stage.Case, draft, "present", "Helen", stage.Hospital.AsWorker, ""),
            stage.Scene.AnswerAsync(stage.Case, draft, "height", "172", colleague, ""));

        Assert.Single(kept, k => k.Clashes);
        var shown = await stage.Scene.ReadAssessmentAsync(stage.Case, draft, colleague);
        Assert.Equal(["He cooks.", "He sings."], shown.Find("strengths").Answers.Select(a => a.Value).Order());
        Assert.Equal(("Helen", "172"), (shown.Find("present").Value, shown.Find("height").Value));

        var both = shown.Find("strengths").Answers;
        Expect.Done(await stage.Scene.The<FillAssessment>().ChooseAsync(
            stage.Case, draft, "strengths", both.Single(a => a.Value == "He sings.").AnswerId, [.. both.Select(a => a.AnswerId)], stage.Hospital.AsWorker));
        Assert.Equal("He sings.", (await stage.Scene.ReadAssessmentAsync(stage.Case, draft, colleague)).Find("strengths").Value);
    }

    /// <summary>An answer on its way when somebody finishes it is refused, or was in time: a finished one never changes.</summary>
    [UseCase]
    public async Task AnswerAndFinish_AtOnce_NothingIsAnsweredAfterTheEnd(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var colleague = await stage.ColleagueAsync();
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, draft, stage.Hospital.AsWorker);

        var finishing = stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker);
        var saving = stage.Scene.The<FillAssessment>().SaveAsync(stage.Case, draft, new AnswerEdit("getting-in", "", "By the back."), colleague);
        await Task.WhenAll(finishing, saving);

        Expect.Done(await finishing);
        var saved = await saving;
        Assert.Equal(saved.Succeeded ? "By the back." : "", (await stage.Scene.ReadAssessmentAsync(stage.Case, draft, colleague)).Find("getting-in").Value);
        Assert.True(saved.Succeeded || saved.Refusal is AssessmentIsNoDraft);
    }

    [UseCase]
    public async Task Draft_IsItsAgencysAlone_AndFinishedItIsReadByThoseItIsFor(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        foreach (var (audience, team, family) in new[] { (CaseAudience.Agency, false, false), (CaseAudience.CareTeam, true, false), (CaseAudience.Family, true, true) })
        {
            var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
            Expect.Done(await stage.Scene.The<FillAssessment>().ReadersAreAsync(stage.Case, draft, audience, stage.Hospital.AsWorker));
            Assert.False(await stage.ReadsAsync(draft, stage.Nursing.AsWorker));
            Assert.DoesNotContain(await stage.TimelineAsync(stage.Nursing.AsWorker), r => r.Kind is TimelineKind.Assessment && r.Audience == audience);
            // Nobody of another agency changes it, whatever they may read.
            Expect.Refused<NotFound, AnswerKept>(await stage.Scene.The<FillAssessment>().SaveAsync(stage.Case, draft, new("present", "", "I"), stage.Nursing.AsWorker));
            await stage.Scene.FillAsync(stage.Case, draft, stage.Hospital.AsWorker);
            Assert.DoesNotContain(await stage.FamilyAsync(stage.Scene.AsHelen), w => w.Assessment?.AssessmentId == draft);
            Expect.Done(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker));

            Assert.True(await stage.ReadsAsync(draft, stage.Hospital.AsWorker));
            Assert.Equal(team, await stage.ReadsAsync(draft, stage.Nursing.AsWorker));
            Assert.Equal(family, (await stage.FamilyAsync(stage.Scene.AsHelen)).Any(w => w.Assessment?.AssessmentId == draft));
            Assert.Equal(family, (await stage.FamilyAsync(stage.Scene.AsGeorge)).Any(w => w.Assessment?.AssessmentId == draft));
            Assert.Equal(team ? 2 : 0, (await stage.TimelineAsync(stage.Nursing.AsWorker)).Count(r => r.Kind is TimelineKind.Assessment && r.Audience == audience));
            stage.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // In the words of a part that nursing was not given: it says that there is something, and not what.
        var row = Expect.Value(await stage.Scene.The<ReadAssessment>().ListAsync(stage.Case, stage.Nursing.AsWorker, Guid.NewGuid())).Rows[0];
        var read = await stage.Scene.ReadAssessmentAsync(stage.Case, row.AssessmentId, stage.Nursing.AsWorker);
        Assert.Equal(("", true), (read.Find("happened").Value, read.Find("happened").IsHidden));
        Assert.Equal((Scene.WordsOf(StoryPartKind.HomeAndAccess), false), (read.Find("home").Value, read.Find("home").IsHidden));
        Assert.False(read.MayChange || read.MayPutOnPlan);
    }

    /// <summary>What is written there tells where they are.</summary>
    [UseCase]
    public async Task Protected_ARelativeWhoMayNotKnowReadsNone(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, draft, stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker));
        Assert.Single(await stage.FamilyAsync(stage.Scene.AsHelen));

        await stage.Scene.World.SaveAsync(A.Protection(of: stage.Scene.George));

        Expect.Refused<NotFound, TeamWordsShown>(await stage.Scene.The<ReadTeamWords>().ExecuteAsync(stage.Scene.GeorgesId, stage.Scene.AsHelen));
        Assert.Single(await stage.FamilyAsync(stage.Scene.AsGeorge));
    }

    [UseCase]
    public async Task Approval_IsAskedOfManagersOfItsAgency_WhoJoinTheTeamAndAreTold(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var manager = await stage.Scene.AddAsync(A.Worker(Role.TeamManager, stage.Hospital.Agency));
        var theirs = await stage.Scene.AddAsync(A.Worker(Role.TeamManager, stage.Nursing.Agency));
        await stage.Scene.World.ReadAsync(database => database.Agencies.Where(a => a.Id == stage.Hospital.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessmentApprovers, 1)));
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.FillAsync(stage.Case, draft, stage.Hospital.AsWorker);
        var prepared = Expect.Value(await stage.Scene.The<ReadAssessment>().PrepareAsync(stage.Case, draft, stage.Hospital.AsWorker, Guid.NewGuid()));
        Assert.Equal((1, manager.AccountId), (prepared.ApproversNeeded, Assert.Single(prepared.Approvers).AccountId));

        Expect.Refused<AssessmentNeedsApprovers>(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker, theirs.AccountId));
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker, manager.AccountId));
        Assert.Equal((WorkKind.ApproveAssessment, "Home and occupational therapy assessment"), (await stage.WorkAsync(manager)).Select(t => (t.Kind, t.What)).Single());
        Assert.DoesNotContain(await stage.WorkAsync(stage.Hospital.AsWorker), t => t.Kind is WorkKind.FinishAssessment);
        var asked = (await stage.Scene.ReadAssessmentAsync(stage.Case, draft, manager)).Approval!;
        Assert.Equal((true, stage.Hospital.Worker.DisplayName), (asked.AsksMe, asked.By));

        Expect.Refused<NotFound>(await stage.Scene.The<FinishAssessment>().AnswerAsync(stage.Case, draft, true, null, stage.Nursing.AsWorker));
        Expect.Done(await stage.Scene.The<FinishAssessment>().AnswerAsync(stage.Case, draft, false, "Measure the door.", manager));
        Assert.Equal("Measure the door.", (await stage.Scene.ReadAssessmentAsync(stage.Case, draft, stage.Hospital.AsWorker)).SentBack);
        Assert.Single(await stage.WorkAsync(stage.Hospital.AsWorker), t => t.Kind is WorkKind.FinishAssessment);

        await stage.Scene.AnswerAsync(stage.Case, draft, "doorway", "71", stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker, manager.AccountId));
        Expect.Done(await stage.Scene.The<FinishAssessment>().TakeBackAsync(stage.Case, draft, stage.Hospital.AsWorker));
        Expect.Done(await stage.Scene.FinishAsync(stage.Case, draft, stage.Hospital.AsWorker, manager.AccountId));
        Expect.Done(await stage.Scene.The<FinishAssessment>().AnswerAsync(stage.Case, draft, true, null, manager));

        var finished = await stage.Scene.ReadAssessmentAsync(stage.Case, draft, stage.Nursing.AsWorker);
        Assert.Equal((AssessmentStatus.Finished, manager.DisplayName), (finished.Status, finished.FinishedBy));
        Assert.Empty(await stage.WorkAsync(manager));
    }

    [UseCase]
    public async Task WhatWasFound_BecomesPartOfTheOnePlan_Once(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        var put = stage.Scene.The<PutOnPlan>();
        Expect.Refused<AnswerIsNotForThePlan, Guid>(await put.ExecuteAsync(stage.Case, draft, "strengths", "Cooks", stage.Hospital.AsWorker));
        await stage.Scene.AnswerAsync(stage.Case, draft, "strengths", "He cooks for the whole street.", stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, draft, "walking", "aid", stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, draft, "walking-how", "He holds on to the furniture.", stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, draft, "needs-why", "A frame, before Friday.", stage.Hospital.AsWorker);
        Expect.Refused<AnswerIsNotForThePlan, Guid>(await put.ExecuteAsync(stage.Case, draft, "present", "x", stage.Hospital.AsWorker));
        Expect.Refused<PlanTextNeeded, Guid>(await put.ExecuteAsync(stage.Case, draft, "strengths", " ", stage.Hospital.AsWorker));
        Expect.Refused<PlanTextTooLong, Guid>(await put.ExecuteAsync(stage.Case, draft, "strengths", new string('x', 1_001), stage.Hospital.AsWorker));
        var before = (await stage.Scene.MessagesToAsync(stage.Nursing)).Count;

        Expect.Value(await put.ExecuteAsync(stage.Case, draft, "strengths", "Cooks for the whole street", stage.Hospital.AsWorker));
        Expect.Value(await put.ExecuteAsync(stage.Case, draft, "walking-how", "To walk without holding on", stage.Hospital.AsWorker));
        Expect.Value(await put.ExecuteAsync(stage.Case, draft, "needs-why", "Bring a frame", stage.Hospital.AsWorker));
        Expect.Refused<AnswerIsOnThePlan, Guid>(await put.ExecuteAsync(stage.Case, draft, "strengths", "Again", stage.Hospital.AsWorker));

        var plan = Expect.Value(await stage.Scene.The<ReadPlan>().ExecuteAsync(stage.Scene.GeorgesId, stage.Scene.AsHelen, null));
        Assert.Equal(
            [(StatementKind.Strength, "Cooks for the whole street"), (StatementKind.Need, "To walk without holding on")],
            plan.Statements.Select(s => (s.Kind, s.Text)));
        Assert.Equal(("Bring a frame", stage.Hospital.Id), plan.Actions.Select(a => (a.What, a.OwnerAgencyId!.Value)).Single());
        Assert.True((await stage.Scene.ReadAssessmentAsync(stage.Case, draft, stage.Hospital.AsWorker)).Find("strengths").Answers[0].IsOnPlan);
        Assert.True((await stage.Scene.MessagesToAsync(stage.Nursing)).Count > before);
    }

    [UseCase]
    public async Task Closing_ListsWhatIsNotFinished_AndAClosedCaseChangesNothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Nursing.AsWorker);
        var gone = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        Expect.Done(await stage.Scene.The<FinishAssessment>().AbandonAsync(stage.Case, gone, "He does not want it.", stage.Hospital.AsWorker));

        Assert.Equal(
            [new OpenWork(OpenWorkKind.Assessment, "Home and occupational therapy assessment", stage.Nursing.Worker.DisplayName, null)],
            Expect.Value(await stage.Scene.The<FindOpenWork>().ExecuteAsync(stage.Case, stage.Hospital.AsWorker, Guid.NewGuid())).OpenWork
                .Where(w => w.Kind is OpenWorkKind.Assessment));
        Expect.Refused<AssessmentIsNoDraft, AnswerKept>(await stage.Scene.The<FillAssessment>().SaveAsync(stage.Case, gone, new("present", "", "I"), stage.Hospital.AsWorker));

        Expect.Done(await stage.Scene.The<CloseCase>().ExecuteAsync(stage.Case, new(CaseClosedBecause.GoalsReached, "He is home.", true, [], ""), stage.Hospital.AsWorker));
        stage.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Refused<NotFound, AnswerKept>(await stage.Scene.The<FillAssessment>().SaveAsync(stage.Case, draft, new("present", "", "I"), stage.Nursing.AsWorker));
    }

    /// <summary>What he is told is held of him: also a draft, and what is not for the family until the guardian has looked.</summary>
    [UseCase]
    public async Task CopyOfEverything_HoldsEachAssessment_ForTheGuardianToLookAt(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var draft = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Hospital.AsWorker);
        await stage.Scene.AnswerAsync(stage.Case, draft, "needs", "rails", stage.Hospital.AsWorker);
        Expect.Value(await stage.Scene.The<AskForPack>().ExecuteAsync(stage.Scene.GeorgesId, stage.Scene.AsGeorge));
        var guardian = await stage.Scene.AddAsync(A.Account(Role.DataGuardian));
        var matter = (await stage.Scene.The<ListMatters>().ExecuteAsync(guardian, false, Guid.NewGuid())).Rows.Single(m => m.Kind is MatterKind.SubjectAccess).MatterId;

        var item = Expect.Value(await stage.Scene.The<DecidePack>().ReadAsync(matter, guardian, Guid.NewGuid())).Items.Select(i => i.Item)
            .Single(i => i.Fields.Any(f => f.Name == "Assessment"));

        Assert.True(item.NeedsLook);
        Assert.Contains("Grab rails", item.Fields.Single(f => f.Name == "Words").Value.ToString());
    }

    [UseCase]
    public async Task UnknownAssessment_OfAKnownCase_IsNotFound(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var (fill, finish, me, none) = (stage.Scene.The<FillAssessment>(), stage.Scene.The<FinishAssessment>(), stage.Hospital.AsWorker, Guid.NewGuid());
        var other = await stage.Scene.StartAssessmentAsync(stage.Case, stage.Nursing.AsWorker);

        foreach (var id in new[] { none, other })
        {
            Expect.Refused<NotFound, AnswerKept>(await fill.SaveAsync(stage.Case, id, new("present", "", "I"), me));
            Expect.Refused<NotFound>(await fill.ConfirmAsync(stage.Case, id, "present", none, me));
            Expect.Refused<NotFound>(await fill.ChooseAsync(stage.Case, id, "present", none, [], me));
            Expect.Refused<NotFound>(await fill.ReadersAreAsync(stage.Case, id, CaseAudience.Agency, me));
            Expect.Refused<NotFound>(await stage.Scene.FinishAsync(stage.Case, id, me));
            Expect.Refused<NotFound>(await finish.AnswerAsync(stage.Case, id, true, null, me));
            Expect.Refused<NotFound>(await finish.TakeBackAsync(stage.Case, id, me));
            Expect.Refused<NotFound>(await finish.AbandonAsync(stage.Case, id, "x", me));
            Expect.Refused<NotFound, Guid>(await stage.Scene.The<PutOnPlan>().ExecuteAsync(stage.Case, id, "strengths", "x", me));
            Expect.Refused<NotFound, AssessmentShown>(await stage.Scene.The<ReadAssessment>().ExecuteAsync(stage.Case, id, me, none));
            Expect.Refused<NotFound, FinishingPrepared>(await stage.Scene.The<ReadAssessment>().PrepareAsync(stage.Case, id, me, none));
        }
    }

    /// <summary>The hospital leads, and was given everything; nursing joined, and was given the home alone.</summary>
    private sealed record Stage(Scene Scene, AgencyOnScene Hospital, AgencyOnScene Nursing, Guid Case, DateTime ConfirmedAt) : IAsyncDisposable
    {
        public static async Task<Stage> OpenAsync(DatabaseProvider provider)
        {
            var scene = await Scene.OpenAsync(provider);
            var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
            var told = await scene.TellStoryAsync();
            await scene.ShareAsync(new Given(hospital), new Given(nursing, [StoryPartKind.HomeAndAccess]));
            scene.World.Clock.Advance(TimeSpan.FromDays(1));
            var file = await scene.OpenCaseAsync(hospital);
            await scene.JoinAsync(nursing, file);

            return new Stage(scene, hospital, nursing, file, told.At);
        }

        public async Task<Actor> ColleagueAsync()
        {
            var colleague = await Scene.AddAsync(A.CaseWorker(Hospital.Agency));
            Expect.Done(await Scene.The<AddToCareTeam>().ExecuteAsync(Case, colleague.AccountId, "helps", Hospital.AsWorker));

            return colleague;
        }

        public async Task<bool> ReadsAsync(Guid assessment, Actor by) =>
            (await Scene.The<ReadAssessment>().ExecuteAsync(Case, assessment, by, Guid.NewGuid())).Succeeded;

        public async Task<IReadOnlyList<TimelineRow>> TimelineAsync(Actor by) =>
            Expect.Value(await Scene.The<ReadTimeline>().ExecuteAsync(Case, null, by, Guid.NewGuid())).Rows;

        public async Task<IReadOnlyList<TeamWords>> FamilyAsync(Actor by) =>
            Expect.Value(await Scene.The<ReadTeamWords>().ExecuteAsync(Scene.GeorgesId, by)).Words;

        public async Task<IReadOnlyList<WorkTask>> WorkAsync(Actor by) => (await Scene.The<ListMyWork>().ExecuteAsync(by, Guid.NewGuid())).Tasks;

        public ValueTask DisposeAsync() => Scene.DisposeAsync();
    }
}
