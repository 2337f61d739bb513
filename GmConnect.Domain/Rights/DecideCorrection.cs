using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>
/// The lead of the agency whose words they are, or the data guardian, decides. Who disagrees with the person says why in words that
/// the person reads.
/// </summary>
public sealed class DecideCorrection(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <param name="saysNow">Needed where something is corrected, and left aside where nothing is.</param>
    public Task<Outcome> ExecuteAsync(
        Guid matterId, CorrectionOutcome outcome, string? explanation, string? saysNow, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Matter>(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
            if (!opened.Succeeded || !opened.Value.Entity.IsFor(actor, MatterKind.Correction))
            {
                return NotFound.Instance;
            }

            var (matter, now) = (opened.Value.Entity, clock.UtcNow());
            var correction = (await door.UnsafeAllOfAsync<Correction>(database, matter.ResidentId, cancellationToken)).Single(c => c.MatterId == matterId);
            var words = PlainText.Clean(explanation);
            var decided = correction.Decide(outcome, words, PlainText.Clean(saysNow), now);
            if (decided.Succeeded)
            {
                matter.End(words, actor.At(now));
                database.TellAfterCommit(Topics.Desk);
                database.TellAfterCommit(Topics.Resident(matter.ResidentId));
            }

            return decided;
        }, cancellationToken);
}
