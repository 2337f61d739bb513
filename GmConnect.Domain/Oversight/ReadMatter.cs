using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>One look of the worker in question, with what permitted it.</summary>
public sealed record LookReviewed(
    Guid EntryId, DateTime At, AccessKind Kind, DataCategory Category, IReadOnlyList<Stories.StoryPartKind> Parts, Purpose Purpose, Channel Channel,
    GroundKind? Ground, RefusedBecause? Because);

public sealed record OverrideReviewed(OverrideReason Reason, DateTime From, DateTime Until, string? NotToldBecause);

/// <param name="WithheldBecause">Why the person is not told yet of looks on the ground in question; nothing when they are.</param>
public sealed record MatterShown(
    MatterRow Row, WhoItIs Who, string Words, string? AskedBy, OverrideReviewed? Override, IReadOnlyList<LookReviewed> Looks, string? Answer, string? ClosedBy, bool MayClose, bool EndsWithFinding, bool JudgesALook, string? WithheldBecause);

/// <summary>A matter with whose record it is about, and every look of that worker at that record around it.</summary>
public sealed class ReadMatter(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    private const int LooksShown = 200;

    public Task<Outcome<MatterShown>> ExecuteAsync(Guid matterId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<MatterShown>>(async database =>
        {
            var asking = new Asking(actor, Purpose.Oversight, Act.Read, View: view);
            var opened = await door.OpenAsync<Matter>(database, matterId, asking, cancellationToken);
            if (!opened.Succeeded || (actor.Role is Role.GovernanceLead && opened.Value.Entity.AgencyId != actor.AgencyId))
            {
                return NotFound.Instance;
            }

            var (matter, resident) = (opened.Value.Entity, opened.Value.Resident);
            var identity = await door.EnterAsync(database, resident.Id, DataCategory.Identity, asking, null, cancellationToken);
            if (!identity.Succeeded)
            {
                return identity.Refusal;
            }

            var looks = await LooksAsync(database, resident, matter, asking, cancellationToken);
            var (now, standing) = (clock.UtcNow(), await door.RowsOfAsync<StandingFact>(database, opened.Value.With(resident), cancellationToken));
            var glass = standing.OfType<OverrideMade>().SingleOrDefault(o => o.Id == matter.OverrideId);
            var withheld = standing.OfType<LogWithheld>().FirstOrDefault(w => w.GroundId == matter.OverrideId && w.IsInForce(now));
            Guid[] people = [.. new[] { matter.AboutAccountId, matter.OpenedBy, matter.ClosedBy }.OfType<Guid>()];
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var agency = await database.Agencies.AsNoTracking().Where(a => a.Id == matter.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
            string? Name(Guid? account) => account is { } known ? names.GetValueOrDefault(known) : null;

            return new MatterShown(
                MatterRow.Of(matter, agency, Name(matter.AboutAccountId), now),
                WhoItIs.For(identity.Value),
                matter.Words,
                Name(matter.OpenedBy),
                glass is null ? null : new OverrideReviewed(glass.Reason, glass.From, glass.Until!.Value, glass.NotToldBecause),
                looks,
                matter.Answer,
                Name(matter.ClosedBy),
                matter.IsOpen && matter.AboutAccountId != actor.AccountId && opened.Value.May(Act.Write, DataCategory.Rights),
                matter.EndsWithFinding,
                matter.JudgesALook,
                withheld?.Why);
        }, cancellationToken);

    /// <summary>For an override the whole hour; for a look the day around it.</summary>
    private async Task<IReadOnlyList<LookReviewed>> LooksAsync(
        GmConnectDbContext database, Resident resident, Matter matter, Asking asking, CancellationToken cancellationToken)
    {
        if (matter.AboutAccountId is not { } worker)
        {
            return [];
        }

        var log = await door.EnterAsync(database, resident.Id, DataCategory.AccessLog, asking, null, cancellationToken);
        if (!log.Succeeded)
        {
            return [];
        }

        var (from, until) = (matter.OpenedAt.AddDays(-1), matter.OpenedAt.AddDays(1));
        var entries = await door.PageOfAsync<AccessEntry>(
            database,
            log.Value,
            rows => rows.Where(e => e.AccountId == worker && ((e.At >= from && e.At < until) || e.Id == matter.EntryId))
                .OrderBy(e => e.At).ThenBy(e => e.Id).Take(LooksShown),
            cancellationToken);

        return [.. entries.Select(e => new LookReviewed(e.Id, e.At, e.Kind, e.Category, e.PartsSeen, e.Purpose, e.Channel, e.Ground, e.Because))];
    }
}
