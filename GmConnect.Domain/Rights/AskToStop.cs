using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

public sealed record AgencyThatUses(Guid AgencyId, string Agency);

public sealed record ObjectableShown(WhoItIs Who, IReadOnlyList<AgencyThatUses> Agencies);

/// <summary>
/// The person, or who acts for them, objects: the agency is stopped in the same save. What the law demands goes on (rule 57: an
/// objection binds the ground of consent only).
/// </summary>
public sealed class AskToStop(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <summary>The agencies that may see anything now.</summary>
    public Task<Outcome<ObjectableShown>> ReadAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ObjectableShown>>(async database =>
        {
            var entered = await EnterAsync(database, residentId, actor, cancellationToken);

            return entered.Succeeded
                ? new ObjectableShown(WhoItIs.For(entered.Value), await AgenciesAsync(database, entered.Value, cancellationToken))
                : entered.Refusal;
        }, cancellationToken);

    /// <param name="agencyId">Nothing when none was chosen.</param>
    public Task<Outcome<QuestionAsked>> ExecuteAsync(
        Guid residentId, Guid? agencyId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionAsked>>(async database =>
        {
            var entered = await EnterAsync(database, residentId, actor, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            if ((await AgenciesAsync(database, entered.Value, cancellationToken)).FirstOrDefault(a => a.AgencyId == agencyId) is not { } agency)
            {
                return new ChooseWhoIsToStop();
            }

            var why = PlainText.Clean(words);
            if (Correction.Check(why, () => new SayWhyToStop()) is { } refused)
            {
                return refused;
            }

            var now = clock.UtcNow();
            var matter = new Matter
            {
                Reference = Reference.New(), ResidentId = residentId, Kind = MatterKind.Objection, AgencyId = agency.AgencyId, OpenedAt = now,
                OpenedBy = actor.AccountId, Words = why, DueAt = DueDays.For(MatterKind.Objection, null, now)
            };
            var restriction = new SharingRestricted
            {
                ResidentId = residentId, Kind = RestrictionKind.Objection, AgencyId = agency.AgencyId, From = now, RecordedBy = actor.AccountId, Why = why
            };
            door.Admit(database, entered.Value.Resident, matter);
            door.Admit(database, entered.Value.Resident, restriction);
            door.Admit(database, entered.Value.Resident, new Objection
            {
                ResidentId = residentId, MatterId = matter.Id, AgencyId = agency.AgencyId, RestrictionId = restriction.Id
            });
            database.TellAfterCommit(Topics.Desk);
            database.TellAfterCommit(Topics.Resident(residentId));
            database.TellAfterCommit(Topics.InboxOf(agency.AgencyId));

            return new QuestionAsked(matter.Reference, matter.DueAt);
        }, cancellationToken);

    private Task<Outcome<Opened<Resident>>> EnterAsync(GmConnectDbContext database, Guid residentId, Actor actor, CancellationToken cancellationToken) =>
        door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);

    /// <summary>A relative who may not know where a protected person is helped is offered none.</summary>
    private async Task<IReadOnlyList<AgencyThatUses>> AgenciesAsync(GmConnectDbContext database, Opened<Resident> entered, CancellationToken cancellationToken)
    {
        if (!entered.MayKnowWhoHelps)
        {
            return [];
        }

        var now = clock.UtcNow();
        var ids = (await door.AllAboutAsync<ConsentRecord>(database, entered.Resident, Asking.ToRead(entered.Actor, Purpose.OwnRecord), null, cancellationToken))
            .Where(c => c.IsInForce(now)).Select(c => c.AgencyId).Distinct().ToList();

        return await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name)
            .Select(a => new AgencyThatUses(a.Id, a.Name)).ToListAsync(cancellationToken);
    }
}
