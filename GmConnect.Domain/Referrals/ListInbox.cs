using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="PermittedUntil">The end of the permission that shows it; nothing when no permission does.</param>
public sealed record InboxRow(
    Guid ReferralId, string Reference, string Name, DateOnly BirthDate, Purpose Purpose, DateTime ReceivedAt, ReferralStatus Status, TriageLevel? Level, Guid? CaseId, DateTime? PermittedUntil,
    ClockShown Clock, Guid? TeamId, Guid? AssignedTo, string? AssignedName, bool AwaitsSecond);

/// <summary>A referral's clock on a page.</summary>
/// <param name="Used">What of its time is used up, from 0; nothing once it is answered.</param>
/// <param name="Paused">Why it stands still; nothing while it runs.</param>
public sealed record ClockShown(DateTime? DueAt, DateTime? WarnsOn, double? Used, PauseReason? Paused)
{
    internal static ClockShown Of(Referral referral, DateTime now) => new(referral.DueAt, referral.WarnsOn, referral.ClockUsed(now), referral.Pause?.Reason);
}

public sealed record WithdrawnNotice(Guid NoticeId, string Reference, DateTime At, WithdrawalAnswer? Answer, string? Law);

/// <param name="HasMore">There are older ones than fit.</param>
public sealed record Inbox(IReadOnlyList<InboxRow> Rows, bool HasMore, IReadOnlyList<WithdrawnNotice> Withdrawn);

/// <summary>What was handed to the worker's agency: what must be answered first comes first, the top level before all, then by the clock.</summary>
public sealed class ListInbox(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int Length = 300;

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
                await RowsAsync(database, referrals.Rows, cancellationToken),
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
                rows => door.EndingBefore(database, rows.Where(r => r.AgencyId == actor.AgencyId && r.EndedAt == null), soon),
                Length,
                Asking.ToRead(actor, view),
                cancellationToken);

            return new Inbox([.. (await RowsAsync(database, referrals.Rows, cancellationToken)).OrderBy(r => r.PermittedUntil)], referrals.HasMore, []);
        }, cancellationToken);

    private async Task<IReadOnlyList<InboxRow>> RowsAsync(
        GmConnectDbContext database, IReadOnlyList<Opened<Referral>> rows, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var holders = rows.Select(r => r.Entity.AssignedTo).OfType<Guid>().Distinct().ToList();
        var names = await database.Accounts.AsNoTracking().Where(a => holders.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

        return [.. rows.Select(r => new InboxRow(
            r.Entity.Id, r.Entity.Reference, r.Resident.FullName, r.Resident.BirthDate, r.Entity.Purpose, r.Entity.ReceivedAt, r.Entity.Status,
            r.Entity.Level, r.Entity.CaseId, r.PermittedUntil, ClockShown.Of(r.Entity, now), r.Entity.TeamId, r.Entity.AssignedTo,
            r.Entity.AssignedTo is { } holder ? names[holder] : null, r.Entity.LatestTriage?.AwaitsSecond == true))];
    }

    private static IQueryable<Referral> PreFilter(IQueryable<Referral> rows, Actor actor, bool answered)
    {
        var own = rows.Where(r => r.AgencyId == actor.AgencyId);

        return answered
            ? own.Where(r => r.Status == ReferralStatus.Accepted).OrderByDescending(r => r.AnsweredAt).ThenBy(r => r.Id)
            : own.Where(r => r.Status == ReferralStatus.New || r.Status == ReferralStatus.Triaged || r.Status == ReferralStatus.MoreAsked)
                .OrderBy(r => r.Level == TriageLevel.P1 ? 0 : r.DueAt == null ? 2 : 1)
                .ThenBy(r => r.DueAt).ThenBy(r => r.ReceivedAt).ThenBy(r => r.Id);
    }
}
