using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed partial class Door
{
    /// <summary>
    /// Decides messages again at the moment of sending, for the agency that would receive them. A notice that permission ended
    /// tells nothing about the resident and is not decided: it has no answer here.
    /// </summary>
    internal async Task<IReadOnlyDictionary<Guid, (AccessRequest Request, AccessDecision Decision)>> DecideForDeliveryAsync(
        GmConnectDbContext database, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var decided = messages.Where(m => m.Kind is not MessageKind.ConsentWithdrawn).ToList();
        var ids = decided.Select(m => m.ResidentId).Distinct().ToList();
        var residents = await database.Set<Resident>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        var at = clock.UtcNow();
        var facts = new Dictionary<(Guid Agency, Guid Resident), IndexedFacts>();
        foreach (var ofAgency in decided.GroupBy(m => m.AgencyId))
        {
            var theirs = ofAgency.Select(m => m.ResidentId).ToHashSet();
            var loaded = await LoadAsync(
                database, [.. residents.Where(r => theirs.Contains(r.Id))], SystemOf(ofAgency.Key), at, cancellationToken);
            foreach (var (resident, known) in loaded)
            {
                facts[(ofAgency.Key, resident)] = known;
            }
        }

        var consents = decided.Select(m => m.ConsentId).Distinct().ToList();
        var covered = await database.Set<ConsentRecord>().AsNoTracking().Where(c => consents.Contains(c.Id))
            .Select(c => new { c.Id, c.Purpose, Parts = c.Parts.Select(p => p.Part).ToList() })
            .ToDictionaryAsync(c => c.Id, cancellationToken);

        return decided.ToDictionary(m => m.Id, m =>
        {
            var consent = covered[m.ConsentId];
            var known = facts[(m.AgencyId, m.ResidentId)];
            var asking = new Asking(SystemOf(m.AgencyId), consent.Purpose, Act.Read, Channel.Exchange);
            var (request, decision) = Decide(
                m.ResidentId,
                m.Kind is MessageKind.StoryShared ? new(DataCategory.StoryPart, consent.Parts) : new(DataCategory.Plan),
                asking, at, known);

            // The body was written for all of these parts, and perhaps with the place: fewer is not this message.
            return decision.Verdict is Verdict.Partial ? (request, AccessDecision.Refuse(RefusedBecause.PartNotShared))
                : decision.Permits && m.CarriesPlace && !Decide(m.ResidentId, new(DataCategory.Place), asking, at, known).Decision.Permits
                    ? (request, AccessDecision.Refuse(RefusedBecause.PlaceIsProtected))
                    : (request, decision);
        });
    }

    /// <summary>In the save that lets the request begin: nothing leaves without its entry.</summary>
    internal void RecordDelivery(GmConnectDbContext database, AccessRequest request, AccessDecision decision) =>
        database.Add(AccessEntry.Of(request, decision, AccessKind.Sent, null));

    /// <summary>Whether agencies' systems may be sent where the person is: nobody protects it.</summary>
    internal async Task<bool> SystemsMayKnowPlaceAsync(
        GmConnectDbContext database, Resident resident, DateTime at, CancellationToken cancellationToken)
    {
        var standing = (await UnsafeAllOfAsync<StandingFact>(database, resident.Id, cancellationToken)).Where(f => f.IsInForce(at)).ToList();

        return (resident.PlaceWasAsked || standing.OfType<PlaceAsked>().Any()) && !standing.OfType<PlaceProtected>().Any();
    }

    private static Actor SystemOf(Guid agency) => new(agency, "", Role.PartnerSystem, AgencyId: agency);
}
