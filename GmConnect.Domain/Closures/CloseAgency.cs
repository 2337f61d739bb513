using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Closures;

/// <param name="Permissions">How many people permit it something today.</param>
/// <param name="IsSettled">Of one that is closed: nothing of its work is open any more.</param>
public sealed record AgencyLine(
    Guid AgencyId, string Name, AgencyKind Kind, string? Borough, PeopleCount Permissions, bool MayClose, DateTime? ClosedAt, string? ClosedBy, string? ClosedWords, bool IsSettled);

/// <summary>
/// An agency stops for good. From that instant it sees nothing and nobody can share with it; what of its work is open is settled person by
/// person afterwards (<see cref="SettleClosures"/>). A governance lead closes their own, the guardian any: of one that went under nobody is left.
/// </summary>
public sealed class CloseAgency(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    /// <summary>Closed ones last, the latest first.</summary>
    public async Task<Outcome<IReadOnlyList<AgencyLine>>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Role.Oversees())
        {
            return NotFound.Instance;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var agencies = await database.Agencies.AsNoTracking().Where(a => a.Kind != AgencyKind.Oversight).ToListAsync(cancellationToken);
        var closers = agencies.Select(a => a.ClosedBy).OfType<Guid>().ToList();
        var names = await database.Accounts.AsNoTracking().Where(a => closers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        var permitting = await Door.CountPermittingAsync(database, clock.UtcNow(), cancellationToken);

        return Outcome.Of<IReadOnlyList<AgencyLine>>(
        [
            .. agencies.OrderBy(a => a.ClosedAt is not null).ThenByDescending(a => a.ClosedAt).ThenBy(a => a.Name, StringComparer.CurrentCulture).Select(a => new AgencyLine(
                a.Id, a.Name, a.Kind, a.Borough, PeopleCount.Of(permitting.GetValueOrDefault(a.Id)), a.ClosedAt is null && MayClose(actor, a.Id),
                a.ClosedAt, a.ClosedBy is { } by ? names.GetValueOrDefault(by) : null, a.ClosedWords, a.SettledAt is not null))
        ]);
    }

    /// <param name="words">Why, and who helps instead: families and referrers read it word for word.</param>
    public Task<Outcome> ExecuteAsync(Guid agencyId, string? words, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var agency = await database.Agencies.SingleOrDefaultAsync(a => a.Id == agencyId && a.Kind != AgencyKind.Oversight, cancellationToken);
            if (agency is null || !MayClose(actor, agencyId))
            {
                return NotFound.Instance;
            }

            // A ward full of people cannot vanish with a press.
            if (await Door.HasInHospitalAsync(database, agencyId, cancellationToken))
            {
                return new AgencyHasPeopleInHospital();
            }

            var closed = agency.Close(words, actor.At(clock.UtcNow()));
            if (closed.Succeeded)
            {
                database.TellAfterCommit(Topics.FlowsTo(agencyId));
                database.TellAfterCommit(Topics.InboxOf(agencyId));
                database.TellAfterCommit(Topics.Agencies);
            }

            return closed;
        }, cancellationToken);

    private static bool MayClose(Actor actor, Guid agencyId) =>
        actor.Role is Role.DataGuardian || (actor.Role is Role.GovernanceLead && actor.AgencyId == agencyId);
}
