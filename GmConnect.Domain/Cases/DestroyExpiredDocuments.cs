using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Cases;

/// <summary>Destroys the content of documents whose last day is over; that they were there stays.</summary>
public sealed class DestroyExpiredDocuments(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    private const int Batch = 100;

    /// <returns>How many.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        for (var destroyed = 0; ;)
        {
            var some = await databases.InOneSaveAsync(async database =>
            {
                var over = await database.Set<CaseDocument>().Where(d => d.RemovedAt == null && d.KeepUntil < today)
                    .OrderBy(d => d.KeepUntil).ThenBy(d => d.Id).Take(Batch).ToListAsync(cancellationToken);
                var ids = over.Select(d => d.Id).ToList();
                database.RemoveRange(database.Set<CaseDocumentContent>().Where(c => ids.Contains(c.CaseDocumentId)));
                over.ForEach(d => d.Expire(clock.UtcNow()));

                return over.Count;
            }, cancellationToken);
            destroyed += some;
            if (some < Batch)
            {
                return destroyed;
            }
        }
    }
}
