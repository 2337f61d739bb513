using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>Stops what flows under an agreement at once, and lets it flow again. Each with its reason.</summary>
public sealed class SuspendAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid agreementId, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAgreementAsync(
            agreementId,
            a => a.MayBeSuspendedBy(actor),
            (_, agreement) => Task.FromResult(agreement.Suspend(why, actor.At(clock.UtcNow()))),
            cancellationToken);

    public Task<Outcome> ResumeAsync(Guid agreementId, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAgreementAsync(
            agreementId,
            a => a.MayBeChangedBy(actor),
            (_, agreement) => Task.FromResult(agreement.Resume(why, actor.At(clock.UtcNow()))),
            cancellationToken);
}
