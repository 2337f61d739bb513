using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>A correction as whoever may read what it is about reads it.</summary>
public sealed record CorrectionShown(
    Guid MatterId, CorrectedThing About, Guid? RowId, string Quoted, string Wrong, string ShouldSay, DateTime AskedAt,
    CorrectionOutcome? Outcome, string? Explanation, string? SaysNow, DateTime? DecidedAt, string? Reply, DateTime? RepliedAt)
{
    internal static CorrectionShown Of(Correction c) => new(
        c.MatterId, c.About, c.RowId, c.Quoted, c.Wrong, c.ShouldSay, c.AskedAt, c.Outcome, c.Explanation, c.SaysNow, c.DecidedAt, c.Reply, c.RepliedAt);

    /// <summary>What stands beside one row, for whoever may read rows of its category.</summary>
    internal static async Task<IReadOnlyList<CorrectionShown>> BesideAsync(
        GmConnectDbContext database, Door door, Resident resident, Asking asking, DataCategory category, Guid rowId, CancellationToken cancellationToken) =>
        [.. (await door.AllAboutAsync<Correction>(database, resident, asking, category, cancellationToken))
            .Where(c => c.RowId == rowId).OrderBy(c => c.AskedAt).Select(Of)];
}

/// <summary>One correction on the desk.</summary>
public sealed class ReadCorrection(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    public Task<Outcome<CorrectionShown>> ExecuteAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<CorrectionShown>>(async database =>
        {
            var opened = await door.OpenAsync<Matter>(database, matterId, new Asking(actor, Purpose.Oversight, Act.Read, View: view), cancellationToken);
            if (!opened.Succeeded || !opened.Value.Entity.IsFor(actor, MatterKind.Correction))
            {
                return NotFound.Instance;
            }

            var corrections = await door.UnsafeAllOfAsync<Correction>(database, opened.Value.Resident.Id, cancellationToken);

            return CorrectionShown.Of(corrections.Single(c => c.MatterId == matterId));
        }, cancellationToken);
}
