using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>What may not be shared although there is a ground: rule 57.</summary>
internal static class Restrictions
{
    /// <summary>The parts that are taken away; for a whole category everything or nothing.</summary>
    /// <param name="hardOnly">Courts' orders and ordered distance; else objections too.</param>
    public static PartSet TakenAway(AccessRequest request, IndexedFacts facts, bool hardOnly)
    {
        var taken = PartSet.None;
        foreach (var restriction in facts.Facts.Restrictions)
        {
            if ((!hardOnly || restriction.Kind is RestrictionKind.NoContact or RestrictionKind.CourtOrder)
                && restriction.IsInForce(request.At)
                && Meets(restriction, request, facts))
            {
                taken |= restriction.Parts ?? PartSet.All;
            }
        }

        return taken;
    }

    private static bool Meets(RestrictionFact restriction, AccessRequest request, IndexedFacts facts)
    {
        var agency = request.Actor.Role.IsForAgency() ? request.Actor.AgencyId : null;

        return (restriction.AccountId is not { } account || account == request.Actor.AccountId)
            && (restriction.AgencyId is not { } one || one == agency)
            && (restriction.AgencyKind is not { } kind || (agency is { } id && facts.Facts.Agencies.TryGetValue(id, out var own) && own == kind))
            && (restriction.Purposes?.Contains(request.Purpose) ?? true)
            && (restriction.Categories?.Contains(request.Category) ?? true)
            && (restriction.Parts is null || request.Category.HasParts());
    }
}
