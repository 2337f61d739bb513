using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// One line of the resident's log: an entry, or the entries of one page opened once, of which each names what was seen there.
/// </summary>
/// <param name="Who">Nothing where the reader may not know the places of those who work with the person.</param>
/// <param name="Agency">Nothing for the family itself, and where its name would tell where a protected person is: then only its kind is shown.</param>
/// <param name="JobTitle">What a worker does there.</param>
/// <param name="IsMe">The reader did it.</param>
/// <param name="Ground">Nothing for a refused attempt.</param>
public sealed record Look(
    Guid EntryId,
    DateTime At,
    string Who,
    string? JobTitle,
    string? Agency,
    AgencyKind? AgencyKind,
    Role Role,
    bool IsMe,
    AccessKind Kind,
    IReadOnlyList<DataCategory> Categories,
    IReadOnlyList<StoryPartKind> Parts,
    Purpose Purpose,
    GroundKind? Ground,
    string? ConsentReference)
{
    /// <summary>It left the screen: on paper, or as a file.</summary>
    public bool IsExport { get; init; }
}

/// <param name="MayAsk">The reader may ask why.</param>
public sealed record LooksShown(WhoItIs Who, IReadOnlyList<Look> Looks, bool HasMore, bool MayAsk);

/// <summary>
/// Who looked, at what, why and on what ground: newest first, a page at a time. By default the agencies' looks and
/// everybody's refused attempts; the family's own on request, since they would bury the others.
/// </summary>
public sealed class ListLooks(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public const int PageLength = 50;

    /// <param name="page">0 for the newest.</param>
    public Task<Outcome<LooksShown>> ExecuteAsync(
        Guid residentId, bool withFamily, int page, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<LooksShown>>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.AccessLog, Asking.ToRead(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var entries = await door.ShownOfAsync(
                database,
                entered.Value,
                rows => rows
                    .Where(e => withFamily || (e.Ground != GroundKind.OwnRecord && e.Ground != GroundKind.Delegation))
                    .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
                    .Skip(Math.Clamp(page, 0, 10_000) * PageLength).Take(PageLength + 1),
                cancellationToken);

            var words = await LookNames.LoadAsync(database, door, entered.Value, entries, cancellationToken);

            return new LooksShown(
                WhoItIs.For(entered.Value),
                [.. OfOneLook(entries.Take(PageLength)).Select(words.Show)],
                entries.Count > PageLength,
                entered.Value.May(Act.Write, DataCategory.Rights));
        }, cancellationToken);

    /// <summary>What one page showed when it was opened is one look, whatever it is made of.</summary>
    private static IEnumerable<IReadOnlyList<AccessEntry>> OfOneLook(IEnumerable<AccessEntry> entries) => entries
        .GroupBy(e => e is { View: { } view, Kind: AccessKind.Looked } ? (view, e.AccountId, e.At.ToString("yyyyMMddHHmm")) : (e.Id, e.AccountId, ""))
        .Select(look => (IReadOnlyList<AccessEntry>)[.. look]);
}
