using GmConnect.Domain.Assessments;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Assessments;

public class AssessmentTests
{
    private static readonly DateOnly _today = new(2026, 3, 12);
    private static readonly Stamp _amira = new(Guid.NewGuid(), new DateTime(2026, 3, 12, 10, 0, 0, DateTimeKind.Utc));
    private static readonly Stamp _ben = new(Guid.NewGuid(), _amira.At.AddMinutes(1));
    private static readonly Stamp _manager = new(Guid.NewGuid(), _amira.At.AddHours(1));
    private static readonly TakenFrom _story = new(AnswerOrigin.Story, _amira.At.AddDays(-9), null, StoryPartKind.HomeAndAccess);

    public static TheoryData<AssessmentStatus, AssessmentStatus, bool> Arrows
    {
        get
        {
            var (draft, awaits, finished, abandoned) =
                (AssessmentStatus.Draft, AssessmentStatus.AwaitsApproval, AssessmentStatus.Finished, AssessmentStatus.Abandoned);

            return new()
            {
                { draft, draft, false }, { draft, awaits, true }, { draft, finished, true }, { draft, abandoned, true },
                { awaits, draft, true }, { awaits, awaits, false }, { awaits, finished, true }, { awaits, abandoned, false },
                { finished, draft, false }, { finished, awaits, false }, { finished, finished, false }, { finished, abandoned, false },
                { abandoned, draft, false }, { abandoned, awaits, false }, { abandoned, finished, false }, { abandoned, abandoned, false }
            };
        }
    }

    /// <summary>What the table of states allows and what the assessment does are the same, pair by pair.</summary>
    [Theory, MemberData(nameof(Arrows))]
    public void CanBecome_IsWhatTheAssessmentDoes(AssessmentStatus from, AssessmentStatus to, bool can)
    {
        Assert.Equal(can, from.CanBecome(to));

        var assessment = In(from);
        Outcome[] tried = to switch
        {
            AssessmentStatus.AwaitsApproval => [assessment.Finish([_manager.By], 1, _amira)],
            AssessmentStatus.Abandoned => [assessment.Abandon("He moved away.", _amira)],
            AssessmentStatus.Finished => [from is AssessmentStatus.AwaitsApproval ? assessment.Answer(true, null, _manager) : assessment.Finish([], 0, _amira)],
            _ => [assessment.TakeBack(_amira)]
        };

        Assert.Equal(can, tried.All(t => t.Succeeded));
        Assert.Equal(can ? to : from, assessment.Status);
    }

    [Theory]
    [InlineData("present", "", null)]
    [InlineData("present", "Helen", null)]
    [InlineData("where", "home", null)]
    [InlineData("where", "moon", typeof(AssessmentAnswerNotAChoice))]
    [InlineData("changes", "yes", null)]
    [InlineData("changes", "not-known", null)]
    [InlineData("changes", "perhaps", typeof(AssessmentAnswerNotAChoice))]
    [InlineData("needs", "frame,rails", null)]
    [InlineData("needs", "frame,moon", typeof(AssessmentAnswerNotAChoice))]
    [InlineData("seen-on", "2026-03-12", null)]
    [InlineData("seen-on", "2026-03-13", typeof(AssessmentAnswerInTheFuture))]
    [InlineData("seen-on", "2026-02-30", typeof(AssessmentAnswerNotADay))]
    [InlineData("seen-on", "1899-12-31", typeof(AssessmentAnswerNotADay))]
    [InlineData("seen-on", "soon", typeof(AssessmentAnswerNotADay))]
    [InlineData("height", "40", null)]
    [InlineData("height", "250", null)]
    [InlineData("height", "39.9", typeof(AssessmentAnswerOutOfRange))]
    [InlineData("height", "250.1", typeof(AssessmentAnswerOutOfRange))]
    [InlineData("height", "172,5", typeof(AssessmentAnswerNotANumber))]
    [InlineData("height", "172.55", typeof(AssessmentAnswerNotANumber))]
    [InlineData("height", "1e2", typeof(AssessmentAnswerNotANumber))]
    [InlineData("height", "tall", typeof(AssessmentAnswerNotANumber))]
    public void Save_TakesWhatTheQuestionCanHold(string question, string typed, Type? refusal)
    {
        var draft = Begun();

        Assert.Equal(refusal, draft.Save(new(question, "", typed), _today, _amira).Refusal?.GetType());
        Assert.Equal(refusal is null ? typed : "", draft.ValueOf(question));
    }

    [Theory]
    [InlineData("present", 200)]
    [InlineData("happened", 10_000)]
    public void Words_HaveALimit(string question, int limit)
    {
        Assert.True(Begun().Save(new(question, "", new string('م', limit)), _today, _amira).Succeeded);
        Assert.Equal(new AssessmentAnswerTooLong(limit + 1, limit), Begun().Save(new(question, "", new string('م', limit + 1)), _today, _amira).Refusal);
    }

