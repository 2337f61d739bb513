namespace GmConnect.Domain.Sharing;

/// <summary>Who acts for a resident: rules 37 to 45.</summary>
internal static class DelegationGround
{
    public static AccessDecision Decide(AccessRequest request, IndexedFacts facts)
    {
        var alive = new List<DelegationFact>();
        foreach (var delegation in facts.Delegations(request.Actor.AccountId))
        {
            if (delegation.IsInForce(request.At) && IsAlive(delegation, facts, request.At))
            {
                alive.Add(delegation);
            }
        }

        if (alive.Count == 0)
        {
            return AccessDecision.Refuse(RefusedBecause.NoDelegation);
        }

        if (request.Act is Act.Write && !Family.MayChange(request.Category) && request.Category is not DataCategory.Consent)
        {
            return AccessDecision.Refuse(
                request.Category is DataCategory.Delegation ? RefusedBecause.OnlyTheResidentMay : RefusedBecause.NotTheirsToChange);
        }

        var needed = Needed(request);
        alive.RemoveAll(d => !Reaches(d, request, facts) || d.Scope < needed);
        if (alive.Count == 0)
        {
            return AccessDecision.Refuse(RefusedBecause.DelegationTooNarrow);
        }

        if (IsTheirOwnDecision(request, facts) && alive.RemoveAll(d => d.Kind is DelegationKind.Parent) > 0 && alive.Count == 0)
        {
            return AccessDecision.Refuse(RefusedBecause.TheirOwnDecision);
        }

        if (request.Category is DataCategory.Place && Protection.HidesPlace(request, facts))
        {
            return AccessDecision.Refuse(RefusedBecause.PlaceIsProtected);
        }

        return request.Category.HasParts() ? ByPart(request, facts, alive) : Whole(request, facts, alive);
    }

    /// <summary>Property attorneys and the like act at any time; who decides about welfare, only where the person cannot.</summary>
    private static bool IsAlive(DelegationFact delegation, IndexedFacts facts, DateTime at) => delegation.Kind switch
    {
        DelegationKind.Parent => at < facts.Turns16 || (at < facts.Turns18 && WasConfirmed(delegation, facts.Turns16, at)),
        DelegationKind.WelfareAttorney => at >= facts.Turns18 && facts.Finding(FindingKind.LacksCapacity, null, at) is not null,
        DelegationKind.WelfareDeputy => at >= facts.Turns16 && facts.Finding(FindingKind.LacksCapacity, null, at) is not null,
        _ => true
    };

    private static bool WasConfirmed(DelegationFact delegation, DateTime since, DateTime at) =>
        delegation.Confirmed is { } confirmed && since <= confirmed && confirmed <= at;

    private static bool Reaches(DelegationFact delegation, AccessRequest request, IndexedFacts facts)
    {
        if (delegation.Parts is not null || IsForMoney(delegation))
        {
            return request.Category is DataCategory.Identity or DataCategory.Place || request.Category.HasParts();
        }

        return delegation.Kind is not DelegationKind.Parent
            || request.Category is not DataCategory.AccessLog
            || request.At < facts.Turns13
            || request.At >= facts.Turns16
            || WasConfirmed(delegation, facts.Turns13, request.At);
    }

    private static bool IsForMoney(DelegationFact delegation) =>
        delegation.Kind is DelegationKind.PropertyAttorney or DelegationKind.PropertyDeputy or DelegationKind.Appointee;

    private static PartSet PartsOf(DelegationFact delegation) =>
        (delegation.Parts ?? PartSet.All) & (IsForMoney(delegation) ? SharingPolicy.MoneyMatters : PartSet.All);

    private static DelegationScope Needed(AccessRequest request) => (request.Act, request.Category) switch
    {
        (Act.Read, _) => DelegationScope.View,
        (_, DataCategory.Consent) => DelegationScope.Manage,
        _ => DelegationScope.Contribute
    };

    private static bool IsTheirOwnDecision(AccessRequest request, IndexedFacts facts) =>
        request is { Act: Act.Write, Category: DataCategory.Consent }
        && request.At >= facts.Turns13
        && request.At < facts.Turns16
        && facts.Finding(FindingKind.Competent, null, request.At) is not null;

    private static AccessDecision ByPart(AccessRequest request, IndexedFacts facts, List<DelegationFact> alive)
    {
        var open = request.Wanted & alive.Aggregate(PartSet.None, (parts, d) => parts | PartsOf(d));
        if (open.IsEmpty)
        {
            return AccessDecision.Refuse(RefusedBecause.DelegationTooNarrow);
        }

        var left = open.Without(Restrictions.TakenAway(request, facts, hardOnly: true));

        // The better come first.
        return left.IsEmpty
            ? AccessDecision.Refuse(RefusedBecause.Restricted)
            : AccessDecision.Permit(
                Ground.Of(GroundKind.Delegation, left.InOrder().Select(part => alive.First(d => PartsOf(d).Contains(part)).Id)),
                left,
                left == request.Wanted);
    }

    private static AccessDecision Whole(AccessRequest request, IndexedFacts facts, List<DelegationFact> alive) =>
        Restrictions.TakenAway(request, facts, hardOnly: true).IsEmpty
            ? AccessDecision.Permit(Ground.Of(GroundKind.Delegation, alive[0].Id))
            : AccessDecision.Refuse(RefusedBecause.Restricted);
}
