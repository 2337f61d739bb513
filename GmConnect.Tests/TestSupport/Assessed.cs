using GmConnect.Domain.Assessments;
using GmConnect.Domain.Common;

namespace GmConnect.Tests.TestSupport;

/// <summary>Assessments as a worker fills them in, answer by answer.</summary>
public static class Assessed
{
    public static async Task<Guid> StartAssessmentAsync(this Scene scene, Guid caseId, Actor by, string form = "home-and-therapy") =>
        Expect.Value(await scene.The<StartAssessment>().ExecuteAsync(caseId, form, by));

    public static async Task<AssessmentShown> ReadAssessmentAsync(this Scene scene, Guid caseId, Guid assessment, Actor by) =>
        Expect.Value(await scene.The<ReadAssessment>().ExecuteAsync(caseId, assessment, by, Guid.NewGuid()));

    /// <summary>Somebody who was shown what stands writes something else.</summary>
    public static async Task<AnswerKept> AnswerAsync(
        this Scene scene, Guid caseId, Guid assessment, string question, string wanted, Actor by, string? firstShown = null) =>
        Expect.Value(await scene.The<FillAssessment>().SaveAsync(
            caseId, assessment,
            new AnswerEdit(question, firstShown ?? (await scene.ReadAssessmentAsync(caseId, assessment, by)).Find(question).Value, wanted), by));

    /// <summary>Confirms what was filled in and answers what finishing needs.</summary>
    public static Task FillAsync(this Scene scene, Guid caseId, Guid assessment, Actor by) =>
        FillAsync(scene.The<ReadAssessment>(), scene.The<FillAssessment>(), caseId, assessment, by, scene.World.Clock.Today());

    public static async Task FillAsync(ReadAssessment read, FillAssessment fill, Guid caseId, Guid assessment, Actor by, DateOnly today)
    {
        while (Expect.Value(await read.ExecuteAsync(caseId, assessment, by, Guid.NewGuid())) is { Progress: var left } shown && left.Missing + left.ToLookAt > 0)
        {
            foreach (var question in shown.Sections.SelectMany(s => s.Questions).Where(q => q.IsAsked))
            {
                if (question.Answers is [{ MustBeLookedAt: true } taken])
                {
                    Expect.Done(await fill.ConfirmAsync(caseId, assessment, question.Question.Id, taken.AnswerId, by));
                }
                else if (question.Question.Required && question.Value.Length == 0)
                {
                    Expect.Value(await fill.SaveAsync(caseId, assessment, new AnswerEdit(question.Question.Id, "", AnAnswer(question.Question, today)), by));
                }
            }
        }
    }

    public static async Task<Outcome> FinishAsync(this Scene scene, Guid caseId, Guid assessment, Actor by, params Guid[] approvers) =>
        await scene.The<FinishAssessment>().ExecuteAsync(caseId, assessment, new FinishingTyped(approvers, "Agrees"), by);

    public static QuestionRead Find(this AssessmentShown shown, string question) =>
        shown.Sections.SelectMany(s => s.Questions).Single(q => q.Question.Id == question);

    public static string AnAnswer(AssessmentQuestion question, DateOnly today) => question.Kind switch
    {
        AnswerKind.OneOf or AnswerKind.SomeOf => question.Choices![0].Id,
        AnswerKind.YesNo => AssessmentValues.No,
        AnswerKind.Date => $"{today:yyyy-MM-dd}",
        AnswerKind.Number => $"{question.Least}",
        _ => $"What was found: {question.Id}."
    };
}
