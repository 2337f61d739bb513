using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Households;

/// <param name="Name">Of the other person; each was told by the worker that the other is asked.</param>
/// <param name="IsFirst">The other is to be on this person's case, and not this person on the other's.</param>
/// <param name="IsMineToAnswer">Not answered yet.</param>
/// <param name="IsOn">Both agreed.</param>
public sealed record HouseholdAsked(Guid PlaceId, string Name, string Agency, string AskedBy, DateTime AskedAt, bool IsFirst, bool IsMineToAnswer, bool IsOn);

/// <param name="MayAnswer">As who may give and withdraw permissions for them.</param>
public sealed record MyHousehold(WhoItIs Who, IReadOnlyList<HouseholdAsked> People, bool MayAnswer);

/// <summary>
/// What a person is asked about being on a case with another, and with whom they are. They agree, or who may give permissions for them;
/// it can be taken back at any time, and takes nothing else away. A relative who may not know who helps is shown nothing.
/// </summary>
public sealed class AnswerHousehold(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<MyHousehold>> ReadAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<MyHousehold>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Case, Asking.ToRead(actor), null, cancellationToken);
            if (!entered.Succeeded || !actor.Role.IsCitizen() || !entered.Value.MayKnowWhoHelps)
            {
                return NotFound.Instance;
            }

            var places = (await door.RowsOfAsync<HouseholdPlace>(database, entered.Value, cancellationToken)).Where(p => !p.IsOver).OrderBy(p => p.ProposedAt).ToList();
            var names = await door.NamesOfOthersAsync(database, places, clock.UtcNow(), cancellationToken);
            var (workers, agencies) = (places.Select(p => p.ProposedBy).ToList(), places.Select(p => p.AgencyId).ToList());
            var people = await database.Accounts.AsNoTracking().Where(a => workers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var asking = await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

            return new MyHousehold(
                WhoItIs.For(entered.Value),
                [.. places.Where(p => names.ContainsKey(p.OtherId)).Select(p => new HouseholdAsked(
                    p.Id, names[p.OtherId], asking[p.AgencyId], people.GetValueOrDefault(p.ProposedBy, ""), p.ProposedAt, p.IsFirst,
                    p.Answer is HouseholdAnswer.Asked, p.IsOn))],
                entered.Value.May(Act.Write, DataCategory.Consent));
        }, cancellationToken);

    public Task<Outcome> AnswerAsync(Guid residentId, Guid placeId, bool agrees, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            // It is a permission, so whoever decides about permissions decides about it.
            var entered = await door.EnterAsync(database, residentId, DataCategory.Consent, Asking.ToWrite(actor), null, cancellationToken);
            if (!entered.Succeeded
                || (await door.UnsafeAllOfAsync<HouseholdPlace>(database, residentId, cancellationToken)).SingleOrDefault(p => p.Id == placeId) is not { } place
                || await door.OtherSideAsync(database, place, cancellationToken) is not { } other)
            {
                return NotFound.Instance;
            }

            var said = place.Say(agrees, other, actor.At(clock.UtcNow()));
            database.TellBoth(place);

            return said;
        }, cancellationToken);
}
