using System.Security.Cryptography;
using System.Text;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

public sealed record PartSeen(StoryPartKind Part, IReadOnlyList<StoryWords> Words, string? SupportedBy, DateTime ConfirmedAt);

/// <summary>Exactly what one agency will see: who it is, and the parts word for word.</summary>
public sealed record AgencyPreview(
    Guid AgencyId, string Agency, AgencyKind Kind, Purpose Purpose, DateOnly LastDay, WhoItIs Who, IReadOnlyList<PartSeen> Parts);

/// <param name="Mark">Names this content: sharing is refused when it changed after it was shown.</param>
/// <param name="MayShare">The reader may agree to it.</param>
public sealed record SharePreview(WhoItIs Who, IReadOnlyList<AgencyPreview> Agencies, string Mark, bool MayShare);

/// <summary>Shows what each chosen agency will see, by the same rule that will later let it.</summary>
public sealed class PreviewShare(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<SharePreview>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<SharePreview>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Consent, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);

            return entered.Succeeded
                ? await BuildAsync(
                    database,
                    door,
                    entered.Value,
                    await door.RowsOfAsync<ShareChoice>(database, entered.Value, cancellationToken),
                    clock.Today(),
                    cancellationToken)
                : entered.Refusal;
        }, cancellationToken);

    internal static async Task<Outcome<SharePreview>> BuildAsync(
        GmConnectDbContext database,
        Door door,
        Opened<Resident> entered,
        IReadOnlyList<ShareChoice> choices,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        if (!entered.MayKnowPlace)
        {
            return new OnlyTheProtectedPersonShares();
        }

        if (choices.Count == 0)
        {
            return new NoAgencyChosen();
        }

        var resident = entered.Resident;
        var ids = choices.Select(c => c.AgencyId).ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var story = await door.OpenStoryAsync(database, resident.Id, entered.Asking with { Act = Act.Read }, cancellationToken);
        var latest = story.Succeeded ? story.Value.Entity : [];
        var previews = new List<AgencyPreview>();
        foreach (var choice in choices.OrderBy(c => agencies[c.AgencyId].Name, StringComparer.Ordinal))
        {
            var agency = agencies[choice.AgencyId];
            if (choice is not { Purpose: { } purpose, LastDay: { } lastDay, Parts.Count: > 0 })
            {
                return new ShareChoiceIncomplete(agency.Name);
            }

            if (lastDay <= today)
            {
                // Chosen some days ago, and over since.
                return new ConsentEndsTooEarly();
            }

            previews.Add(new AgencyPreview(
                agency.Id,
                agency.Name,
                agency.Kind,
                purpose,
                lastDay,
                WhoItIs.PreviewFor(entered, agency.Kind),
                [.. latest.Where(p => choice.Parts.Contains(p.Part)).Select(p => new PartSeen(p.Part, p.Words, p.SupportedBy, p.ConfirmedAt))]));
        }

        return new SharePreview(WhoItIs.For(entered), previews, MarkOf(previews), entered.May(Act.Write, DataCategory.Consent));
    }

    private static string MarkOf(List<AgencyPreview> previews)
    {
        var shown = new StringBuilder();
        foreach (var preview in previews)
        {
            shown.Append(preview.AgencyId).Append('|').Append(preview.Purpose).Append('|').Append(preview.LastDay.ToString("O")).Append('|')
                .Append(preview.Who).Append('\n');
            foreach (var part in preview.Parts)
            {
                shown.Append(part.Part).Append('|').AppendJoin('|', part.Words).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())));
    }
}
