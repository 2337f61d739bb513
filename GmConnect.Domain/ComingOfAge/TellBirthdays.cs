using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.ComingOfAge;

/// <summary>
/// Every step that fell due since it last ran, however long ago: a notice is written, open pages are read again, and at 18 what a
/// parent held ends. The engine itself needs none of this: it knows the birthday from the instant on.
/// </summary>
public sealed class TellBirthdays(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan _firstTime = TimeSpan.FromDays(1);

    /// <returns>How many notices were written.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken = default) => databases.InOneSaveAsync(async database =>
    {
        var now = clock.UtcNow();
        var since = await database.Watermarks.Where(w => w.Name == nameof(TellBirthdays)).Select(w => (DateTime?)w.At)
            .SingleOrDefaultAsync(cancellationToken) ?? now - _firstTime;
        await Watermark.MoveAsync(database, nameof(TellBirthdays), now, cancellationToken);
        var told = 0;
        foreach (var (age, months) in Milestones.Steps)
        {
            var due = (await BornBetweenAsync(database, since, now, age, months, cancellationToken))
                .Select(r => (r.Id, DueAt: Milestones.DueAt(r.BirthDate, age, months)))
                .Where(r => since < r.DueAt && r.DueAt <= now)
                .ToList();
            var ids = due.Select(r => r.Id).ToList();
            var known = (await database.Set<BirthdayNotice>().Where(n => ids.Contains(n.ResidentId) && n.Age == age && n.MonthsBefore == months)
                .Select(n => n.ResidentId).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var (id, dueAt) in due.Where(r => !known.Contains(r.Id)))
            {
                database.Add(new BirthdayNotice { ResidentId = id, Age = age, MonthsBefore = months, DueAt = dueAt, WrittenAt = now });
                database.TellAfterCommit(Topics.Resident(id));
                told++;
            }

            if ((age, months) is (18, 0))
            {
                await EndParentsAsync(database, due.ToDictionary(r => r.Id, r => r.DueAt), cancellationToken);
            }
        }

        return told;
    }, cancellationToken);

    /// <summary>A little wider than needed on both sides: months and leap days are counted exactly afterwards.</summary>
    private static async Task<IReadOnlyList<Resident>> BornBetweenAsync(
        GmConnectDbContext database, DateTime since, DateTime now, int age, int months, CancellationToken cancellationToken)
    {
        var from = LondonTime.DayOf(since).AddMonths(months).AddYears(-age).AddDays(-4);
        var until = LondonTime.DayOf(now).AddMonths(months).AddYears(-age).AddDays(4);

        return await database.Set<Resident>().AsNoTracking()
            .Where(r => r.ErasedAt == null && r.BirthDate >= from && r.BirthDate <= until)
            .ToListAsync(cancellationToken);
    }

    private static async Task EndParentsAsync(
        GmConnectDbContext database, Dictionary<Guid, DateTime> turned, CancellationToken cancellationToken)
    {
        var ids = turned.Keys.ToList();
        var parents = await database.Set<Delegation>()
            .Where(d => ids.Contains(d.ResidentId) && d.Kind == DelegationKind.Parent && d.EndedAt == null)
            .ToListAsync(cancellationToken);
        parents.ForEach(d => d.EndByLaw(turned[d.ResidentId]));
    }
}
