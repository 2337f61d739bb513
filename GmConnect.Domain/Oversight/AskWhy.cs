using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

public sealed record QuestionAsked(string Reference, DateTime DueAt);

/// <summary>
/// The resident, or who acts for them, asks why somebody looked. It goes to the data guardian, who answers by a day. Asking twice
/// about one look is one question.
/// </summary>
public sealed class AskWhy(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int WordsMaxLength = 2_000;

    public Task<Outcome<QuestionAsked>> ExecuteAsync(
        Guid residentId, Guid entryId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionAsked>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var log = await door.EnterAsync(
                database, residentId, DataCategory.AccessLog, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!log.Succeeded)
            {
                return log.Refusal;
            }

            var entry = (await door.ShownOfAsync(database, log.Value, rows => rows.Where(e => e.Id == entryId), cancellationToken)).SingleOrDefault();
            if (entry is null)
            {
                return NotFound.Instance;
            }

            var asked = (await door.RowsOfAsync<Matter>(database, entered.Value, cancellationToken))
                .FirstOrDefault(m => m.Kind is MatterKind.Question && m.EntryId == entryId);
            if (asked is not null)
            {
                return new QuestionAskedAlready(asked.Reference);
            }

            var question = PlainText.Clean(words);
            switch (question.Length)
            {
                case 0: return new QuestionNeedsWords();
                case > WordsMaxLength: return new QuestionTooLong(question.Length, WordsMaxLength);
            }

            var now = clock.UtcNow();
            var matter = new Matter
            {
                Reference = Reference.New(),
                ResidentId = residentId,
                Kind = MatterKind.Question,
                AgencyId = entry.AgencyId,
                AboutAccountId = entry.Role is Role.PartnerSystem ? null : entry.AccountId,
                EntryId = entry.Id,
                OpenedAt = now,
                OpenedBy = actor.AccountId,
                Words = question,
                DueAt = DueDays.For(MatterKind.Question, null, now)
            };
            door.Admit(database, entered.Value.Resident, matter);
            database.TellAfterCommit(Topics.Desk);

            return new QuestionAsked(matter.Reference, matter.DueAt);
        }, cancellationToken);
}
