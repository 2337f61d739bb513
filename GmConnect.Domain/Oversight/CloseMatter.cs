using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
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
                if (matter.OverrideId is { } ground)
                {
                    await ReleaseOrAskAgainAsync(database, opened.Value.Resident, ground, release, matter, actor, stamp, cancellationToken);
                }

                database.TellAfterCommit(Topics.Desk);
                database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));
            }

            return closed;
        }, cancellationToken);

    /// <summary>What stays withheld after the day to ask is asked about again a month later.</summary>
    private async Task ReleaseOrAskAgainAsync(
        GmConnectDbContext database, Resident resident, Guid ground, bool release, Matter matter, Actor actor, Stamp stamp, CancellationToken cancellationToken)
    {
        var withheld = (await door.UnsafeAllOfAsync<StandingFact>(database, resident.Id, cancellationToken)).OfType<LogWithheld>()
            .Where(w => w.GroundId == ground && w.IsInForce(stamp.At)).ToList();
        if (!release && matter.Reason is not ReviewReason.StillWithheld)
        {
            return;
        }

        withheld.ForEach(w => w.End(stamp));
        if (!release && withheld.Count > 0)
        {
            door.Admit(database, resident, LogWithheld.ForAMonth(ground, resident.Id, withheld[0].Why, actor, stamp.At));
        }
    }
}
