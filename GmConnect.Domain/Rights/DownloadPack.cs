using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <param name="LeftOut">How many pieces of each chapter were left out, and why.</param>
public sealed record PackContent(
    WhoItIs Who, DateTime ReadyAt, IReadOnlyList<PackItem> Items, IReadOnlyList<(PackSection Section, LeftOutBecause Because, int Count)> LeftOut);

/// <summary>
/// The released copy, for the person or who may read everything in their place. It is read anew as they may read it, without what
/// the guardian left out and without what was written after the release. Recorded as a download.
/// </summary>
public sealed class DownloadPack(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<PackContent>> ExecuteAsync(Guid residentId, Guid matterId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PackContent>>(async database =>
        {
            var asking = new Asking(actor, Purpose.OwnRecord, Act.Read, Channel.Export);
            var entered = await door.EnterAsync(database, residentId, DataCategory.Rights, asking, null, cancellationToken);
            if (!entered.Succeeded || !AskForPack.MayHaveEverything(entered.Value))
            {
                return NotFound.Instance;
            }

            var pack = (await door.RowsOfAsync<AccessPack>(database, entered.Value, cancellationToken)).SingleOrDefault(p => p.MatterId == matterId);
            if (pack?.ReadyAt is not { } ready)
            {
                return NotFound.Instance;
            }

            var decisions = pack.Decisions.ToDictionary(d => d.Key, d => d.LeftOut);
            var all = (await new GatherPack(database, door, entered.Value, asking).ExecuteAsync(cancellationToken)).Where(i => i.At <= ready).ToList();

            return new PackContent(
                WhoItIs.For(entered.Value),
                ready,
                // What needs a look and was never decided is left out, whatever the reason that it was not there before.
                [.. all.Where(i => decisions.TryGetValue(i.Key, out var leftOut) ? leftOut is null : !i.NeedsLook)],
                [.. all.Select(i => (i.Section, Because: decisions.GetValueOrDefault(i.Key))).Where(i => i.Because is not null)
                    .GroupBy(i => (i.Section, i.Because!.Value)).Select(g => (g.Key.Section, g.Key.Value, g.Count()))]);
        }, cancellationToken);
}
