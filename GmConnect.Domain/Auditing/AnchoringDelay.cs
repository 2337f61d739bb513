using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// Whether entries wait too long for an anchor. X-Road's rule: who cannot keep the log safe discloses nothing new. Two looks
/// at an index, and the answer is remembered for five seconds.
/// </summary>
public sealed class AnchoringDelay(IOptions<AuditOptions> options)
{
    private static readonly TimeSpan _rememberedFor = TimeSpan.FromSeconds(5);

    private volatile Answer? _last;

    /// <param name="now">UTC.</param>
    public async Task<bool> IsLateAsync(GmConnectDbContext database, DateTime now, CancellationToken cancellationToken = default)
    {
        if (options.Value.StopAfter <= TimeSpan.Zero)
        {
            return false;
        }

        var answer = _last;
        if (answer is null || now < answer.At || now - answer.At >= _rememberedFor)
        {
            _last = answer = new Answer(now, await OldestAsync(database, cancellationToken));
        }

        return now - answer.Oldest > options.Value.StopAfter;
    }

    /// <summary>When the oldest entry happened that no anchor covers; nothing when all are covered.</summary>
    public async Task<DateTime?> OldestAsync(GmConnectDbContext database, CancellationToken cancellationToken = default)
    {
        var queued = await database.Set<UnsealedEntry>().MinAsync(u => (DateTime?)u.At, cancellationToken);
        var unanchored = await database.Set<SealBatch>().Where(b => b.AnchoredAt == null).MinAsync(b => (DateTime?)b.Oldest, cancellationToken);

        return queued is null || unanchored < queued ? unanchored : queued;
    }

    private sealed record Answer(DateTime At, DateTime? Oldest);
}
