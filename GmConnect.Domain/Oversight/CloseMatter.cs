using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>Ends a matter with a finding and words; the words answer who asked.</summary>
public sealed class CloseMatter(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <param name="release">The resident may now be told of looks that were withheld.</param>
    public Task<Outcome> ExecuteAsync(
        Guid matterId, Finding finding, string? answer, bool release, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Matter>(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
            if (!opened.Succeeded || !opened.Value.Entity.EndsWithFinding
                || (actor.Role is Role.GovernanceLead && opened.Value.Entity.AgencyId != actor.AgencyId))
            {
                return NotFound.Instance;
            }

            var (matter, stamp) = (opened.Value.Entity, actor.At(clock.UtcNow()));
            var closed = matter.Close(finding, answer, stamp);
            if (closed.Succeeded)
            {
                if (release && matter.OverrideId is { } made)
                {
                    var standing = await door.UnsafeAllOfAsync<StandingFact>(database, matter.ResidentId, cancellationToken);
                    standing.OfType<LogWithheld>().Where(w => w.GroundId == made).ToList().ForEach(w => w.End(stamp));
                }

                database.TellAfterCommit(Topics.Desk);
                database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));
            }

            return closed;
        }, cancellationToken);
}
