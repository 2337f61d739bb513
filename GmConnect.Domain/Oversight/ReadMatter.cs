using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

/// <summary>One look of the worker in question, with what permitted it.</summary>
public sealed record LookReviewed(
    DateTime At, AccessKind Kind, DataCategory Category, IReadOnlyList<Stories.StoryPartKind> Parts, Purpose Purpose, Channel Channel,
    GroundKind? Ground, RefusedBecause? Because, int Rules);

public sealed record OverrideReviewed(OverrideReason Reason, DateTime From, DateTime Until, string? NotToldBecause);

public sealed record MatterShown(
    MatterRow Row, WhoItIs Who, string Words, string? AskedBy, OverrideReviewed? Override, IReadOnlyList<LookReviewed> Looks, string? Answer, string? ClosedBy, bool MayClose, bool EndsWithFinding);

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
            var glass = matter.OverrideId is { } id
                ? (await door.UnsafeAllOfAsync<StandingFact>(database, resident.Id, cancellationToken)).OfType<OverrideMade>().SingleOrDefault(o => o.Id == id)
                : null;
            Guid[] people = [.. new[] { matter.AboutAccountId, matter.OpenedBy, matter.ClosedBy }.OfType<Guid>()];
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var agency = await database.Agencies.AsNoTracking().Where(a => a.Id == matter.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
            string? Name(Guid? account) => account is { } known ? names.GetValueOrDefault(known) : null;

            return new MatterShown(
                MatterRow.Of(matter, agency, Name(matter.AboutAccountId), clock.UtcNow()),
                WhoItIs.For(identity.Value),
                matter.Words,
                Name(matter.OpenedBy),
                glass is null ? null : new OverrideReviewed(glass.Reason, glass.From, glass.Until!.Value, glass.NotToldBecause),
                looks,
                matter.Answer,
                Name(matter.ClosedBy),
                matter.IsOpen && matter.AboutAccountId != actor.AccountId && opened.Value.May(Act.Write, DataCategory.Rights),
                matter.EndsWithFinding);
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

        return [.. entries.Select(e => new LookReviewed(e.At, e.Kind, e.Category, e.PartsSeen, e.Purpose, e.Channel, e.Ground, e.Because, e.Rules))];
    }
}
