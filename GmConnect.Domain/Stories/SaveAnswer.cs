using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Stories;

/// <param name="Seen">The answer the page showed; nothing when it showed none.</param>
/// <param name="Settles">The writer saw these answers side by side, and the words typed are to stand in place of them.</param>
public sealed record AnswerTyped(string Question, string? Text, Guid? Seen, IReadOnlyCollection<Guid>? Settles = null);

/// <param name="AnswerId">Nothing when an empty page was continued.</param>
public sealed record AnswerSaved(Guid? AnswerId, bool NeedsAChoice, int Length)
{
    public bool IsTooLong => Length > Story.AnswerMaxLength;
}

/// <summary>
/// Saves one answer as a draft, whatever its length: an answer over the limit is kept, and said to be too long.
/// The same words posted twice are saved once.
/// </summary>
public sealed class SaveAnswer(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<AnswerSaved>> ExecuteAsync(
        Guid residentId, AnswerTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<AnswerSaved>>(async database =>
        {
            if (StoryQuestions.Find(typed.Question) is not { } question)
            {
                return NotFound.Instance;
            }

            var entered = await door.EnterAsync(
                database, residentId, DataCategory.StoryDraft, Asking.ToWrite(actor, Purpose.OwnRecord), [question.Part], cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var story = (await door.RowsOfAsync<Story>(database, entered.Value, cancellationToken)).SingleOrDefault();
            if (story is null)
            {
                story = new Story { ResidentId = residentId, Reference = Reference.New() };
                door.Admit(database, entered.Value.Resident, story);
            }

            if (story.WouldSaveNothing(question, typed.Text, typed.Settles is not null || typed.Seen is not null))
            {
                return new AnswerSaved(null, story.Standing(question.Key).Count > 1, 0);
            }

            var stamp = actor.At(clock.UtcNow());
            var answer = typed.Settles is { } shown
                ? story.Settle(question, typed.Text, shown, stamp)
                : story.Save(question, typed.Text, typed.Seen, stamp);
            database.Touch(story);

            return new AnswerSaved(answer.Id, story.Standing(question.Key).Count > 1, answer.Text.Length);
        }, cancellationToken);
}
