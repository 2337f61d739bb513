using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>A governance lead signs the latest version for their own agency. With the last signature it comes into force.</summary>
public sealed class SignAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    /// <param name="number">The version that was read before signing.</param>
    /// <param name="office">In what office: "Caldicott Guardian".</param>
    public Task<Outcome> ExecuteAsync(
        Guid agreementId, int number, string? office, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAgreementAsync(
            agreementId,
            a => a.MayBeSignedBy(actor),
            (_, agreement) => Task.FromResult(agreement.Sign(number, actor.AgencyId!.Value, office, actor.At(clock.UtcNow()))),
            cancellationToken);
}
