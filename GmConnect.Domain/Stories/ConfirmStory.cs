using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Stories;

/// <param name="NewVersions">Parts whose words changed.</param>
/// <param name="AlreadySharedWith">Agencies that may see a changed part and are sent the new version.</param>
public sealed record StoryConfirmed(string Reference, DateTime At, IReadOnlyList<StoryPartKind> NewVersions, IReadOnlyList<string> AlreadySharedWith);

/// <summary>
/// Makes the drafts the story. A part that agencies may already see flows to them in its new version under the same
/// consent, and the answer names them, so that the family is told.
/// </summary>
public sealed class ConfirmStory(IDbContextFactory<GmConnectDbContext> databases, Door door, Outbox outbox, AgencyLabels labels, TimeProvider clock)
{
    public Task<Outcome<StoryConfirmed>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<StoryConfirmed>>(async database =>
        {
            var asking = Asking.ToWrite(actor, Purpose.OwnRecord);
            var opened = await door.OpenWhereAsync<Story>(database, s => s.ResidentId == residentId, asking, cancellationToken);
            if (!opened.Succeeded)
            {
                // Nothing written yet is no secret from who may write it; to anybody else it is simply not found.
                var entered = await door.EnterAsync(database, residentId, DataCategory.StoryDraft, asking, null, cancellationToken);

                return entered.Succeeded ? new StoryHasNoAnswers() : NotFound.Instance;
            }

            var (story, resident) = (opened.Value.Entity, opened.Value.Resident);
            var now = clock.UtcNow();
            var supportedBy = await SupportedByAsync(database, residentId, actor, now, cancellationToken);
            var confirmed = story.Confirm(opened.Value.Decision.Parts, supportedBy, actor.At(now));
            if (!confirmed.Succeeded)
            {
                return confirmed.Refusal;
            }

            var changed = confirmed.Value.Select(p => p.Part).ToList();
            var agencies = await SendOnAsync(database, opened.Value, changed, now, cancellationToken);
            database.TellAfterCommit(Topics.Resident(residentId));

            return new StoryConfirmed(story.Reference, now, changed, agencies);
        }, cancellationToken);

    private async Task<string?> SupportedByAsync(
        GmConnectDbContext database, Guid residentId, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.Delegate)
        {
            return null;
        }

        var delegations = await door.UnsafeAllOfAsync<Delegation>(database, residentId, cancellationToken);
        var relationship = delegations.FirstOrDefault(d => d.DelegateId == actor.AccountId && d.IsInForce(now))?.Relationship;

        return relationship is null ? actor.DisplayName : $"{actor.DisplayName}, {relationship}";
    }

    private async Task<IReadOnlyList<string>> SendOnAsync(
        GmConnectDbContext database, Opened<Story> opened, List<StoryPartKind> changed, DateTime now, CancellationToken cancellationToken)
    {
        var (story, resident) = (opened.Entity, opened.Resident);
        var consents = (await door.UnsafeAllOfAsync<ConsentRecord>(database, resident.Id, cancellationToken))
            .Where(c => c.IsInForce(now) && c.Parts.Any(p => changed.Contains(p.Part)))
            .ToList();
        foreach (var consent in consents)
        {
            await outbox.WriteStoryAsync(database, resident, story, consent, now, cancellationToken);
            database.TellAfterCommit(Topics.InboxOf(consent.AgencyId));
        }

        var ids = consents.Select(c => c.AgencyId).ToList();

        var agencies = await database.Agencies.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name).ToListAsync(cancellationToken);

        return [.. agencies.Select(a => labels.For(a, opened.MayKnowWhoHelps))];
    }
}
