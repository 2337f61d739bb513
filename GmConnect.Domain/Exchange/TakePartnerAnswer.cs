using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>Accepted: somebody acts on it. Done and refused end it.</summary>
public enum PartnerAnswer
{
    Accepted,
    Refused,
    Done
}

public sealed record PartnerAnswerTooLate : Refusal;

/// <summary>
/// A partner answers one event, with the token that came with it, within 30 days. It may come before the reply to our request,
/// or instead of it: then the message is not sent again. Nothing follows a cancelling.
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
            if (message is null or { Status: MessageStatus.Cancelled } or { Status: MessageStatus.Waiting, Attempts: 0 })
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            if (now > message.WrittenAt + options.Value.AnswersFor)
            {
                return new PartnerAnswerTooLate();
            }

            message.Take(answer, reason, now);
            database.RemoveRange(await database.Set<OutboxBody>().Where(b => b.MessageId == message.Id).ToListAsync(cancellationToken));
            database.TellAfterCommit(Topics.Resident(message.ResidentId));

            return Outcome.Done;
        }, cancellationToken);
}
