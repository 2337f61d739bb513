using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>What follows when a permission ends before its day: queued messages go, and the agency is told and asked what it did with what it had.</summary>
public sealed class EndPermission(Door door, Outbox outbox)
{
    internal async Task TellAsync(GmConnectDbContext database, Resident resident, ConsentRecord consent, Stamp stamp, CancellationToken cancellationToken)
    {
        await CancelQueuedAsync(database, consent, stamp.At, cancellationToken);
        var reference = (await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken))
            .Where(r => r.AgencyId == consent.AgencyId).MaxBy(r => r.ReceivedAt)?.Reference;
        database.AgencyNotices.Add(new AgencyNotice
        {
            AgencyId = consent.AgencyId, ConsentId = consent.Id, ReferralReference = reference ?? consent.Reference, At = stamp.At
        });
        await outbox.WriteWithdrawalAsync(database, resident, consent, stamp.At, cancellationToken);
    }

    /// <summary>
    /// What a refused, redirected or closed referral opened ends with it: the permission, unless another referral of theirs or a place in the
    /// care team needs it, or the disclosure.
    /// </summary>
    internal async Task LapseAsync(GmConnectDbContext database, Resident resident, Referral referral, Stamp stamp, CancellationToken cancellationToken)
    {
        if (referral.DisclosureId is { } disclosure)
        {
            (await door.UnsafeAllOfAsync<StandingFact>(database, resident.Id, cancellationToken)).Single(f => f.Id == disclosure).End(stamp);
        }

        var consent = (await door.UnsafeAllOfAsync<ConsentRecord>(database, resident.Id, cancellationToken)).SingleOrDefault(c => c.Id == referral.ConsentId);
        if (consent is null || !consent.IsInForce(stamp.At) || await IsStillNeededAsync(database, resident, referral, stamp.At, cancellationToken))
        {
            return;
        }

        consent.Lapse(stamp.At);
        await TellAsync(database, resident, consent, stamp, cancellationToken);
    }

    private async Task<bool> IsStillNeededAsync(
        GmConnectDbContext database, Resident resident, Referral ended, DateTime at, CancellationToken cancellationToken) =>
        (await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken))
            .Any(r => r.Id != ended.Id && r.AgencyId == ended.AgencyId && !r.Status.HasEnded())
        || (await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken))
            .Any(c => c.Status.IsLive() && c.CareTeam.Any(m => m.AgencyId == ended.AgencyId && m.IsOn(at)));

    /// <summary>A message being sent at this moment counts as sent: the notice follows it.</summary>
    private async Task CancelQueuedAsync(
        GmConnectDbContext database, ConsentRecord consent, DateTime now, CancellationToken cancellationToken)
    {
        var messages = await door.UnsafeAllOfAsync<OutboxMessage>(database, consent.ResidentId, cancellationToken);
        var queued = messages
            .Where(m => m.ConsentId == consent.Id
                && m.Status is (MessageStatus.Waiting or MessageStatus.Dead)
                && m.Kind is not MessageKind.ConsentWithdrawn)
            .ToList();
        foreach (var message in queued)
        {
            message.Cancel(now);
        }

        var ids = queued.Select(m => m.Id).ToList();
        database.RemoveRange(await database.Set<OutboxBody>().Where(b => ids.Contains(b.MessageId)).ToListAsync(cancellationToken));
    }
}
