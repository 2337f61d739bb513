using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>Who may know where a person is: rule 56. Unknown means protect.</summary>
internal static class Protection
{
    public static bool HidesPlace(AccessRequest request, IndexedFacts facts)
    {
        if (!facts.Facts.PlaceWasAsked)
        {
            return true;
        }

        foreach (var protection in facts.Facts.Protections)
        {
            if (protection.IsInForce(request.At)
                && (request.Actor.Role is Role.PartnerSystem || !protection.MayKnow.Contains(request.Actor.AccountId)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsOn(IndexedFacts facts, DateTime at)
    {
        if (!facts.Facts.PlaceWasAsked)
        {
            return true;
        }

        foreach (var protection in facts.Facts.Protections)
        {
            if (protection.IsInForce(at))
            {
                return true;
            }
        }

        return false;
    }
}
