using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>
/// The person, or somebody who may read every part of the record in their place, asks for a copy of everything. It is due in a
/// calendar month (UK GDPR Articles 12(3) and 15). While one is being made there is no second.
/// </summary>
public sealed class AskForPack(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<QuestionAsked>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<QuestionAsked>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            if (!MayHaveEverything(entered.Value))
            {
                return new OnlyThePersonMayHaveIt();
            }

            var waiting = (await door.RowsOfAsync<AccessPack>(database, entered.Value, cancellationToken)).FirstOrDefault(p => p.ReadyAt is null);
            if (waiting is not null)
            {
                var asked = (await door.RowsOfAsync<Matter>(database, entered.Value, cancellationToken)).Single(m => m.Id == waiting.MatterId);

                return new QuestionAsked(asked.Reference, asked.DueAt);
            }

            var now = clock.UtcNow();
            var matter = new Matter
            {
                Reference = Reference.New(), ResidentId = residentId, Kind = MatterKind.SubjectAccess, OpenedAt = now, OpenedBy = actor.AccountId,
                DueAt = DueDays.For(MatterKind.SubjectAccess, null, now)
            };
            door.Admit(database, entered.Value.Resident, matter);
            door.Admit(database, entered.Value.Resident, new AccessPack
            {
                ResidentId = residentId, MatterId = matter.Id, AskedBy = actor.AccountId, AskedAt = now
            });
            database.TellAfterCommit(Topics.Desk);

            return new QuestionAsked(matter.Reference, matter.DueAt);
        }, cancellationToken);

    /// <summary>Every category, to take away: a relative of a protected person, or one who acts in some parts only, may not.</summary>
    internal static bool MayHaveEverything(Opened<Resident> entered) =>
        Enum.GetValues<DataCategory>().All(category => SharingDecision.Decide(
            entered.Request with { Act = Act.Read, Category = category, Channel = Channel.Export, Parts = null, Row = null }, entered.Facts).Verdict is Verdict.Permit);
}
