using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
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
        var facts = await SharingFacts.LoadAsync(database, [.. decided.Select(m => m.ResidentId).Distinct()], cancellationToken);
        var consents = decided.Select(m => m.ConsentId).Distinct().ToList();
        var covered = await database.Set<ConsentRecord>().AsNoTracking().Where(c => consents.Contains(c.Id))
            .Select(c => new { c.Id, c.Purpose, Parts = c.Parts.Select(p => p.Part).ToList() })
            .ToDictionaryAsync(c => c.Id, cancellationToken);

        return decided.ToDictionary(m => m.Id, m =>
        {
            var consent = covered[m.ConsentId];
            var request = m.Kind is MessageKind.StoryShared
                ? RequestFor(m.ResidentId, DataCategory.StoryPart, ForSystemOf(m, consent.Purpose), consent.Parts)
                : RequestFor(m.ResidentId, DataCategory.Plan, ForSystemOf(m, Purpose.Care), null);
            var decision = SharingDecision.Decide(request, facts[m.ResidentId]);

            // The body was written for all of these parts: fewer is not this message.
            return (request, decision.Verdict is Verdict.Partial ? AccessDecision.Refuse(RefusedBecause.PartNotShared) : decision);
        });
    }

    /// <summary>In the save that lets the request begin: nothing leaves without its entry.</summary>
    internal void RecordDelivery(GmConnectDbContext database, AccessRequest request, AccessDecision decision) =>
        database.Add(AccessEntry.Of(request, decision, AccessKind.Sent, null));

    private static Asking ForSystemOf(OutboxMessage message, Purpose purpose) =>
        new(new Actor(message.AgencyId, "", Role.PartnerSystem, AgencyId: message.AgencyId), purpose, Act.Read, Channel.Exchange);
}
