using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <summary>
/// Begins an assessment with what is known already and the worker may use: the last finished one of the same form about the same person,
/// and where that says nothing, the parts of the story that the worker may read. Each such answer says where it is from, and waits to be
/// looked at.
/// </summary>
public sealed class StartAssessment(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<Guid>> ExecuteAsync(Guid caseId, string formId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InCaseAsync<Guid>(door, caseId, actor, async (database, opened) =>
        {
            var (file, resident, today) = (opened.Entity, opened.Resident, clock.Today());
            if (actor.AgencyId is not { } agency || AssessmentForms.Find(formId) is not { } form)
            {
                return NotFound.Instance;
            }

            if (!file.Status.IsLive())
            {
                return new CaseIsClosed();
            }

            var kind = await database.Agencies.Where(a => a.Id == agency).Select(a => a.Kind).SingleAsync(cancellationToken);
            if (!form.IsFor(kind, Birthday.Age(resident.BirthDate, today)))
            {
                return new AssessmentNotForThem();
            }

            var before = await door.AssessmentsOfPersonAsync(database, opened, cancellationToken);
            if (before.Any(a => a.CaseFileId == caseId && a.AgencyId == agency && a.FormId == formId && a.Status.IsOpen()))
            {
                return new AssessmentIsBegun();
            }

            var stamp = actor.At(clock.UtcNow());
            var started = Assessment.Start(file, agency, form, stamp);
            var parts = opened.MayReadOfStory;
            var last = before.Where(a => a.FormId == formId && a.Status is AssessmentStatus.Finished).MaxBy(a => a.FinishedAt);
            var story = await StoryAsync(database, opened, form, cancellationToken);
            foreach (var question in form.Questions)
            {
                if (Known(question, last, parts, story, today) is var (value, from))
                {
                    started.Prefill(question, value, from, stamp);
                }
            }

            door.Admit(database, resident, started);
            // Two who begin the same one at once meet here.
            database.Touch(file);

            return started.Id;
        }, cancellationToken);

    private static (string Value, TakenFrom From)? Known(
        AssessmentQuestion question, Assessment? last, IReadOnlyList<StoryPartKind> parts, IReadOnlyList<ConfirmedPart> story, DateOnly today) =>
        FromLast(question, last, parts, today) ?? FromStory(question, story, today);

    /// <summary>What the form of today cannot hold any more is asked again.</summary>
    private static (string, TakenFrom)? FromLast(AssessmentQuestion question, Assessment? last, IReadOnlyList<StoryPartKind> parts, DateOnly today) =>
        !question.AskAgain && last?.Standing(question.Id) is [{ Value.Length: > 0 } answer] && last.Form.Find(question.Id) is { } then && last.IsAsked(then)
            && (answer.Part is not { } part || parts.Contains(part)) && AssessmentValues.Read(question, answer.Value, today).Value == answer.Value
            ? (answer.Value, new TakenFrom(AnswerOrigin.LastAssessment, last.FinishedAt!.Value, last.FinishedBy, answer.Part))
            : null;

    internal static (string, TakenFrom)? FromStory(AssessmentQuestion question, IReadOnlyList<ConfirmedPart> story, DateOnly today)
    {
        var told = (question.FromStory ?? []).Select(StoryQuestions.Find).OfType<StoryQuestion>()
            .SelectMany(asked => story.Where(p => p.Part == asked.Part).SelectMany(p => p.Words.Where(w => w.Question == asked.Key), (part, words) => (part, words.Text)))
            .ToList();
        var text = string.Join("\n\n", told.Select(t => t.Text));

        return text.Length > 0 && AssessmentValues.Read(question, text, today).Succeeded
            ? (text, new TakenFrom(AnswerOrigin.Story, told.Max(t => t.part.ConfirmedAt), null, told[0].part.Part))
            : null;
    }

    /// <summary>Opening the story is a look at it, so it is opened only by who may read it and for a form that uses it.</summary>
    private async Task<IReadOnlyList<ConfirmedPart>> StoryAsync(
        GmConnectDbContext database, Opened<CaseFile> opened, AssessmentForm form, CancellationToken cancellationToken)
    {
        if (form.Questions.All(q => q.FromStory is null) || opened.MayReadOfStory.Count == 0)
        {
            return [];
        }

        var story = await door.OpenStoryAsync(database, opened.Resident.Id, opened.Asking with { Act = Act.Read }, cancellationToken);

        return story.Succeeded ? story.Value.Entity : [];
    }
}
