namespace GmConnect.Domain.Sharing;

/// <summary>Residents and their own record: rules 30 to 36.</summary>
internal static class OwnRecordGround
{
    public static AccessDecision Decide(AccessRequest request, IndexedFacts facts)
    {
        if (request.Actor.ResidentId != request.ResidentId)
        {
            return AccessDecision.Refuse(RefusedBecause.NotTheirRecord);
        }

        if (request.At < facts.Turns13)
        {
            return AccessDecision.Refuse(RefusedBecause.TooYoung);
        }

        return request.Act is Act.Read || Family.MayChange(request.Category)
            ? Permit(request)
            : request.Category is DataCategory.Consent or DataCategory.Delegation
                ? ToDecide(request, facts)
                : AccessDecision.Refuse(RefusedBecause.NotTheirsToChange);
    }

    private static AccessDecision ToDecide(AccessRequest request, IndexedFacts facts)
    {
        if (request.At >= facts.Turns16)
        {
            return facts.Finding(FindingKind.LacksCapacity, null, request.At) is null
                ? Permit(request)
                : AccessDecision.Refuse(RefusedBecause.LacksCapacity);
        }

        return facts.Finding(FindingKind.Competent, null, request.At) is { } competent
            ? Permit(request, competent.Id)
            : AccessDecision.Refuse(RefusedBecause.NeedsCompetence);
    }

    private static AccessDecision Permit(AccessRequest request, params IEnumerable<Guid> findings) =>
        AccessDecision.Permit(Ground.Of(GroundKind.OwnRecord, [request.ResidentId, .. findings]), request.Wanted);
}
