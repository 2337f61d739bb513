using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>Looks that a resident is not told of yet, and whose day to ask has come, go on the guardian's desk, once.</summary>
public sealed class RemindOfWithheld(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <returns>How many were put on the desk.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        for (var reminded = 0; ;)
        {
            var batch = await databases.InOneSaveAsync(database => RemindAsync(database, cancellationToken), cancellationToken);
            reminded += batch;
            if (batch < BatchSize)
            {
                return reminded;
            }
        }
    }

    private async Task<int> RemindAsync(GmConnectDbContext database, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await database.Set<LogWithheld>().AsNoTracking()
            .Where(w => w.EndedAt == null && w.ReviewBy <= now
                && !database.Set<Matter>().Any(m => m.OverrideId == w.GroundId && m.ClosedAt == null))
            .OrderBy(w => w.ReviewBy).Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var withheld in due.DistinctBy(w => w.GroundId))
        {
            database.Add(new Matter
            {
                Reference = Reference.New(), ResidentId = withheld.ResidentId, Kind = MatterKind.Review, Reason = ReviewReason.StillWithheld,
                OverrideId = withheld.GroundId, OpenedAt = now, Words = withheld.Why, DueAt = DueDays.For(MatterKind.Review, ReviewReason.StillWithheld, now)
            });
        }

        if (due.Count > 0)
        {
            database.TellAfterCommit(Topics.Desk);
        }

        return due.Count;
    }
}
