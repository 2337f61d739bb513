using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>
/// Who may do what with an agreement. It concerns no resident, so there is no door; to everybody else one that exists and one
/// that does not look the same.
/// </summary>
internal static class AgreementAccess
{
    public static IQueryable<SharingAgreement> WithTerms(this IQueryable<SharingAgreement> agreements) =>
        agreements.AsSplitQuery().Include(a => a.Suspensions).Include(a => a.Versions).ThenInclude(v => v.Parties);

    /// <summary>An agency that was a party once may read what it had signed.</summary>
    public static bool MayBeReadBy(this SharingAgreement agreement, Actor actor) =>
        actor.Role is Role.DataGuardian
        || (actor.Role is Role.GovernanceLead && agreement.Versions.Any(v => v.Parties.Any(p => p.AgencyId == actor.AgencyId)));

    public static bool MayBeChangedBy(this SharingAgreement agreement, Actor actor) =>
        actor.Role is Role.GovernanceLead && agreement.Binds(actor.AgencyId);

    /// <summary>Stopping protects people, so the guardian may too; what the guardian may not is let it flow again.</summary>
    public static bool MayBeSuspendedBy(this SharingAgreement agreement, Actor actor) =>
        actor.Role is Role.DataGuardian || agreement.MayBeChangedBy(actor);

    public static bool MayBeSignedBy(this SharingAgreement agreement, Actor actor) =>
        actor.Role is Role.GovernanceLead && agreement.Latest.Parties.Any(p => p.AgencyId == actor.AgencyId);

    public static bool AwaitsSignatureOf(this SharingAgreement agreement, Actor actor) =>
        agreement.Status is not AgreementStatus.Ended && agreement.MayBeSignedBy(actor)
        && agreement.Latest.Parties.Single(p => p.AgencyId == actor.AgencyId).SignedAt is null;
}
