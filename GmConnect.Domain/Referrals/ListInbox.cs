using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="PermittedUntil">The end of the permission that shows it; nothing when no permission does.</param>
public sealed record InboxRow(
    Guid ReferralId, string Reference, string Name, DateOnly BirthDate, Purpose Purpose, DateTime ReceivedAt, ReferralStatus Status, Priority? Priority, Guid? CaseId, DateTime? PermittedUntil);

public sealed record WithdrawnNotice(Guid NoticeId, string Reference, DateTime At, WithdrawalAnswer? Answer, string? Law);

/// <param name="HasMore">There are older ones than fit.</param>
public sealed record Inbox(IReadOnlyList<InboxRow> Rows, bool HasMore, IReadOnlyList<WithdrawnNotice> Withdrawn);

/// <summary>What families handed to the worker's agency: what must be answered first, most urgent and oldest first. What nobody has triaged yet comes right after what is for today.</summary>
public sealed class ListInbox(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int Length = 100;

    public static readonly TimeSpan EndingWithin = TimeSpan.FromDays(30);

    private static readonly TimeSpan _noticesFor = TimeSpan.FromDays(14);

    /// <param name="answered">False for what still waits for an answer, true for what was answered.</param>
    /// <param name="view">The open page.</param>
    public Task<Inbox> ExecuteAsync(Actor actor, bool answered, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            var referrals = await door.ListAsync<Referral>(
                database, rows => PreFilter(rows, actor, answered), Length, Asking.ToRead(actor, view), cancellationToken);
            var since = clock.UtcNow() - _noticesFor;
            var notices = await database.AgencyNotices.AsNoTracking()
                .Where(n => n.AgencyId == actor.AgencyId && (n.At >= since || n.Answer == null || n.Answer == WithdrawalAnswer.Acknowledged))
                .OrderByDescending(n => n.At)
                .Take(20)
                .Select(n => new WithdrawnNotice(n.Id, n.ReferralReference, n.At, n.Answer, n.Law))
                .ToListAsync(cancellationToken);

            return new Inbox(
                [.. referrals.Rows.Select(Row)],
                referrals.HasMore,
                notices);
        }, cancellationToken);

    /// <summary>What the agency works on under a permission that ends within <see cref="EndingWithin"/>: somebody asks the family whether it should go on.</summary>
    public Task<Inbox> EndingAsync(Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            var soon = clock.UtcNow() + EndingWithin;
            var referrals = await door.ListAsync<Referral>(
                database,
                rows => door.EndingBefore(database, rows.Where(r => r.AgencyId == actor.AgencyId && r.Status != ReferralStatus.Refused), soon),
                Length,
                Asking.ToRead(actor, view),
                cancellationToken);

            return new Inbox([.. referrals.Rows.Select(Row).OrderBy(r => r.PermittedUntil)], referrals.HasMore, []);
        }, cancellationToken);

    private static InboxRow Row(Opened<Referral> r) => new(
        r.Entity.Id, r.Entity.Reference, r.Resident.FullName, r.Resident.BirthDate, r.Entity.Purpose, r.Entity.ReceivedAt, r.Entity.Status,
        r.Entity.Priority, r.Entity.CaseId, r.PermittedUntil);

    private static IQueryable<Referral> PreFilter(IQueryable<Referral> rows, Actor actor, bool answered)
    {
        var own = rows.Where(r => r.AgencyId == actor.AgencyId);

        return answered
            ? own.Where(r => r.Status == ReferralStatus.Accepted || r.Status == ReferralStatus.Refused)
                .OrderByDescending(r => r.AnsweredAt).ThenBy(r => r.Id)
            : own.Where(r => r.Status == ReferralStatus.New || r.Status == ReferralStatus.Triaged)
                // What nobody has looked at yet may be urgent, so it comes before all that is known not to be.
                .OrderBy(r => r.Priority == Priority.Today ? 0
                    : r.Priority == null ? 1
                    : r.Priority == Priority.WithinThreeDays ? 2
                    : r.Priority == Priority.WithinTwoWeeks ? 3
                    : 4)
                .ThenBy(r => r.ReceivedAt).ThenBy(r => r.Id);
    }
}
