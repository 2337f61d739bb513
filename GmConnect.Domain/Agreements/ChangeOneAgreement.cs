using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

internal static class ChangeOneAgreement
{
    /// <summary>Opens the agreement for who may act, acts, and has the open pages of its parties told once it is committed.</summary>
    public static Task<Outcome> ChangeAgreementAsync(
        this IDbContextFactory<GmConnectDbContext> databases,
        Guid agreementId,
        Func<SharingAgreement, bool> isAllowed,
        Func<GmConnectDbContext, SharingAgreement, Task<Outcome>> act,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync(async database =>
        {
            var agreement = await database.Set<SharingAgreement>().WithTerms()
                .SingleOrDefaultAsync(a => a.Id == agreementId, cancellationToken);
            if (agreement is null || !isAllowed(agreement))
            {
                return NotFound.Instance;
            }

            var outcome = await act(database, agreement);
            if (outcome.Succeeded)
            {
                database.Touch(agreement);
                database.TellOf(agreement);
            }

            return outcome;
        }, cancellationToken);

    public static void TellOf(this GmConnectDbContext database, SharingAgreement agreement)
    {
        foreach (var agency in agreement.Versions.SelectMany(v => v.Parties).Select(p => p.AgencyId).Distinct())
        {
            database.TellAfterCommit(Topics.InboxOf(agency));
            database.TellAfterCommit(Topics.FlowsTo(agency));
        }

        database.TellAfterCommit(Topics.Agreements);
    }
}
