using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Stories;

public sealed record AnswerShown(Guid Id, string Text, DateTime At, string By, bool IsTooLong);

/// <summary>One question as it stands. Two answers mean that two people wrote at once.</summary>
public sealed record QuestionShown(StoryQuestion Question, IReadOnlyList<AnswerShown> Answers)
{
    public string Text => Answers.Count > 0 ? Answers[^1].Text : "";

    public bool IsAnswered => Text.Length > 0;

    public bool NeedsAChoice => Answers.Count > 1;

    public bool IsTooLong => Answers.Any(a => a.IsTooLong);
}

public sealed record PartShown(StoryPartKind Part, IReadOnlyList<QuestionShown> Questions, DateTime? ConfirmedAt, bool ChangedSinceConfirmed)
{
    public int Answered => Questions.Count(q => q.IsAnswered);
}

/// <param name="Reference">Nothing until the story is first confirmed.</param>
/// <param name="MayWrite">The reader may answer and confirm.</param>
/// <param name="MayShare">The reader may give permissions.</param>
/// <param name="SeesMore">The reader may read permissions, the plan and the log too; not so for who acts in some parts alone.</param>
public sealed record StoryShown(
    WhoItIs Who, string? Reference, DateTime? LastConfirmedAt, IReadOnlyList<PartShown> Parts, bool MayWrite, bool MayShare, bool SeesMore)
{
    /// <summary>Nothing where the reader does not reach its part.</summary>
    public QuestionShown? Find(StoryQuestion question) =>
        Parts.SelectMany(p => p.Questions).SingleOrDefault(q => q.Question == question);
}

/// <summary>A resident's story as its family is writing it, drafts included. A story not begun is shown empty.</summary>
public sealed class ReadStory(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<StoryShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StoryShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, Purpose.OwnRecord);
            var entered = await door.EnterAsync(database, residentId, DataCategory.StoryDraft, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var story = (await door.RowsOfAsync<Story>(database, entered.Value, cancellationToken)).SingleOrDefault();
            var writers = story?.Answers.Select(a => a.By).Distinct().ToList() ?? [];
            var names = await database.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

            return new StoryShown(
                WhoItIs.For(entered.Value),
                story?.LastConfirmedAt is null ? null : story.Reference,
                story?.LastConfirmedAt,
                [.. entered.Value.Decision.Parts.Select(part => Show(part, story, names))],
                entered.Value.May(Act.Write, DataCategory.StoryDraft),
                entered.Value.May(Act.Write, DataCategory.Consent),
                entered.Value.May(Act.Read, DataCategory.Consent));
        }, cancellationToken);

    private static PartShown Show(StoryPartKind part, Story? story, Dictionary<Guid, string> names)
    {
        var questions = StoryQuestions.Of(part)
            .Select(q => new QuestionShown(q, [.. (story?.Standing(q.Key) ?? []).Select(a =>
                new AnswerShown(a.Id, a.Text, a.At, names.GetValueOrDefault(a.By, ""), a.IsTooLong))]))
            .ToList();
        var latest = story?.Latest(part);
        var words = questions.Where(q => q.IsAnswered).Select(q => new StoryWords(q.Question.Key, q.Text)).ToList();

        return new PartShown(part, questions, latest?.ConfirmedAt, latest is null ? words.Count > 0 : !latest.SaysTheSameAs(words));
    }
}
