using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.ComingOfAge;

/// <summary>A parent whose part in things is the young person's to decide.</summary>
/// <param name="Answered">The young person has answered about it at this age. Nobody else is told.</param>
public sealed record ParentShown(Guid DelegationId, string Name, DelegationScope Scope, bool Answered);

/// <summary>A permission that a parent gave and that still stands.</summary>
public sealed record ParentsConsent(Guid ConsentId, string Agency, Purpose Purpose, IReadOnlyList<StoryPartKind> Parts, DateTime Until);

/// <param name="Age">The age that the words are about: the next one that was told of, or the last one reached.</param>
/// <param name="Reached">That age has been reached.</param>
/// <param name="On">The London day of that birthday.</param>
/// <param name="IsOwn">The reader is the young person, who is asked; others are told what changes.</param>
/// <param name="MayDecide">The young person may decide this now.</param>
public sealed record ComingOfAgeShown(
    WhoItIs Who, int Age, bool Reached, DateOnly On, bool IsOwn, bool MayDecide,
    IReadOnlyList<ParentShown> Parents, IReadOnlyList<ParentsConsent> Consents)
{
    /// <summary>Something waits for the young person's own word.</summary>
    public bool Asks => IsOwn && MayDecide && Reached && (Parents.Any(p => !p.Answered) || Consents.Count > 0);
}

/// <summary>What changes for a young person at 13, 16 and 18, and what they are asked. A parent reads what changes, not what was answered.</summary>
public sealed class ReadComingOfAge(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    /// <returns>Not found too when nothing changes for this person.</returns>
    public Task<Outcome<ComingOfAgeShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ComingOfAgeShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, Purpose.OwnRecord);
            var entered = await door.EnterAsync(database, residentId, DataCategory.Delegation, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var (now, resident, own) = (clock.UtcNow(), entered.Value.Resident, actor.ResidentId == residentId);
            if (Milestones.Standing(resident.BirthDate, now) is not { } told)
            {
                return NotFound.Instance;
            }

            var begins = Birthday.Begins(resident.BirthDate, told.Age);
            var parents = (await door.RowsOfAsync<Delegation>(database, entered.Value, cancellationToken))
                .Where(d => d.Kind is DelegationKind.Parent && d.IsInForce(now)).ToList();
            var ids = parents.Select(d => d.DelegateId).ToList();
            var names = await database.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

            return new ComingOfAgeShown(
                WhoItIs.For(entered.Value),
                told.Age,
                begins <= now,
                Birthday.Of(resident.BirthDate, told.Age),
                own,
                own && entered.Value.May(Act.Write, DataCategory.Delegation),
                [.. parents.Select(d => new ParentShown(d.Id, names[d.DelegateId], d.Scope, own && d.AnsweredAt >= begins))],
                own && told.Age >= 16 ? await ConsentsAsync(database, resident, asking, entered.Value.MayKnowWhoHelps, now, cancellationToken) : []);
        }, cancellationToken);

    private async Task<IReadOnlyList<ParentsConsent>> ConsentsAsync(
        GmConnectDbContext database, Resident resident, Asking asking, bool places, DateTime now, CancellationToken cancellationToken)
    {
        var consents = (await door.AllAboutAsync<ConsentRecord>(database, resident, asking, null, cancellationToken))
            .Where(c => c.DecidedBy is DecidedBy.Parent && c.IsInForce(now)).ToList();
        var ids = consents.Select(c => c.AgencyId).ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);

        return [.. consents.Select(c => new ParentsConsent(
            c.Id, labels.For(agencies[c.AgencyId], places), c.Purpose, [.. c.Parts.Select(p => p.Part).Order()], c.Until))];
    }
}
