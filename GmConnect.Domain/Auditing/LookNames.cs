using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>The names that entries of one log are shown with, as far as its reader may know them.</summary>
internal sealed class LookNames(
    Actor reader,
    bool namesPlaces,
    IReadOnlyDictionary<Guid, Account> people,
    IReadOnlyDictionary<Guid, Agency> agencies,
    IReadOnlyDictionary<string, string> consents)
{
    public static async Task<LookNames> LoadAsync(
        GmConnectDbContext database, Door door, Opened<Resident> log, IReadOnlyList<AccessEntry> entries, CancellationToken cancellationToken)
    {
        var accounts = entries.Select(e => e.AccountId).Distinct().ToList();
        var people = await database.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var ids = entries.Select(e => e.AgencyId).OfType<Guid>().Distinct().ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var consents = (await door.UnsafeAllOfAsync<ConsentRecord>(database, log.Resident.Id, cancellationToken))
            .ToDictionary(c => c.Id.ToString("N"), c => c.Reference);

        return new LookNames(log.Actor, log.MayKnowWhoHelps, people, agencies, consents);
    }

    public Look Show(IReadOnlyList<AccessEntry> look)
    {
        // The story says most of what for and why; beside it the rest of the page is a frame.
        var entry = look.FirstOrDefault(e => e.Category is DataCategory.StoryPart) ?? look[0];
        var person = people.GetValueOrDefault(entry.AccountId);
        var agency = entry.AgencyId is { } id ? agencies.GetValueOrDefault(id) : null;
        var named = agency is null || namesPlaces;

        return new Look(
            entry.Id,
            entry.At,
            named ? person?.DisplayName ?? agency?.Name ?? "" : "",
            named ? person?.JobTitle : null,
            named ? agency?.Name : null,
            agency?.Kind,
            entry.Role,
            entry.AccountId == reader.AccountId,
            entry.Kind,
            [.. look.Select(e => e.Category).Distinct().Order()],
            [.. look.SelectMany(e => e.PartsSeen).Distinct().Order()],
            entry.Purpose,
            entry.Ground,
            entry.GroundFacts.Split(',').Select(fact => consents.GetValueOrDefault(fact)).FirstOrDefault(r => r is not null))
        {
            IsExport = look.Any(e => e.Channel is Channel.Export)
        };
    }
}
