using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Residents;

/// <summary>Who a citizen's page is about.</summary>
public sealed class ReadPerson(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<WhoItIs>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Identity, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);

            return entered.Then<WhoItIs>(opened => WhoItIs.For(opened));
        }, cancellationToken);
}
