using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>Ends an agreement for good, now and never at an earlier time. There is no way back but a new one.</summary>
public sealed class EndAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid agreementId, string? why, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAgreementAsync(
            agreementId,
            a => a.MayBeChangedBy(actor),
            (_, agreement) => Task.FromResult(agreement.End(why, actor.At(clock.UtcNow()))),
            cancellationToken);
}
