using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <summary>Writes down a new agreement, by a governance lead of one of its parties. Nothing flows under it until all have signed.</summary>
public sealed class DraftAgreement(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    public Task<Outcome<Guid>> ExecuteAsync(
        string? title, AgreementTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<Guid>>(async database =>
        {
            if (actor.Role is not Role.GovernanceLead || typed.Parties.All(p => p.AgencyId != actor.AgencyId))
            {
                return NotFound.Instance;
            }

            var terms = await typed.ReadAsync(database, cancellationToken);

            return terms
                .Then(read => SharingAgreement.Draft(title, read, typed.Why, actor.At(clock.UtcNow())))
                .Then<Guid>(draft =>
                {
                    database.Add(draft);
                    database.TellAfterCommit(Topics.Agreements);

                    return draft.Id;
                });
        }, cancellationToken);
}
