using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>
/// Reads what workers looked at since it last ran and puts on the desk what must be reviewed: <see cref="ReviewRules"/>. It goes
/// back a little each time, for entries saved late, and raises nothing twice.
/// </summary>
public sealed class RaiseReviews(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int BatchSize = 500;

    private static readonly TimeSpan _savedLate = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _firstTime = TimeSpan.FromDays(1);

    /// <returns>How many reviews were raised.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var until = clock.UtcNow();
        var from = await BeginAsync(until, cancellationToken);
        for (var (raised, read) = (0, 0); ;)
        {
            var (count, more) = await databases.InOneSaveAsync(
                database => RaiseAsync(database, from, until, read, cancellationToken), cancellationToken);
            raised += count;
            read += BatchSize;
            if (!more)
            {
                return raised;
            }
        }
    }

    private async Task<DateTime> BeginAsync(DateTime until, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mark = await database.Watermarks.AsNoTracking().SingleOrDefaultAsync(w => w.Name == nameof(RaiseReviews), cancellationToken);

        return (mark?.At ?? until - _firstTime) - _savedLate;
    }

    /// <summary>The mark moves with the last batch only: killed before, the next run reads them again and raises nothing twice.</summary>
    private static async Task<(int Raised, bool More)> RaiseAsync(
        GmConnectDbContext database, DateTime from, DateTime until, int read, CancellationToken cancellationToken)
    {
        var entries = await database.Set<AccessEntry>().AsNoTracking()
            .Where(e => e.At > from && e.At <= until && e.AgencyId != null && e.Role != Role.PartnerSystem && e.Role != Role.GovernanceLead
                && (e.Kind == AccessKind.Looked || e.Kind == AccessKind.Changed || e.Kind == AccessKind.Searched))
            .OrderBy(e => e.At).ThenBy(e => e.Id)
            .Skip(read).Take(BatchSize)
            .ToListAsync(cancellationToken);
        var more = entries.Count == BatchSize;
        if (!more)
        {
            await Watermark.MoveAsync(database, nameof(RaiseReviews), until, cancellationToken);
        }

        var raised = await ReviewAsync(database, entries, until, cancellationToken);
        if (raised > 0)
        {
            database.TellAfterCommit(Topics.Desk);
        }

        return (raised, more);
    }

    private static async Task<int> ReviewAsync(
        GmConnectDbContext database, List<AccessEntry> entries, DateTime now, CancellationToken cancellationToken)
    {
        var workerIds = entries.Select(e => e.AccountId).Distinct().ToList();
        var workers = await database.Accounts.AsNoTracking().Where(a => workerIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var residentIds = entries.Select(e => e.ResidentId)
            .Concat(workers.Values.Select(w => w.OwnRecordId).OfType<Guid>()).Distinct().ToList();
        var residents = await database.Set<Resident>().AsNoTracking().Where(r => residentIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var linked = (await database.Accounts.AsNoTracking()
            .Where(a => a.OwnRecordId != null && residentIds.Contains(a.OwnRecordId.Value))
            .Select(a => new { a.OwnRecordId, a.AgencyId }).ToListAsync(cancellationToken)).ToLookup(a => a.OwnRecordId!.Value, a => a.AgencyId);
        var since = now - ReviewRules.NotAgainFor;
        var known = (await database.Set<Matter>().AsNoTracking()
                .Where(m => m.Kind == MatterKind.Review && m.OpenedAt > since && residentIds.Contains(m.ResidentId))
                .Select(m => new { m.ResidentId, m.AboutAccountId, m.Reason }).ToListAsync(cancellationToken))
            .Select(m => (m.ResidentId, m.AboutAccountId, m.Reason)).ToHashSet();
        var overrides = (await database.Set<Matter>().AsNoTracking()
                .Where(m => m.Reason == ReviewReason.Override && m.OpenedAt > since && m.AboutAccountId != null && workerIds.Contains(m.AboutAccountId.Value))
                .Select(m => m.AboutAccountId!.Value).ToListAsync(cancellationToken))
            .CountBy(id => id).ToDictionary();
        // It is about the worker, whomever they looked at: once for all residents.
        known.UnionWith((await database.Set<Matter>().AsNoTracking()
                .Where(m => m.Reason == ReviewReason.RepeatedOverride && m.OpenedAt > since && m.AboutAccountId != null && workerIds.Contains(m.AboutAccountId.Value))
                .Select(m => m.AboutAccountId).ToListAsync(cancellationToken))
            .Select(worker => (Guid.Empty, worker, (ReviewReason?)ReviewReason.RepeatedOverride)));

        var raised = 0;
        foreach (var look in entries.GroupBy(e => (e.AccountId, e.ResidentId, View: e.View ?? e.Id)))
        {
            var (worker, resident) = (workers.GetValueOrDefault(look.Key.AccountId), residents[look.Key.ResidentId]);
            if (worker is null)
            {
                continue;
            }

            var own = worker.OwnRecordId is { } id ? residents.GetValueOrDefault(id) : null;
            foreach (var reason in ReviewRules.For(worker, own, resident, linked[resident.Id].Contains(worker.AgencyId), overrides.GetValueOrDefault(worker.Id), [.. look]))
            {
                if (known.Add((reason is ReviewReason.RepeatedOverride ? Guid.Empty : resident.Id, worker.Id, reason)))
                {
                    database.Add(Review(look.First(), reason, now));
                    raised++;
                }
            }
        }

        return raised;
    }

    private static Matter Review(AccessEntry entry, ReviewReason reason, DateTime now) => new()
    {
        Reference = Reference.New(),
        ResidentId = entry.ResidentId,
        Kind = MatterKind.Review,
        Reason = reason,
        AgencyId = entry.AgencyId,
        AboutAccountId = entry.AccountId,
        EntryId = entry.Id,
        OpenedAt = now,
        DueAt = DueDays.For(MatterKind.Review, reason, now)
    };
}
