using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// THE sharing decision: a pure function of the request and the facts. Its rules today: a resident sees their own
/// record and changes what is the family's; a delegate acts within a delegation in force; an agency's worker needs a consent in force for the part and
/// purpose, and for a referral, a case or the plan the matching second fact. Everything else is refused.
/// </summary>
public static class SharingDecision
{
    /// <summary>What residents and their delegates change; referrals, cases and the log are others' work, which they read.</summary>
    private static readonly HashSet<DataCategory> _familysToChange =
        [DataCategory.StoryDraft, DataCategory.Consent, DataCategory.Delegation, DataCategory.Plan];

    public static AccessDecision Decide(AccessRequest request, SharingFacts facts)
    {
        if (request.ResidentId != facts.ResidentId)
        {
            throw new ArgumentException("The facts are about somebody else.", nameof(facts));
        }

        return request.Actor.Role switch
        {
            Role.Resident => ForResident(request),
            Role.Delegate => ForDelegate(request, facts),
            Role.PartnerSystem => request.Channel is Channel.Exchange ? ForAgency(request, facts) : No(RefusedBecause.RoleHasNoAccess),
            var role when role.IsWorker() => ForAgency(request, facts),
            _ => No(RefusedBecause.RoleHasNoAccess)
        };
    }

    private static AccessDecision ForResident(AccessRequest request) =>
        request.Actor.ResidentId != request.ResidentId ? No(RefusedBecause.NotTheirRecord)
        : IsTheFamilysAct(request) ? AccessDecision.Permit(GroundKind.OwnRecord, request.ResidentId)
        : No(RefusedBecause.NotTheirsToChange);

    private static bool IsTheFamilysAct(AccessRequest request) =>
        request.Act is Act.Read || _familysToChange.Contains(request.Category);

    private static AccessDecision ForDelegate(AccessRequest request, SharingFacts facts)
    {
        var delegation = facts.Delegations
            .Where(d => d.DelegateId == request.Actor.AccountId && d.From <= request.At && request.At < d.Until)
            .MaxBy(d => d.Scope);
        if (delegation is null)
        {
            return No(RefusedBecause.NoDelegation);
        }

        return (request.Act, request.Category) switch
        {
            _ when !IsTheFamilysAct(request) => No(RefusedBecause.NotTheirsToChange),
            (Act.Write, DataCategory.Delegation) => No(RefusedBecause.OnlyTheResidentMay),
            var (act, category) when delegation.Scope < Needed(act, category) => No(RefusedBecause.DelegationTooNarrow),
            _ => AccessDecision.Permit(GroundKind.Delegation, delegation.Id)
        };
    }

    private static DelegationScope Needed(Act act, DataCategory category) => (act, category) switch
    {
        (Act.Read, _) => DelegationScope.View,
        (_, DataCategory.StoryDraft or DataCategory.Plan) => DelegationScope.Contribute,
        _ => DelegationScope.Manage
    };

    private static AccessDecision ForAgency(AccessRequest request, SharingFacts facts)
    {
        if (request.Actor.AgencyId is not { } agency)
        {
            return No(RefusedBecause.RoleHasNoAccess);
        }

        var consents = facts.Consents
            .Where(c => c.AgencyId == agency && c.From <= request.At && request.At < c.Until)
            .ToList();
        if (consents.Count == 0)
        {
            return No(RefusedBecause.NoConsent);
        }

        if (request.Purpose is Purpose.OwnRecord)
        {
            // What is shown for it is the family's view, the NHS number included.
            return No(RefusedBecause.NotTheirPurpose);
        }

        return request.Category switch
        {
            DataCategory.Identity or DataCategory.Message when request.Act is Act.Read =>
                AccessDecision.Permit(GroundKind.Consent, consents[0].Id),
            DataCategory.StoryPart when request.Act is Act.Read => ForParts(request, consents),
            DataCategory.CaseHeader when request.Act is Act.Read => ForReferral(request, facts, agency, consents[0]),
            DataCategory.Referral => ForReferral(request, facts, agency, consents[0]),
            DataCategory.Case or DataCategory.Plan => ForCareTeam(request, facts, agency, consents[0]),
            _ => No(RefusedBecause.CategoryNotForAgencies)
        };
    }

    private static AccessDecision ForParts(AccessRequest request, List<ConsentFact> consents)
    {
        var matching = consents.Where(c => c.Purpose == request.Purpose).ToList();
        var wanted = request.Parts ?? StoryQuestions.Parts;
        var permitted = wanted.Where(p => matching.Any(c => c.Parts.Contains(p))).Distinct().Order().ToList();
        if (permitted.Count == 0)
        {
            return No(RefusedBecause.PartNotShared);
        }

        var used = matching.Where(c => c.Parts.Intersect(permitted).Any()).Select(c => c.Id).ToList();

        return AccessDecision.PermitParts(
            permitted.Count == wanted.Distinct().Count(), permitted, new Ground(GroundKind.Consent, used));
    }

    private static AccessDecision ForReferral(AccessRequest request, SharingFacts facts, Guid agency, ConsentFact consent)
    {
        var referral = facts.Referrals.FirstOrDefault(r =>
            r.AgencyId == agency && (request.Category is not DataCategory.Referral || request.Row is null || r.Id == request.Row));

        return referral is null
            ? No(RefusedBecause.NoReferral)
            : AccessDecision.Permit(GroundKind.ConsentAndReferral, consent.Id, referral.Id);
    }

    /// <summary>A partner system stands for its whole agency; a worker must be in the care team in person.</summary>
    private static AccessDecision ForCareTeam(AccessRequest request, SharingFacts facts, Guid agency, ConsentFact consent)
    {
        var member = facts.CareTeam.FirstOrDefault(m =>
            m.AgencyId == agency
            && (m.AccountId == request.Actor.AccountId || request.Actor.Role is Role.PartnerSystem)
            && (request.Category is not DataCategory.Case || request.Row is null || m.CaseId == request.Row)
            && m.From <= request.At && request.At < m.Until);

        return member is null
            ? No(RefusedBecause.NotInTheCareTeam)
            : AccessDecision.Permit(GroundKind.ConsentAndCareTeam, consent.Id, member.Id);
    }

    private static AccessDecision No(RefusedBecause because) => AccessDecision.Refuse(because);
}
