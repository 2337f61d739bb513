using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>The data guardian and governance leads: rules 62 to 65.</summary>
internal static class OversightGround
{
    public static AccessDecision Decide(AccessRequest request, IndexedFacts facts)
    {
        bool IsTheirs(MatterFact matter) =>
            request.Actor.Role is Role.DataGuardian || (matter.AgencyId is { } agency && agency == request.Actor.AgencyId);

        if (facts.Facts.Matters.BestInForce(request.At, IsTheirs) is null)
        {
            return AccessDecision.Refuse(RefusedBecause.NoMatter);
        }

        if (facts.Facts.Matters.BestInForce(request.At, m => IsTheirs(m) && Reaches(m, request)) is not { } matter)
        {
            return AccessDecision.Refuse(RefusedBecause.NotForOversight);
        }

        if (request.Category is DataCategory.Place && Protection.HidesPlace(request, facts))
        {
            return AccessDecision.Refuse(RefusedBecause.PlaceIsProtected);
        }

        var taken = Restrictions.TakenAway(request, facts, hardOnly: true);
        var left = request.Wanted.Without(taken);
        if (request.Category.HasParts() ? left.IsEmpty : !taken.IsEmpty)
        {
            return AccessDecision.Refuse(RefusedBecause.Restricted);
        }

        return AccessDecision.Permit(Ground.Of(GroundKind.Oversight, matter.Id), left, left == request.Wanted);
    }

    private static bool Reaches(MatterFact matter, AccessRequest request)
    {
        var guardian = request.Actor.Role is Role.DataGuardian;

        return (request.Act, request.Category) switch
        {
            (_, DataCategory.Rights) => true,
            (Act.Write, _) => false,
            (_, DataCategory.Identity or DataCategory.AccessLog) => true,
            (_, DataCategory.Consent or DataCategory.Delegation) => guardian,
            _ => guardian && matter.Kind is MatterKind.SubjectAccess
        };
    }
}