    [Fact]
    public void Ticks_AreInTheOrderOfTheForm_AndANumberIsWrittenInOneWay()
    {
        var draft = Begun();
        Assert.Equal("frame,rails", Expect.Value(draft.Save(new("needs", "", "rails,frame,rails"), _today, _amira)).Value);
        Assert.Equal("172.5", Expect.Value(draft.Save(new("height", "", " 172.50 "), _today, _amira)).Value);
        Expect.Refused<NotFound, AnswerKept>(draft.Save(new("no-such", "", "x"), _today, _amira));
    }

    [Fact]
    public void TwoWhoAnswerAtOnce_LoseNothing_AndSomebodyChooses()
    {
        var draft = Begun();
        Assert.False(Expect.Value(draft.Save(new("happened", "", "He fell."), _today, _amira)).Clashes);
        Assert.True(Expect.Value(draft.Save(new("happened", "", "He tripped."), _today, _ben)).Clashes);
        Assert.Equal(["He fell.", "He tripped."], draft.Standing("happened").Select(a => a.Value));
        Assert.Equal(1, draft.Progress().Twice);
        Expect.Refused<AssessmentWrittenTwice>(draft.Finish([], 0, _amira));

        var shown = draft.Standing("happened").Select(a => a.Id).ToList();
        // A third came meanwhile: it was not shown, so it is not overruled.
        draft.Save(new("happened", "", "He slipped."), _today, _manager);
        Expect.Done(draft.Choose("happened", shown[1], shown, _amira));
        Assert.Equal(["He tripped.", "He slipped."], draft.Standing("happened").Select(a => a.Value));
        Expect.Refused<AssessmentAnswerChanged>(draft.Choose("happened", shown[0], shown, _amira));
        Expect.Done(draft.Choose("happened", shown[1], [.. draft.Standing("happened").Select(a => a.Id)], _ben));
        Assert.Equal("He tripped.", draft.ValueOf("happened"));
        Assert.Equal(3, draft.Answers.Count(a => a.Question == "happened"));
    }

    [Fact]
    public void TheSameWordsTwice_AreOneAnswer_AndAFieldLeftAloneIsNone()
    {
        var draft = Begun();
        draft.Save(new("happened", "", "He fell."), _today, _amira);
        Assert.False(Expect.Value(draft.Save(new("happened", "", "He fell."), _today, _ben)).Clashes);
        Assert.False(Expect.Value(draft.Save(new("happened", "He fell.", "He fell at night."), _today, _ben)).Clashes);
        // Shown the older words, and left as they were.
        Assert.False(Expect.Value(draft.Save(new("happened", "He fell.", "He fell."), _today, _amira)).Clashes);
        Assert.Equal("He fell at night.", draft.ValueOf("happened"));
        Assert.False(Expect.Value(draft.Save(new("present", "", " "), _today, _amira)).Clashes);
        Assert.Empty(draft.Standing("present"));
        // Cleared in sight of it.
        draft.Save(new("happened", "He fell at night.", ""), _today, _amira);
        Assert.Equal("", draft.ValueOf("happened"));
    }

    [Fact]
    public void FilledIn_ItMustBeLookedAt_ConfirmedOrChanged()
    {
        var draft = Begun();
        draft.Prefill(draft.Form.Find("home")!, "A house with stairs.", _story, _amira);
        draft.Prefill(draft.Form.Find("happened")!, "He fell.", _story, _amira);
        Assert.Equal((0, 2), (draft.Progress().Answered, draft.Progress().ToLookAt));
        Expect.Refused<AssessmentNotLookedAt>(draft.Finish([], 0, _amira));

        Expect.Done(draft.Confirm("home", draft.Standing("home")[0].Id, _ben));
        Expect.Done(draft.Confirm("home", draft.Standing("home")[0].Id, _amira));
        Assert.Equal((_ben.By, AnswerOrigin.Story), (draft.Standing("home")[0].LookedBy, draft.Standing("home")[0].Origin));

        var taken = draft.Standing("happened")[0].Id;
        draft.Save(new("happened", "He fell.", "He fell twice."), _today, _amira);
        Expect.Refused<AssessmentAnswerChanged>(draft.Confirm("happened", taken, _ben));
        Assert.Equal(AnswerOrigin.Written, draft.Standing("happened")[0].Origin);
        Assert.Equal((2, 0), (draft.Progress().Answered, draft.Progress().ToLookAt));
    }

