using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>Something a professional wrote about the person.</summary>
/// <param name="RowId">The case or referral it stands in.</param>
public sealed record Written(CorrectedThing About, Guid RowId, Guid AgencyId, string Agency, string Words, DateTime At);

public sealed record CorrectableShown(WhoItIs Who, IReadOnlyList<Written> Written);

/// <summary>
/// What was written about a person that they may ask to have corrected, with whose words they are. A relative who may not know
/// where a protected person is helped reads none of it, and can still say what is wrong.
/// </summary>
public sealed class ReadCorrectable(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<CorrectableShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<CorrectableShown>>(async database =>
        {
            var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);

            return entered.Succeeded
                ? new CorrectableShown(WhoItIs.For(entered.Value), await OfAsync(database, door, entered.Value, cancellationToken))
                : entered.Refusal;
        }, cancellationToken);

    internal static async Task<IReadOnlyList<Written>> OfAsync(
        GmConnectDbContext database, Door door, Opened<Resident> entered, CancellationToken cancellationToken)
    {
        if (!entered.MayKnowWhoHelps)
        {
            return [];
        }

        var asking = Asking.ToRead(entered.Actor, Purpose.OwnRecord);
        // Words about danger at home are for the person, not for whoever acts for them.
        var isOwn = entered.Actor.ResidentId == entered.Resident.Id;
        var cases = await door.AllAboutAsync<CaseFile>(database, entered.Resident, asking, null, cancellationToken);
        var referrals = await door.AllAboutAsync<Referral>(database, entered.Resident, asking, null, cancellationToken);
        var agencies = await database.Agencies.AsNoTracking()
            .Where(a => cases.Select(c => c.AgencyId).Concat(referrals.Select(r => r.AgencyId)).Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

        return
        [
            .. cases.Select(c => new Written(CorrectedThing.CaseAim, c.Id, c.AgencyId, agencies[c.AgencyId], c.Summary, c.OpenedAt)),
            .. referrals.Where(r => r.TriageReason is not null && (isOwn || !r.IsPrivate))
                .Select(r => new Written(CorrectedThing.TriageReason, r.Id, r.AgencyId, agencies[r.AgencyId], r.TriageReason!, r.TriagedAt!.Value)),
            .. referrals.Where(r => r.RefusalReason is not null && (isOwn || !r.IsPrivate))
                .Select(r => new Written(CorrectedThing.RefusalReason, r.Id, r.AgencyId, agencies[r.AgencyId], r.RefusalReason!, r.AnsweredAt!.Value))
        ];
    }
}
