using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>One line of the desk. It names the worker and the agency; whose record it is only who opens it sees.</summary>
public sealed record MatterRow(
    Guid MatterId,
    string Reference,
    MatterKind Kind,
    ReviewReason? Reason,
    string? Agency,
    string? Worker,
    DateTime OpenedAt,
    DateTime DueAt,
    bool IsOverdue,
    bool IsEscalated,
    Finding? Finding,
    DateTime? ClosedAt,
    DateOnly? KeptUntil)
{
    internal static MatterRow Of(Matter matter, string? agency, string? worker, DateTime now) => new(
        matter.Id, matter.Reference, matter.Kind, matter.Reason, agency, worker, matter.OpenedAt, matter.DueAt,
        matter.IsOverdue(now), matter.EscalatedAt is not null, matter.Finding, matter.ClosedAt, matter.KeptUntil);
}

public sealed record Desk(IReadOnlyList<MatterRow> Rows, bool HasMore);

/// <summary>What is on the guardian's desk, soonest due first; a governance lead sees what is about their own agency.</summary>
public sealed class ListMatters(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int Length = 100;

    /// <param name="closed">What was closed lately, in place of what is open.</param>
    public Task<Desk> ExecuteAsync(Actor actor, bool closed, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            var now = clock.UtcNow();
            var matters = await door.ListAsync<Matter>(
                database, rows => PreFilter(rows, actor, closed, now), Length, new Asking(actor, Purpose.Oversight, Act.Read, View: view), cancellationToken);
            var accounts = matters.Rows.Select(m => m.Entity.AboutAccountId).OfType<Guid>().Distinct().ToList();
            var workers = await database.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var ids = matters.Rows.Select(m => m.Entity.AgencyId).OfType<Guid>().Distinct().ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

            return new Desk(
                [.. matters.Rows.Select(m => m.Entity).Select(m => MatterRow.Of(
                    m,
                    m.AgencyId is { } agency ? agencies.GetValueOrDefault(agency) : null,
                    m.AboutAccountId is { } worker ? workers.GetValueOrDefault(worker) : null,
                    now))],
                matters.HasMore);
        }, cancellationToken);

    private static IQueryable<Matter> PreFilter(IQueryable<Matter> rows, Actor actor, bool closed, DateTime now)
    {
        var theirs = actor.Role is Role.DataGuardian ? rows : rows.Where(m => m.AgencyId == actor.AgencyId);
        var since = now - Matter.StaysFor;

        return closed
            ? theirs.Where(m => m.ClosedAt != null && m.ClosedAt > since).OrderByDescending(m => m.ClosedAt).ThenBy(m => m.Id)
            : theirs.Where(m => m.ClosedAt == null).OrderBy(m => m.DueAt).ThenBy(m => m.Id);
    }
}
