using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>Writes a new version, which every party of it must sign. Until then the version that was signed stays in force.</summary>
public sealed class ChangeAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public Task<Outcome> ExecuteAsync(Guid agreementId, AgreementTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.ChangeAgreementAsync(agreementId, a => a.MayBeChangedBy(actor), async (database, agreement) =>
        {
            var terms = await typed.ReadAsync(database, cancellationToken);

            return terms.Then(read => agreement.Change(read, typed.Why, actor.At(clock.UtcNow())));
        }, cancellationToken);
}
