using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Residents;

/// <param name="SeesMoreThanTheStory">Not so for who acts in some parts of it alone, or in money matters.</param>
public sealed record PersonIActFor(Guid ResidentId, string FullName, string CalledName, bool IsMe, string? Relationship, DelegationScope? Scope, bool SeesMoreThanTheStory);

/// <summary>Whose story, plan and permissions a citizen may open: their own, or those of who asked them to act.</summary>
public sealed class ListPeopleIActFor(IDbContextFactory<GmConnectDbContext> databases, Door door)
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
                    ? [new(own, mine.Value.Entity.FullName, mine.Value.Entity.CalledName, true, null, null, true)]
                    : [];
            }

            var people = await door.ActedForAsync(database, Length, asking, cancellationToken);

            return [.. people.OrderBy(p => p.Person.Resident.FullName, StringComparer.Ordinal).Select(p => new PersonIActFor(
                p.Person.Resident.Id, p.Person.Resident.FullName, p.Person.Resident.CalledName, false, p.Under.Relationship, p.Under.Scope,
                p.Person.May(Act.Read, DataCategory.Consent)))];
        }, cancellationToken);
}
