using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// THE sharing decision: a pure function of the request and the facts. Every rule of it is a numbered sentence of
/// docs/sharing-decision.md, and a second engine written from that page alone agrees with it in the tests.
/// </summary>
public static class SharingDecision
{
    public static AccessDecision Decide(AccessRequest request, SharingFacts facts) => Decide(request, new IndexedFacts(facts));

    public static AccessDecision Decide(AccessRequest request, IndexedFacts facts)
    {
        if (!IsOfKnownWords(request))
        {
            return AccessDecision.Refuse(RefusedBecause.UnknownWord);
        }

        if (request.ResidentId != facts.Facts.ResidentId)
        {
            return AccessDecision.Refuse(RefusedBecause.UnknownPerson);
        }

        var role = request.Actor.Role;
        if (!role.IsCitizen() && !role.IsForAgency() && !role.Oversees())
        {
            return AccessDecision.Refuse(RefusedBecause.RoleHasNoAccess);
        }

        if (role is Role.PartnerSystem != request.Channel is Channel.Exchange)
        {
            return AccessDecision.Refuse(RefusedBecause.WrongChannel);
        }

        if (role.IsCitizen() != request.Purpose is Purpose.OwnRecord || role.Oversees() != request.Purpose is Purpose.Oversight)
        {
            return AccessDecision.Refuse(RefusedBecause.NotTheirPurpose);
        }

        return role switch
        {
            Role.Resident => OwnRecordGround.Decide(request, facts),
            Role.Delegate => DelegationGround.Decide(request, facts),
            Role.DataGuardian or Role.GovernanceLead => OversightGround.Decide(request, facts),
            _ => AgencyGrounds.Decide(request, facts)
        };
    }

    /// <summary>A number that is no word of an enumeration would pass for a part that it is not.</summary>
    private static bool IsOfKnownWords(AccessRequest request) =>
        Enum.IsDefined(request.Actor.Role)
        && Enum.IsDefined(request.Category)
        && Enum.IsDefined(request.Act)
        && Enum.IsDefined(request.Purpose)
        && Enum.IsDefined(request.Channel)
        && (request.Parts?.All(Enum.IsDefined) ?? true);
}