    [Fact]
    public void Question_IsAskedOnlyWhileAnEarlierAnswerNeedsIt()
    {
        var draft = Begun();
        var (asked, what) = (draft.Form.Find("changes")!, draft.Form.Find("changes-what")!);
        Assert.False(draft.IsAsked(what));
        var missing = draft.Progress().Missing;

        draft.Save(new(asked.Id, "", "yes"), _today, _amira);
        Assert.True(draft.IsAsked(what));
        Assert.Equal(missing, draft.Progress().Missing);
        draft.Save(new(what.Id, "", "A rail."), _today, _amira);
        draft.Save(new(asked.Id, "yes", "no"), _today, _amira);
        Assert.False(draft.IsAsked(what));
        Assert.Equal(missing - 1, draft.Progress().Missing);

        // While two answers stand nobody knows.
        draft.Save(new(asked.Id, "", "yes"), _today, _ben);
        Assert.False(draft.IsAsked(what));
    }

    [Fact]
    public void Finish_WithoutWhatIsNeeded_IsRefused()
    {
        var draft = Begun();
        Assert.Equal(new AssessmentNeedsAnswers(draft.Progress().Missing), draft.Finish([], 0, _amira).Refusal);
        draft = Filled();
        // Nobody agrees to what they began or finish themselves, and one counted twice is one.
        Assert.Equal(new AssessmentNeedsApprovers(2), draft.Finish([_amira.By, _manager.By, _manager.By], 2, _ben).Refusal);
        Expect.Done(draft.Finish([_manager.By, Guid.NewGuid()], 2, _ben));
        Assert.Equal(AssessmentStatus.AwaitsApproval, draft.Status);
        Expect.Refused<AssessmentIsNoDraft, AnswerKept>(draft.Save(new("happened", "", "More."), _today, _amira));
        Expect.Refused<AssessmentIsNoDraft>(draft.ReadersAre(CaseAudience.Agency));
    }

    [Fact]
    public void Panel_AllMustAgree_AndOneNoSendsItBackWithAReason()
    {
        var (draft, second) = (Filled(), new Stamp(Guid.NewGuid(), _manager.At.AddMinutes(1)));
        Expect.Done(draft.Finish([_manager.By, second.By], 2, _amira));
        Expect.Refused<NotAskedToApprove>(draft.Answer(true, null, _amira));
        Expect.Done(draft.Answer(true, null, _manager));
        Expect.Refused<NotAskedToApprove>(draft.Answer(true, null, _manager));
        Assert.Equal(AssessmentStatus.AwaitsApproval, draft.Status);
        Expect.Refused<AssessmentNeedsReason>(draft.Answer(false, " ", second));
        Expect.Refused<AssessmentNeedsReason>(draft.Answer(false, new string('x', 1_001), second));
        Expect.Done(draft.Answer(false, "Measure the door.", second));
        Assert.Equal(AssessmentStatus.Draft, draft.Status);
        Assert.Empty(draft.PendingApprovals);

        Expect.Done(draft.Finish([_manager.By], 1, _amira));
        Expect.Done(draft.Answer(true, null, _manager));
        Assert.Equal((AssessmentStatus.Finished, (Guid?)_manager.By), (draft.Status, draft.FinishedBy));
        Assert.Equal(
            [
                AssessmentTurnKind.Started, AssessmentTurnKind.ApprovalAsked, AssessmentTurnKind.Agreed, AssessmentTurnKind.SentBack,
                AssessmentTurnKind.ApprovalAsked, AssessmentTurnKind.Agreed, AssessmentTurnKind.Finished
            ],
            draft.Turns.Select(t => t.Kind));
    }

    [Fact]
    public void Abandoned_ItSaysWhy()
    {
        var draft = Begun();
        Expect.Refused<AssessmentNeedsReason>(draft.Abandon("", _amira));
        Expect.Refused<AssessmentNeedsReason>(draft.Abandon(new string('x', 1_001), _amira));
        Expect.Done(draft.Abandon("He does not want it.", _amira));
        Assert.Equal("He does not want it.", draft.Turns[^1].Words);
    }

    private static Assessment In(AssessmentStatus status)
    {
        var assessment = Filled();
        switch (status)
        {
            case AssessmentStatus.AwaitsApproval: Expect.Done(assessment.Finish([_manager.By], 1, _amira)); break;
            case AssessmentStatus.Finished: Expect.Done(assessment.Finish([], 0, _amira)); break;
            case AssessmentStatus.Abandoned: Expect.Done(assessment.Abandon("He died.", _amira)); break;
        }

        Assert.Equal(status, assessment.Status);

        return assessment;
    }

    private static Assessment Filled()
    {
        var assessment = Begun();
        while (assessment.Form.Questions.FirstOrDefault(q => q.Required && assessment.IsAsked(q) && assessment.ValueOf(q.Id).Length == 0) is { } next)
        {
            Expect.Value(assessment.Save(new(next.Id, "", Assessed.AnAnswer(next, _today)), _today, _amira));
        }

        return assessment;
    }

    private static Assessment Begun() => Assessment.Start(
        Expect.Value(CaseFile.Open(Guid.NewGuid(), Guid.NewGuid(), "Home safely", "leads", _amira)), Guid.NewGuid(), AssessmentForms.Find("home-and-therapy")!, _amira);
}
