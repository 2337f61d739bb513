using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Discharge;

/// <param name="ExpectedOn">Nothing while no day was said.</param>
public sealed record LeavingShown(Guid StayId, WhoItIs Who, DateOnly AdmittedOn, DateOnly? ExpectedOn, DateTime? LeftAt);

/// <summary>
/// What the family may know of the way home: that there is a stay and the days of it. Where it is and what the ward notes are the
/// care team's; what is to be done stands in the plan, which is theirs as well.
/// </summary>
public sealed class ReadLeaving(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    /// <returns>The stay they are in, or the one they left last; not found where there is none.</returns>
    /// <param name="view">The plan read under the same view is the same look.</param>
    public Task<Outcome<LeavingShown>> ExecuteAsync(
        Guid residentId, Actor actor, Guid view, Channel channel = Channel.Page, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<LeavingShown>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Plan, Asking.ToRead(actor, view) with { Channel = channel }, null, cancellationToken);
            if (!entered.Succeeded
                || (await door.RowsOfAsync<HospitalStay>(database, entered.Value, cancellationToken)).MaxBy(s => s.AdmittedOn)
                    is not { Status: StayStatus.InHospital or StayStatus.Left } stay)
            {
                return NotFound.Instance;
            }

            return new LeavingShown(stay.Id, WhoItIs.For(entered.Value), stay.AdmittedOn, stay.Expected?.Day, stay.LeftAt);
        }, cancellationToken);
}
