using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public enum PermissionState
{
    InForce,
    Withdrawn,
    Replaced,
    Ended,

    /// <summary>The agency said no to what came under it.</summary>
    TurnedDown,

    /// <summary>A no that stands.</summary>
    Refused
}

/// <summary>The receipt of one permission: who, what, with whom, for what, until when. Source: ISO/IEC TS 27560:2023.</summary>
/// <param name="IsMyNo">A no that the reader said, and can take back.</param>
/// <param name="OfTheOtherParent">The reader has parental responsibility, and the other parent gave it: withdrawing it is a no that stands.</param>
/// <param name="RightAgency">The agency that this one says is the right one.</param>
/// <param name="Wording">Nothing where it would tell a relative where a protected person is helped.</param>
public sealed record PermissionShown(
    Guid ConsentId,
    string Reference,
    Guid AgencyId,
    string Agency,
    Purpose Purpose,
    IReadOnlyList<StoryPartKind> Parts,
    DateTime From,
    DateTime Until,
    string GivenBy,
    bool OnBehalf,
    PermissionState State,
    DateTime? WithdrawnAt,
    string? WithdrawnBy,
    string? Wording,
    string WordingHash,
    string Language,
    AgencyProgress Progress,
    WithdrawalShown? Withdrawal,
    bool IsMyNo,
    bool OfTheOtherParent,
    string? RightAgency);

/// <summary>What became of what the agency had, once it was told.</summary>
/// <param name="Answer">Nothing while it has not said.</param>
public sealed record WithdrawalShown(DateTime ToldAt, WithdrawalAnswer? Answer, string? Law, DateTime? AnsweredAt);

public sealed record DelegationShown(
    Guid DelegationId, string Delegate, string Relationship, DelegationScope Scope, string? WitnessedBy, DateTime From, DateTime Until, DateTime? EndedAt, bool IsInForce);

/// <param name="MayChange">The reader may give permissions and withdraw them.</param>
public sealed record PermissionsShown(
    WhoItIs Who, bool IsOwn, bool MayChange, IReadOnlyList<PermissionShown> Permissions, IReadOnlyList<DelegationShown> Delegations);

/// <summary>Every permission of a resident with what became of it, and who may act for them.</summary>
public sealed class ReadPermissions(IDbContextFactory<GmConnectDbContext> databases, Door door, AgencyLabels labels, TimeProvider clock)
{
    /// <param name="channel">Export: it leaves as a document.</param>
    public Task<Outcome<PermissionsShown>> ExecuteAsync(
        Guid residentId, Actor actor, Channel channel = Channel.Page, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PermissionsShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, Purpose.OwnRecord) with { Channel = channel };
            var entered = await door.EnterAsync(database, residentId, DataCategory.Consent, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var now = clock.UtcNow();
            var resident = entered.Value.Resident;
            var consents = await door.RowsOfAsync<ConsentRecord>(database, entered.Value, cancellationToken);
            var delegations = await door.AllAboutAsync<Delegation>(database, resident, asking, null, cancellationToken);
            var referrals = await door.AllAboutAsync<Referral>(database, resident, asking, null, cancellationToken);
            var messages = await door.AllAboutAsync<OutboxMessage>(database, resident, asking, null, cancellationToken);

            var people = consents.SelectMany(c => new[] { c.GivenBy, c.WithdrawnBy ?? c.GivenBy })
                .Concat(delegations.Select(d => d.DelegateId)).Distinct().ToList();
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var agencyIds = consents.Select(c => c.AgencyId).Distinct().ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => agencyIds.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, cancellationToken);
            // A relative of a protected person reads nothing that tells where those who help are.
            var places = entered.Value.MayKnowWhoHelps;

            var consentIds = consents.Select(c => c.Id).ToList();
            var withdrawals = await database.AgencyNotices.AsNoTracking().Where(n => consentIds.Contains(n.ConsentId))
                .ToDictionaryAsync(n => n.ConsentId, n => new WithdrawalShown(n.At, n.Answer, n.Law, n.AnsweredAt), cancellationToken);

            var progress = consents.ToDictionary(c => c.Id, c => ProgressOf(c, referrals, messages, places, actor.ResidentId == residentId));
            var rightIds = progress.Values.Select(p => p.RightAgencyId).OfType<Guid>().Distinct().ToList();
            var right = await database.Agencies.AsNoTracking().Where(a => rightIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            string? RightAgencyOf(ConsentRecord consent) =>
                progress[consent.Id].RightAgencyId is { } id ? labels.For(right[id], places) : null;

            return new PermissionsShown(
                WhoItIs.For(entered.Value),
                actor.ResidentId == residentId,
                entered.Value.May(Act.Write, DataCategory.Consent),
                [.. consents.OrderByDescending(c => c.IsInForce(now)).ThenByDescending(c => c.From).Select(c => new PermissionShown(
                    c.Id, c.Reference, c.AgencyId, labels.For(agencies[c.AgencyId], places), c.Purpose, [.. c.Parts.Select(p => p.Part).Order()],
                    c.From, c.Until, names[c.GivenBy], c.UnderDelegation is not null, StateOf(c, now), c.WithdrawnAt,
                    c.WithdrawnBy is { } by ? names[by] : null, places ? c.Wording : null, c.WordingHash, c.Language,
                    progress[c.Id],
                    withdrawals.GetValueOrDefault(c.Id),
                    StateOf(c, now) is PermissionState.Refused && c.GivenBy == actor.AccountId,
                    c.IsInForce(now) && c.DecidedBy is DecidedBy.Parent && c.GivenBy != actor.AccountId && Family.ActsAsParent(entered.Value),
                    RightAgencyOf(c)))],
                [.. delegations.OrderByDescending(d => d.From).Select(d => new DelegationShown(
                    d.Id, names[d.DelegateId], d.Relationship, d.Scope, places ? d.WitnessedBy : null, d.From, d.Until, d.EndedAt, d.IsInForce(now)))]);
        }, cancellationToken);

    private static AgencyProgress ProgressOf(
        ConsentRecord consent, IReadOnlyList<Referral> referrals, IReadOnlyList<OutboxMessage> messages, bool places, bool isOwn)
    {
        // What came under this permission; else, for one that was renewed, the agency's latest. What a worker handed over is no answer to the family's share.
        var theirs = referrals.Where(r => r.AgencyId == consent.AgencyId && r.ReferredBy is null).ToList();
        var referral = theirs.Where(r => r.ConsentId == consent.Id).MaxBy(r => r.ReceivedAt) ?? theirs.MaxBy(r => r.ReceivedAt);
        var progress = AgencyProgress.Of(referral, [.. messages.Where(m => m.ConsentId == consent.Id)]) with
        {
            AnswerBy = referral is { IsPrivate: false } && referral.Status.IsOpen() ? referral.DueAt : null
        };

        // Words about danger at home are for the person, not for whoever acts for them.
        return places && (isOwn || referral is not { IsPrivate: true }) ? progress : progress with { Reason = null };
    }

    private static PermissionState StateOf(ConsentRecord consent, DateTime now) =>
        consent.WithdrawnAt is not null ? PermissionState.Withdrawn
        : consent.SupersededAt is not null ? PermissionState.Replaced
        : consent.LapsedAt is not null ? PermissionState.TurnedDown
        : consent.IsInForce(now) ? PermissionState.InForce
        : consent.Stands(now) ? PermissionState.Refused
        : PermissionState.Ended;
}
