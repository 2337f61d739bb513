using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <param name="Mark">Of the preview that was on the page.</param>
/// <param name="WordingByAgency">The exact words of the permission as shown, for each agency.</param>
/// <param name="Language">BCP 47 tag of the language they were shown in.</param>
public sealed record ShareAgreed(string Mark, Func<AgencyPreview, string> WordingByAgency, string Language);

public sealed record StoryShared(string Reference, DateTime At, IReadOnlyList<Guid> ConsentIds);

/// <summary>
/// Gives the permissions just previewed: one consent record and one referral per agency and one message to its system, in
/// one save. Refused when what was shown is not what stands now. Sharing again with an agency replaces its permission.
/// </summary>
public sealed class ShareStory(IDbContextFactory<GmConnectDbContext> databases, Door door, Outbox outbox, PlanLeaving leaving, TimeProvider clock)
{
    public Task<Outcome<StoryShared>> ExecuteAsync(
        Guid residentId, ShareAgreed agreed, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StoryShared>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Consent, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            if (!entered.Value.MayKnowPlace)
            {
                return new OnlyTheProtectedPersonShares();
            }

            var choices = await door.RowsOfAsync<ShareChoice>(database, entered.Value, cancellationToken);
            var built = await PreviewShare.BuildAsync(database, door, entered.Value, choices, clock.Today(), cancellationToken);
            if (!built.Succeeded)
            {
                return built.Refusal;
            }

            if (built.Value.Mark != agreed.Mark)
            {
                return new PreviewHasChanged();
            }

            var now = clock.UtcNow();
            var resident = entered.Value.Resident;
            var story = (await door.UnsafeAllOfAsync<Story>(database, residentId, cancellationToken)).Single();
            var earlier = await door.RowsOfAsync<ConsentRecord>(database, entered.Value, cancellationToken);
            var referrals = await door.UnsafeAllOfAsync<Referral>(database, residentId, cancellationToken);
            var given = new List<Guid>();
            foreach (var preview in built.Value.Agencies)
            {
                var consent = Give(preview, agreed, entered.Value, now);
                door.Admit(database, resident, consent);
                door.Admit(database, resident, NoticeWith(consent));
                foreach (var replaced in earlier.Where(c => c.AgencyId == preview.AgencyId && c.Stands(now) && !IsAnothersOwn(c, consent)))
                {
                    replaced.Supersede(now);
                }

                Refer(database, resident, referrals, consent, now);
                await outbox.WriteStoryAsync(database, resident, story, consent, now, cancellationToken);
                database.TellAfterCommit(Topics.InboxOf(preview.AgencyId));
                given.Add(consent.Id);
            }

            await leaving.HandOverAsync(database, resident, [.. built.Value.Agencies.Select(a => a.AgencyId)], actor.At(now), cancellationToken);
            // The very choices that were shared are deleted, once: of two submits at the same moment the second fails here, runs
            // again and finds nothing left to share.
            database.RemoveRange(choices);
            database.TellAfterCommit(Topics.Resident(residentId));

            return new StoryShared(story.Reference, now, given);
        }, cancellationToken);

    private static ConsentRecord Give(AgencyPreview preview, ShareAgreed agreed, Opened<Resident> entered, DateTime now)
    {
        var wording = agreed.WordingByAgency(preview);
        var ground = entered.Decision.Ground!;

        return new ConsentRecord
        {
            Reference = Reference.New(),
            ResidentId = entered.Resident.Id,
            AgencyId = preview.AgencyId,
            Purpose = preview.Purpose,
            From = now,
            Until = LondonTime.EndOf(preview.LastDay),
            GivenBy = entered.Asking.Actor.AccountId,
            DecidedBy = DecidedBy(entered),
            UnderDelegation = ground.Kind is GroundKind.Delegation ? ground.Facts[0] : null,
            Wording = wording,
            WordingHash = ConsentRecord.HashOf(wording),
            Language = agreed.Language
        }.Covering(preview.Parts.Select(p => p.Part));
    }

    /// <summary>
    /// What a young person decided themselves, and what the other parent refuses, a parent does not replace (docs/sharing-decision.md,
    /// rules 48 and 49).
    /// </summary>
    private static bool IsAnothersOwn(ConsentRecord earlier, ConsentRecord given) =>
        given.DecidedBy is Sharing.DecidedBy.Parent
        && (earlier.DecidedBy is Sharing.DecidedBy.Resident || (earlier.Answer is ConsentAnswer.Refused && earlier.GivenBy != given.GivenBy));

    private static DecidedBy DecidedBy(Opened<Resident> entered) =>
        entered.Decision.Ground is not { Kind: GroundKind.Delegation, Facts: [var under, ..] }
            ? Sharing.DecidedBy.Resident
            : entered.Facts.Facts.Delegations.Single(d => d.Id == under).Kind switch
            {
                DelegationKind.Parent => Sharing.DecidedBy.Parent,
                DelegationKind.WelfareAttorney or DelegationKind.WelfareDeputy => Sharing.DecidedBy.Attorney,
                _ => Sharing.DecidedBy.Delegate
            };

    /// <summary>The words agreed to also say who gets what for what: that is the notice. It is another thing than the consent, and ends by itself.</summary>
    private static NoticeGiven NoticeWith(ConsentRecord consent) => new()
    {
        ResidentId = consent.ResidentId,
        AgencyId = consent.AgencyId,
        Purpose = consent.Purpose,
        From = consent.From,
        RecordedBy = consent.GivenBy,
        WordingHash = consent.WordingHash,
        Language = consent.Language
    };

    private void Refer(
        GmConnectDbContext database, Resident resident, IReadOnlyList<Referral> referrals, ConsentRecord consent, DateTime now)
    {
        var live = referrals.FirstOrDefault(r =>
            r.AgencyId == consent.AgencyId && (r.Status.IsOpen() || r.Status is ReferralStatus.Accepted));
        if (live is not null)
        {
            live.ComeUnder(consent);

            return;
        }

        door.Admit(database, resident, new Referral
        {
            Reference = Reference.New(),
            ResidentId = resident.Id,
            AgencyId = consent.AgencyId,
            ConsentId = consent.Id,
            Purpose = consent.Purpose,
            ReceivedAt = now
        }.Begin());
    }
}
