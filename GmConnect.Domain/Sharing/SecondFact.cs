namespace GmConnect.Domain.Sharing;

/// <summary>What besides consent opens a referral, a case or the plan: rule 52.</summary>
internal static class SecondFact
{
    public static (GroundKind Kind, Guid? Id, RefusedBecause? Missing) Of(AgencyAsking asker)
    {
        var (request, facts) = (asker.Request, asker.Facts.Facts);
        switch (request.Category)
        {
            case DataCategory.Referral or DataCategory.CaseHeader:
                var referral = facts.Referrals.BestInForce(request.At, r => r.AgencyId == asker.Agency
                    && (request.Category is DataCategory.CaseHeader || request.Row is null || r.Id == request.Row));

                return (GroundKind.ConsentAndReferral, referral?.Id, referral is null ? RefusedBecause.NoReferral : null);

            case DataCategory.Case or DataCategory.Plan:
                var member = facts.CareTeam.BestInForce(request.At, m => m.AgencyId == asker.Agency
                    && (asker.IsSystem || m.AccountId == request.Actor.AccountId)
                    && (request.Category is DataCategory.Plan || request.Row is null || m.CaseId == request.Row));

                return (GroundKind.ConsentAndCareTeam, member?.Id, member is null ? RefusedBecause.NotInTheCareTeam : null);

            default:
                return (GroundKind.Consent, null, null);
        }
    }
}
