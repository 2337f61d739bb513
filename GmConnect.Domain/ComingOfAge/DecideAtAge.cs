using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.ComingOfAge;

/// <summary>The young person's own word on what a parent held or gave: docs/sharing-decision.md, rules 34, 35, 38, 41 and 48.</summary>
public sealed class DecideAtAge(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <summary>That a parent goes on helping, or may see who looked. To end all of it is <see cref="EndDelegation"/>.</summary>
    public Task<Outcome> KeepParentAsync(Guid delegationId, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync(delegationId, actor, (delegation, at) => delegation.Confirm(at), cancellationToken);

    /// <summary>At 13: the parent may not see who looked. What else they do goes on.</summary>
    public Task<Outcome> DeclineParentAsync(Guid delegationId, Actor actor, CancellationToken cancellationToken = default) =>
        AnswerAsync(delegationId, actor, (delegation, at) => delegation.Decline(at), cancellationToken);

    private Task<Outcome> AnswerAsync(Guid delegationId, Actor actor, Action<Delegation, DateTime> answer, CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<Delegation>(database, delegationId, Asking.ToWrite(actor, Purpose.OwnRecord), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.Kind is not DelegationKind.Parent || !opened.Value.Entity.IsInForce(clock.UtcNow()))
            {
                return NotFound.Instance;
            }

            answer(opened.Value.Entity, clock.UtcNow());
            database.TellAfterCommit(Topics.Resident(opened.Value.Resident.Id));

            return Outcome.Done;
        }, cancellationToken);

    /// <summary>
    /// Takes over, as their own, a permission that a parent gave: the same agency, parts, purpose and end. To refuse it is
    /// <see cref="WithdrawConsent"/>.
    /// </summary>
    /// <param name="wording">What the young person read.</param>
    /// <param name="language">BCP 47 tag of that.</param>
    public Task<Outcome> KeepConsentAsync(
        Guid consentId, string wording, string language, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await door.OpenAsync<ConsentRecord>(database, consentId, Asking.ToWrite(actor, Purpose.OwnRecord), cancellationToken);
            var now = clock.UtcNow();
            if (!opened.Succeeded || actor.ResidentId != opened.Value.Resident.Id
                || opened.Value.Entity is not { DecidedBy: DecidedBy.Parent } given || !given.IsInForce(now))
            {
                return NotFound.Instance;
            }

            var own = new ConsentRecord
            {
                Reference = Reference.New(), ResidentId = given.ResidentId, AgencyId = given.AgencyId, Purpose = given.Purpose, From = now, Until = given.Until,
                GivenBy = actor.AccountId, DecidedBy = DecidedBy.Resident, Wording = wording, WordingHash = ConsentRecord.HashOf(wording), Language = language
            }.Covering(given.Parts.Select(p => p.Part));
            given.Supersede(now);
            door.Admit(database, opened.Value.Resident, own);
            foreach (var referral in await door.UnsafeAllOfAsync<Referrals.Referral>(database, given.ResidentId, cancellationToken))
            {
                if (referral.ConsentId == given.Id)
                {
                    referral.ComeUnder(own);
                }
            }

            database.TellAfterCommit(Topics.InboxOf(given.AgencyId));
            database.TellAfterCommit(Topics.Resident(given.ResidentId));

            return Outcome.Done;
        }, cancellationToken);
}
