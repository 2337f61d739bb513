using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>One look of the log, for who wants to ask about it.</summary>
public sealed class ReadLook(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<Look>> ExecuteAsync(Guid residentId, Guid entryId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<Look>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.AccessLog, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var found = await door.ShownOfAsync(database, entered.Value, rows => rows.Where(e => e.Id == entryId), cancellationToken);

            return found.Count == 0
                ? NotFound.Instance
                : (await LookNames.LoadAsync(database, door, entered.Value, found, cancellationToken)).Show(found);
        }, cancellationToken);
}
