using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>The resident, and nobody else, ends what a delegate may do; from the next request on they may do nothing.</summary>
public sealed class EndDelegation(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid delegationId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Delegation>(
                database, delegationId, Asking.ToWrite(actor, Purpose.OwnRecord), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            opened.Value.Entity.End(actor.At(clock.UtcNow()));
            database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));

            return Outcome.Done;
        }, cancellationToken);
}
