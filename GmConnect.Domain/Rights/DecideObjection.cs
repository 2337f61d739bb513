using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>The agency's lead or the data guardian says that it stops for good, or on which compelling ground it goes on.</summary>
public sealed class DecideObjection(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<ObjectionShown>> ReadAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ObjectionShown>>(async database =>
        {
            var opened = await OpenAsync(database, matterId, new Asking(actor, Purpose.Oversight, Act.Read, View: view), cancellationToken);

            return opened.Succeeded ? ObjectionShown.Of(opened.Value.Objection, null) : opened.Refusal;
        }, cancellationToken);

    /// <param name="ground">Needed where it goes on: up to <see cref="Objection.GroundMaxLength"/> letters.</param>
    public Task<Outcome> ExecuteAsync(
        Guid matterId, bool stops, string? ground, string? explanation, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var ((objection, matter), stamp, words) = (opened.Value, actor.At(clock.UtcNow()), PlainText.Clean(explanation));
            var decided = objection.Decide(stops, PlainText.Clean(ground), words, stamp.At);
            if (!decided.Succeeded)
            {
                return decided;
            }

            if (!stops)
            {
                var standing = await door.UnsafeAllOfAsync<StandingFact>(database, matter.ResidentId, cancellationToken);
                standing.Single(f => f.Id == objection.RestrictionId).End(stamp);
            }

            matter.End(words, stamp);
            database.TellAfterCommit(Topics.Desk);
            database.TellAfterCommit(Topics.Resident(matter.ResidentId));
            database.TellAfterCommit(Topics.InboxOf(objection.AgencyId));

            return Outcome.Done;
        }, cancellationToken);

    private async Task<Outcome<(Objection Objection, Matter Matter)>> OpenAsync(
        GmConnectDbContext database, Guid matterId, Asking asking, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync<Matter>(database, matterId, asking, cancellationToken);
        if (!opened.Succeeded || !opened.Value.Entity.IsFor(asking.Actor, MatterKind.Objection))
        {
            return NotFound.Instance;
        }

        var objections = await door.UnsafeAllOfAsync<Objection>(database, opened.Value.Resident.Id, cancellationToken);

        return (objections.Single(o => o.MatterId == matterId), opened.Value.Entity);
    }
}
