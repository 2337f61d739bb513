using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Exchange;

/// <summary>What an operator sees of a message: the envelope, and nothing of whom or what it is about.</summary>
public sealed record Envelope(
    Guid MessageId, string Agency, MessageKind Kind, MessageStatus Status, DateTime WrittenAt, int Attempts, DateTime NextAttemptAt, string? LastFailure)
{
    /// <summary>The latest time somebody sent it again by hand.</summary>
    public ResendingShown? Resent { get; init; }
}

public sealed record ResendingShown(string By, DateTime At);

public sealed record PartnerLine(Guid AgencyId, string Agency, int Waiting, int Dead, DateTime? OldestWaiting);

public sealed record ExchangeShown(IReadOnlyList<PartnerLine> Partners, IReadOnlyList<Envelope> Dead, IReadOnlyList<Envelope> Retrying);

public sealed record MessageNotDead : Refusal;

/// <summary>The administrator's view of the exchange, and sending a dead letter again.</summary>
public sealed class ListMessages(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int Length = 200;

    public async Task<Outcome<ExchangeShown>> ExecuteAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (actor.Role is not Role.Administrator)
        {
            return NotFound.Instance;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var messages = database.Set<OutboxMessage>().AsNoTracking();
        var counted = await messages
            .Where(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Sending || m.Status == MessageStatus.Dead)
            .GroupBy(m => new { m.AgencyId, IsDead = m.Status == MessageStatus.Dead })
            .Select(g => new { g.Key.AgencyId, g.Key.IsDead, Count = g.Count(), Oldest = g.Min(m => m.WrittenAt) })
            .ToListAsync(cancellationToken);
        var partners = await (
            from partner in database.PartnerSystems.AsNoTracking()
            join agency in database.Agencies on partner.AgencyId equals agency.Id
            orderby agency.Name
            select new { agency.Id, agency.Name }).ToListAsync(cancellationToken);

        return new ExchangeShown(
            [.. partners.Select(p => new PartnerLine(
                p.Id,
                p.Name,
                counted.Where(c => c.AgencyId == p.Id && !c.IsDead).Sum(c => c.Count),
                counted.Where(c => c.AgencyId == p.Id && c.IsDead).Sum(c => c.Count),
                counted.Where(c => c.AgencyId == p.Id && !c.IsDead).Select(c => (DateTime?)c.Oldest).Min()))],
            await EnvelopesAsync(database, messages.Where(m => m.Status == MessageStatus.Dead), cancellationToken),
            await EnvelopesAsync(database, messages.Where(m => m.Status == MessageStatus.Waiting && m.Attempts > 0), cancellationToken));
    }

    public Task<Outcome> ResendAsync(Guid messageId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var message = actor.Role is Role.Administrator
                ? await database.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == messageId, cancellationToken)
                : null;
            if (message is null)
            {
                return NotFound.Instance;
            }

            var resending = message.SendAgain(actor.At(clock.UtcNow()));
            if (!resending.Succeeded)
            {
                return resending.Refusal;
            }

            database.Add(resending.Value);
            database.TellAfterCommit(Topics.Outbox);
            database.TellAfterCommit(Topics.Exchange);

            return Outcome.Done;
        }, cancellationToken);

    private static async Task<IReadOnlyList<Envelope>> EnvelopesAsync(
        GmConnectDbContext database, IQueryable<OutboxMessage> messages, CancellationToken cancellationToken) =>
        await (
            from message in messages.OrderByDescending(m => m.WrittenAt).Take(Length)
            join agency in database.Agencies on message.AgencyId equals agency.Id
            orderby message.WrittenAt descending
            select new Envelope(
                message.Id, agency.Name, message.Kind, message.Status, message.WrittenAt, message.Attempts, message.NextAttemptAt, message.LastFailure)
            {
                Resent = (
                    from resending in database.Set<Resending>()
                    join account in database.Accounts on resending.By equals account.Id
                    where resending.MessageId == message.Id
                    orderby resending.At descending
                    select new ResendingShown(account.DisplayName, resending.At)).FirstOrDefault()
            })
            .ToListAsync(cancellationToken);
}
