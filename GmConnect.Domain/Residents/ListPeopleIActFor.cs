using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Residents;

public sealed record PersonIActFor(Guid ResidentId, string FullName, string CalledName, bool IsMe, string? Relationship, DelegationScope? Scope);

/// <summary>Whose story, plan and permissions a citizen may open: their own, or those of who asked them to act.</summary>
public sealed class ListPeopleIActFor(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private const int Length = 100;

    public Task<IReadOnlyList<PersonIActFor>> ExecuteAsync(Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<IReadOnlyList<PersonIActFor>>(async database =>
        {
            var asking = Asking.ToRead(actor, Purpose.OwnRecord);
            if (actor.ResidentId is { } own)
            {
                var mine = await door.EnterAsync(database, own, DataCategory.Identity, asking, null, cancellationToken);

                return mine.Succeeded
                    ? [new(own, mine.Value.Entity.FullName, mine.Value.Entity.CalledName, true, null, null)]
                    : [];
            }

            var now = clock.UtcNow();
            var delegations = await door.ListAsync<Delegation>(
                database,
                rows => rows.Where(d => d.DelegateId == actor.AccountId && d.EndedAt == null && d.Until > now).OrderBy(d => d.Id),
                Length,
                asking,
                cancellationToken);

            return [.. delegations.Rows
                .Where(d => d.Entity.IsInForce(now))
                .GroupBy(d => d.Resident.Id)
                // Whoever was given more later has both; what they may do is the wider.
                .Select(ofOne => ofOne.MaxBy(d => d.Entity.Scope)!)
                .OrderBy(d => d.Resident.FullName, StringComparer.Ordinal)
                .Select(d => new PersonIActFor(
                    d.Resident.Id, d.Resident.FullName, d.Resident.CalledName, false, d.Entity.Relationship, d.Entity.Scope))];
        }, cancellationToken);
}
