using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// Permissions, overrides, delegations and agreements that ended by the clock since it last ran: the pages that show what
/// flowed under them are told, so that they read again and show it no more. Whoever asks the door is refused from the very
/// instant; this is for what is on a screen already.
/// </summary>
public sealed class TellWhatEnded(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    /// <returns>How many ended.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken = default) => databases.InOneSaveAsync(async database =>
    {
        var now = clock.UtcNow();
        var since = await database.Watermarks.Where(w => w.Name == nameof(TellWhatEnded)).Select(w => (DateTime?)w.At)
            .SingleOrDefaultAsync(cancellationToken) ?? now.AddDays(-1);
        await Watermark.MoveAsync(database, nameof(TellWhatEnded), now, cancellationToken);
        var consents = await database.Set<ConsentRecord>()
            .Where(c => c.Until > since && c.Until <= now && c.WithdrawnAt == null && c.SupersededAt == null && c.LapsedAt == null)
            .Select(c => new { c.ResidentId, c.AgencyId })
            .ToListAsync(cancellationToken);
        var standing = await database.Set<StandingFact>()
            .Where(f => f.Until > since && f.Until <= now && f.EndedAt == null)
            .Select(f => f.ResidentId)
            .ToListAsync(cancellationToken);
        var delegations = await database.Set<Delegation>()
            .Where(d => d.Until > since && d.Until <= now && d.EndedAt == null)
            .Select(d => d.ResidentId)
            .ToListAsync(cancellationToken);
        var agreements = await database.Set<AgreementVersion>()
            .Where(v => v.Until > since && v.Until <= now && v.SignedAt != null)
            .SelectMany(v => v.Parties.Select(p => p.AgencyId))
            .ToListAsync(cancellationToken);

        foreach (var topic in consents.Select(c => c.ResidentId).Concat(standing).Concat(delegations).Distinct().Select(Topics.Resident)
            .Concat(consents.Select(c => c.AgencyId).Concat(agreements).Distinct().Select(Topics.InboxOf))
            .Concat(agreements.Distinct().Select(Topics.FlowsTo)))
        {
            database.TellAfterCommit(topic);
        }

        if (agreements.Count > 0)
        {
            database.TellAfterCommit(Topics.Agreements);
        }

        return consents.Count + standing.Count + delegations.Count + agreements.Count;
    }, cancellationToken);
}
