using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Households;

/// <param name="CaseId">Their own case, which the worker is in the team of.</param>
public sealed record HouseholdCandidate(Guid CaseId, string Name, DateOnly BirthDate, string Summary);

/// <summary>
/// A worker asks two people whether they agree to be on one case. Only people whom that worker works with already can be asked: nobody
/// learns from it that somebody is known here.
/// </summary>
public sealed class ProposeHousehold(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private const int Most = 100;

    public Task<Outcome<IReadOnlyList<HouseholdCandidate>>> CandidatesAsync(
        Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<HouseholdCandidate>>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            var asked = (await door.PlacesAsync(database, opened.Value, cancellationToken)).Select(p => p.OtherId).Append(opened.Value.Resident.Id).ToHashSet();
            var others = await door.ListAsync<CaseFile>(database, rows => ListMyWork.Mine(rows, actor, now), Most, Asking.ToRead(actor, view), cancellationToken);

            return (List<HouseholdCandidate>)[.. others.Rows.Where(c => c.MayKnowPlace && !asked.Contains(c.Resident.Id))
                .OrderBy(c => c.Resident.FullName, StringComparer.Ordinal)
                .Select(c => new HouseholdCandidate(c.Entity.Id, c.Resident.FullName, c.Resident.BirthDate, c.Entity.Summary))];
        }, cancellationToken);

    /// <param name="spokeWithBoth">The worker says that each of them knows that the other is asked.</param>
    public Task<Outcome<Guid>> ExecuteAsync(
        Guid caseId, Guid otherCaseId, bool spokeWithBoth, Actor actor, CancellationToken cancellationToken = default) =>
        InOurCaseAsync<Guid>(caseId, actor, async (database, opened) =>
        {
            if (!spokeWithBoth)
            {
                return new HouseholdNeedsBothSpokenTo();
            }

            var further = await door.OpenAsync<CaseFile>(database, otherCaseId, Asking.ToWrite(actor), cancellationToken);
            if (!further.Succeeded || further.Value.Resident.Id == opened.Resident.Id || !further.Value.Entity.Status.IsLive())
            {
                return NotFound.Instance;
            }

            var now = clock.UtcNow();
            if (!await door.SystemsMayKnowPlaceAsync(database, opened.Resident, now, cancellationToken)
                || !await door.SystemsMayKnowPlaceAsync(database, further.Value.Resident, now, cancellationToken))
            {
                return new HouseholdPersonIsProtected();
            }

            if ((await door.PlacesAsync(database, opened, cancellationToken)).Any(p => p.OtherId == further.Value.Resident.Id))
            {
                return new HouseholdIsProposed();
            }

            var (one, other) = HouseholdPlace.Propose(opened.Entity, further.Value.Entity, actor.At(now));
            door.Admit(database, opened.Resident, one);
            door.Admit(database, further.Value.Resident, other);
            // Two who ask the same at once meet here.
            database.Touch(opened.Entity);
            database.TellBoth(one);

            return one.Id;
        }, cancellationToken);

    /// <summary>The agency whose case it is takes the question back, or ends it.</summary>
    public async Task<Outcome> EndAsync(Guid caseId, Guid placeId, Actor actor, CancellationToken cancellationToken = default) =>
        await InOurCaseAsync<bool>(caseId, actor, async (database, opened) =>
        {
            if ((await door.PlacesAsync(database, opened, cancellationToken)).SingleOrDefault(p => p.Id == placeId) is not { } place)
            {
                return NotFound.Instance;
            }

            var ended = place.End(await door.OtherSideAsync(database, place, cancellationToken), actor.At(clock.UtcNow()));
            database.TellBoth(place);

            return ended.Succeeded ? true : (Outcome<bool>)ended.Refusal;
        }, cancellationToken);

    private Task<Outcome<T>> InOurCaseAsync<T>(
        Guid caseId, Actor actor, Func<GmConnectDbContext, Opened<CaseFile>, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        databases.InCaseAsync<T>(door, caseId, actor, async (database, opened) =>
            opened.Entity.AgencyId != actor.AgencyId ? NotFound.Instance
            : !opened.Entity.Status.IsLive() ? new CaseIsClosed()
            : await change(database, opened), cancellationToken);
}
