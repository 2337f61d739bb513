using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <param name="Decided">The guardian has said whether it goes out.</param>
/// <param name="LeftOut">Nothing: it goes out.</param>
public sealed record PackItemShown(PackItem Item, bool Decided, LeftOutBecause? LeftOut);

/// <param name="Undecided">How many still need the guardian's look.</param>
public sealed record PackShown(IReadOnlyList<PackItemShown> Items, int Undecided, DateTime? ReadyAt);

/// <summary>The guardian goes through a copy piece by piece, and releases it when nothing is undecided.</summary>
public sealed class DecidePack(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<PackShown>> ReadAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PackShown>>(async database =>
        {
            var asking = new Asking(actor, Purpose.Oversight, Act.Read, View: view);
            var opened = await OpenAsync(database, matterId, asking, cancellationToken);

            return opened.Succeeded ? await ShowAsync(database, opened.Value.Pack, opened.Value.Entered, asking, cancellationToken) : opened.Refusal;
        }, cancellationToken);

    /// <param name="key">Of the piece.</param>
    /// <param name="leftOut">Nothing: it goes out.</param>
    public Task<Outcome> DecideAsync(Guid matterId, string key, LeftOutBecause? leftOut, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
            if (!opened.Succeeded || key.Length > PackDecision.KeyMaxLength)
            {
                return NotFound.Instance;
            }

            var decided = opened.Value.Pack.Decide(key, leftOut, actor.At(clock.UtcNow()));
            if (decided.Succeeded)
            {
                database.Touch(opened.Value.Pack);
            }

            return decided;
        }, cancellationToken);

    public Task<Outcome> ReleaseAsync(Guid matterId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (pack, matter, entered) = opened.Value;
            var shown = await ShowAsync(database, pack, entered, Asking.ToRead(actor, Purpose.Oversight), cancellationToken);
            var now = clock.UtcNow();
            var released = pack.Release(shown.Undecided, now);
            if (released.Succeeded)
            {
                matter.End("", actor.At(now));
                database.TellAfterCommit(Topics.Desk);
            }

            return released;
        }, cancellationToken);

    private async Task<PackShown> ShowAsync(
        GmConnectDbContext database, AccessPack pack, Opened<Resident> entered, Asking asking, CancellationToken cancellationToken)
    {
        var items = await new GatherPack(database, door, entered, asking).ExecuteAsync(cancellationToken);
        var decisions = pack.Decisions.ToDictionary(d => d.Key);
        var shown = items.Select(i => new PackItemShown(i, decisions.ContainsKey(i.Key), decisions.GetValueOrDefault(i.Key)?.LeftOut)).ToList();

        return new PackShown(shown, shown.Count(s => s.Item.NeedsLook && !s.Decided), pack.ReadyAt);
    }

    private async Task<Outcome<(AccessPack Pack, Matter Matter, Opened<Resident> Entered)>> OpenAsync(
        GmConnectDbContext database, Guid matterId, Asking asking, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync<Matter>(database, matterId, asking, cancellationToken);
        if (!opened.Succeeded || asking.Actor.Role is not Role.DataGuardian || opened.Value.Entity.Kind is not MatterKind.SubjectAccess)
        {
            return NotFound.Instance;
        }

        var (matter, resident) = (opened.Value.Entity, opened.Value.Resident);
        var packs = await door.UnsafeAllOfAsync<AccessPack>(database, resident.Id, cancellationToken);

        return (packs.Single(p => p.MatterId == matterId), matter, opened.Value.With(resident));
    }
}
