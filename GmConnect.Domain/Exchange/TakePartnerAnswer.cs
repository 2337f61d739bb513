using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

public enum PartnerAnswer
{
    Accepted,
    Refused,
    Done
}

public sealed record PartnerAnswerTooLate : Refusal;

/// <summary>
/// A partner answers one event, with the token that came with it, within 30 days. The same answer twice is one; a later one
/// replaces an earlier one, except that nothing follows a cancelling.
/// </summary>
public sealed class TakePartnerAnswer(
    IDbContextFactory<GmConnectDbContext> databases, IOptions<ExchangeOptions> options, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(
        string token, PartnerAnswer answer, string? reason, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var hash = Outbox.HashOf(token);
            var message = await database.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.AnswerTokenHash == hash, cancellationToken);
            if (message is null || message.Attempts == 0 && message.Status is not MessageStatus.Sending || message.Status is MessageStatus.Cancelled)
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            if (now > message.WrittenAt + options.Value.AnswersFor)
            {
                return new PartnerAnswerTooLate();
            }

            message.Status = answer switch
            {
                PartnerAnswer.Accepted => MessageStatus.Acting,
                PartnerAnswer.Done => MessageStatus.Done,
                _ => MessageStatus.RefusedByPartner
            };
            message.PartnerReason = answer is PartnerAnswer.Refused ? PartnerReply.ReasonOf(reason) : null;
            message.SettledAt = now;
            database.RemoveRange(await database.Set<OutboxBody>().Where(b => b.MessageId == message.Id).ToListAsync(cancellationToken));
            database.TellAfterCommit(Topics.Resident(message.ResidentId));

            return Outcome.Done;
        }, cancellationToken);
}
