using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Retention;

/// <summary>
/// The log of a destroyed record follows it when its own time is over, as the review said it would. The sealed places of its
/// entries stay, so the rest still verifies. Killed anywhere, the next run goes on.
/// </summary>
public sealed class DestroyOldLogs(
    IDbContextFactory<GmConnectDbContext> databases, DestroyEntries destroy, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <returns>How many records have no log any more.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var rule = options.Value.For(RecordClass.AccessLog, null);
        var before = LondonTime.EndOf(LondonTime.DayOf(clock.UtcNow()).AddYears(-rule.Years));
        List<Guid> due;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            due = await database.Set<DestructionCertificate>()
                .Where(c => c.RecordId != null && c.LogDestroyedAt == null && c.At < before)
                .OrderBy(c => c.At).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var done = 0;
        foreach (var certificate in due)
        {
            done += await DestroyAsync(certificate, rule, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> DestroyAsync(Guid certificateId, RetentionRule rule, CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = await databases.InOneSaveAsync(async database =>
            {
                var certificate = await database.Set<DestructionCertificate>().SingleAsync(c => c.Id == certificateId, cancellationToken);
                var entries = await database.Set<AccessEntry>().Where(e => e.ResidentId == certificate.RecordId)
                    .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Id).Take(DestroyEntries.AtMost).ToListAsync(cancellationToken);
                var stamp = new Stamp(certificate.By, clock.UtcNow());
                if (entries.Count > 0)
                {
                    return (await destroy.ExecuteAsync(database, entries, rule.Name, stamp, cancellationToken)).Succeeded ? Left.More : Left.NotSealedYet;
                }

                database.RemoveRange(await database.Set<Resident>().Where(r => r.Id == certificate.RecordId).ToListAsync(cancellationToken));
                (certificate.RecordId, certificate.LogDestroyedAt) = (null, stamp.At);

                return Left.Nothing;
            }, cancellationToken);
            if (left is not Left.More)
            {
                return left is Left.Nothing;
            }
        }
    }

    private enum Left
    {
        More,
        NotSealedYet,
        Nothing
    }
}
