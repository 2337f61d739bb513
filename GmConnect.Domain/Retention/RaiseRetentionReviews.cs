using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Retention;

/// <summary>
/// Puts on the guardian's desk what has been kept for its time: nothing is destroyed without a review. What was reviewed and kept
/// comes again on its day. It raises nothing twice.
/// </summary>
public sealed class RaiseRetentionReviews(
    IDbContextFactory<GmConnectDbContext> databases, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <returns>How many reviews were raised.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken = default) => databases.InOneSaveAsync(async database =>
    {
        var (now, rules) = (clock.UtcNow(), options.Value);
        var today = LondonTime.DayOf(now);
        var due = await WholeRecordsAsync(database, rules, today, cancellationToken);
        due.AddRange(await EndedReferralsAsync(database, rules, now, rules.ReviewsAtOnce - due.Count, cancellationToken));
        database.AddRange(due.Select(one => new Matter
        {
            Reference = Reference.New(),
            ResidentId = one.Resident,
            Kind = MatterKind.Retention,
            Record = one.Class,
            OpenedAt = now,
            DueAt = DueDays.For(MatterKind.Retention, null, now)
        }));
        if (due.Count > 0)
        {
            database.TellAfterCommit(Topics.Desk);
        }

        return due.Count;
    }, cancellationToken);

    private static async Task<List<(Guid Resident, RecordClass Class)>> WholeRecordsAsync(
        GmConnectDbContext database, RetentionOptions rules, DateOnly today, CancellationToken cancellationToken)
    {
        var oldest = LondonTime.EndOf(today.AddYears(-rules.ShortestYears(RecordClass.WholeRecord)));
        var uses = database.Set<AccessEntry>().Where(LastUsed.IsUse);
        var candidates = await NotOnTheDesk(database, RecordClass.WholeRecord, today)
            .Where(r => r.ErasedAt == null && uses.Any(e => e.ResidentId == r.Id) && !uses.Any(e => e.ResidentId == r.Id && e.At >= oldest))
            .Select(r => new { r.Id, r.BirthDate, r.Borough, Last = uses.Where(e => e.ResidentId == r.Id).Max(e => e.At) })
            .OrderBy(r => r.Last).ThenBy(r => r.Id)
            .ToListAsync(cancellationToken);

        return [.. candidates
            .Where(r => rules.WholeRecordDue(r.BirthDate, LondonTime.DayOf(r.Last), r.Borough) <= today)
            .Take(rules.ReviewsAtOnce)
            .Select(r => (r.Id, RecordClass.WholeRecord))];
    }

    private static async Task<List<(Guid Resident, RecordClass Class)>> EndedReferralsAsync(
        GmConnectDbContext database, RetentionOptions rules, DateTime now, int most, CancellationToken cancellationToken)
    {
        var today = LondonTime.DayOf(now);
        var oldest = LondonTime.EndOf(today.AddYears(-rules.ShortestYears(RecordClass.EndedReferral)));
        var candidates = await NotOnTheDesk(database, RecordClass.EndedReferral, today)
            .Where(r => r.ErasedAt == null)
            .Join(database.Set<Referral>().Where(EndedReferrals.Since(oldest)), r => r.Id, f => f.ResidentId, (r, f) => new { r.Id, r.Borough, EndedAt = f.EndedAt!.Value })
            .OrderBy(r => r.Id)
            .ToListAsync(cancellationToken);

        return [.. candidates
            .Where(r => EndedReferrals.IsDue(r.EndedAt, rules.For(RecordClass.EndedReferral, r.Borough), today))
            .Select(r => r.Id).Distinct().Take(Math.Max(0, most))
            .Select(id => (id, RecordClass.EndedReferral))];
    }

    private static IQueryable<Resident> NotOnTheDesk(GmConnectDbContext database, RecordClass kept, DateOnly today) => database.Set<Resident>().AsNoTracking()
        .Where(r => !database.Set<Matter>().Any(m => m.ResidentId == r.Id && m.Kind == MatterKind.Retention
            && (m.Record == kept || m.Record == RecordClass.WholeRecord) && (m.ClosedAt == null || m.KeptUntil > today)));
}
