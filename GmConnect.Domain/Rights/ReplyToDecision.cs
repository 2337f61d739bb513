using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>The person's last word on a decision about their correction. It stands beside what was written, for whoever may read that.</summary>
public sealed class ReplyToDecision(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <param name="matterId">The correction's.</param>
    public Task<Outcome> ExecuteAsync(
        Guid residentId, Guid matterId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var correction = (await door.RowsOfAsync<Correction>(database, entered.Value, cancellationToken)).SingleOrDefault(c => c.MatterId == matterId);
            if (correction is null)
            {
                return NotFound.Instance;
            }

            var replied = correction.Answer(PlainText.Clean(words), clock.UtcNow());
            if (replied.Succeeded)
            {
                database.TellAfterCommit(Topics.Resident(residentId));
            }

            return replied;
        }, cancellationToken);
}
