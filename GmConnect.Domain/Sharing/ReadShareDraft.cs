using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <param name="HasPermission">A consent to this agency is in force; sharing again replaces it.</param>
public sealed record AgencyInDraft(
    Guid AgencyId,
    string Name,
    AgencyKind Kind,
    string WhatItDoes,
    bool IsChosen,
    bool HasPermission,
    IReadOnlyList<StoryPartKind> Parts,
    Purpose? Purpose,
    DateOnly? LastDay)
{
    public bool IsComplete => Parts.Count > 0 && Purpose is not null && LastDay is not null;
}

/// <param name="MayChange">The reader may choose and share.</param>
public sealed record ShareDraftShown(
    WhoItIs Who, bool MayChange, IReadOnlyList<StoryPartKind> ConfirmedParts, IReadOnlyList<AgencyInDraft> Agencies)
{
    public IEnumerable<AgencyInDraft> Chosen => Agencies.Where(a => a.IsChosen);
}

/// <summary>What the family has chosen so far: which agency may see which part, why and until when.</summary>
public sealed class ReadShareDraft(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<ShareDraftShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ShareDraftShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, Purpose.OwnRecord);
            var entered = await door.EnterAsync(database, residentId, DataCategory.Consent, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var resident = entered.Value.Entity;
            var now = clock.UtcNow();
            var choices = (await door.RowsOfAsync<ShareChoice>(database, entered.Value, cancellationToken)).ToDictionary(c => c.AgencyId);
            var permitted = (await door.RowsOfAsync<ConsentRecord>(database, entered.Value, cancellationToken))
                .Where(c => c.IsInForce(now)).Select(c => c.AgencyId).ToHashSet();
            var story = await door.OpenStoryAsync(database, residentId, asking, cancellationToken);
            // What is shared already, and the agencies of one borough, would tell a relative where a protected person lives.
            var hidden = !entered.Value.MayKnowPlace;
            var agencies = await database.Agencies.AsNoTracking()
                .Where(a => !hidden && a.TakesReferrals && (a.Borough == null || a.Borough == resident.Borough || choices.Keys.Contains(a.Id)))
                .OrderBy(a => a.Name)
                .ToListAsync(cancellationToken);

            return new ShareDraftShown(
                WhoItIs.For(entered.Value),
                entered.Value.May(Act.Write, DataCategory.Consent) && !hidden,
                story.Succeeded ? [.. story.Value.Entity.Where(p => p.Words.Count > 0).Select(p => p.Part)] : [],
                [.. agencies.Select(a => Show(a, choices.GetValueOrDefault(a.Id), permitted.Contains(a.Id)))]);
        }, cancellationToken);

    private static AgencyInDraft Show(Agency agency, ShareChoice? choice, bool hasPermission) => new(
        agency.Id,
        agency.Name,
        agency.Kind,
        agency.WhatItDoes,
        choice is not null,
        hasPermission,
        choice?.Parts ?? [],
        choice?.Purpose,
        choice?.LastDay);
}
