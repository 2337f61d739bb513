using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Households;

/// <param name="CaseId">Their own case: what is about them is there.</param>
/// <param name="IsOn">Both agreed; until then only the agency that asked sees that somebody is asked.</param>
/// <param name="ToFollow">How many of the two have not answered yet.</param>
public sealed record HouseholdMember(Guid PlaceId, Guid CaseId, Guid ResidentId, string Name, string CalledName, DateOnly BirthDate, bool IsOn, int ToFollow, bool IsFirst);

/// <param name="MayPropose">It is the reader's agency's case, and goes on.</param>
public sealed record HouseholdShown(IReadOnlyList<HouseholdMember> Members, bool MayPropose);

/// <summary>Who is on a case together with its person, as far as the worker has a ground of their own for each of them.</summary>
public sealed class ReadHousehold(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<HouseholdShown>> ExecuteAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<HouseholdShown>>(async database =>
        {
            var opened = await door.OpenAsync<CaseFile>(database, caseId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || !actor.Role.IsWorker())
            {
                return NotFound.Instance;
            }

            var places = (await door.PlacesAsync(database, opened.Value, cancellationToken)).Where(p => p.IsOn || p.AgencyId == actor.AgencyId).ToList();
            var cases = opened.Value.MayKnowPlace ? await door.CasesOfOthersAsync(database, opened.Value, places, cancellationToken) : [];

            return new HouseholdShown(
                [.. from place in places
                    join other in cases on place.OtherCaseId equals other.Entity.Id
                    orderby place.ProposedAt
                    select new HouseholdMember(
                        place.Id, other.Entity.Id, other.Resident.Id, other.Resident.FullName, other.Resident.CalledName, other.Resident.BirthDate, place.IsOn,
                        new[] { place.Answer, place.OtherAnswer }.Count(a => a is HouseholdAnswer.Asked), place.IsFirst)],
                opened.Value.Entity.AgencyId == actor.AgencyId && opened.Value.Entity.Status.IsLive() && opened.Value.May(Act.Write, DataCategory.Case));
        }, cancellationToken);
}
