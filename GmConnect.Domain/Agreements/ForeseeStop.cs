using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Agreements;

/// <param name="People">How many have given a permission that would lie idle.</param>
public sealed record StoppedFlow(
    string Agency, Purpose Purpose, IReadOnlyList<StoryPartKind> Parts, IReadOnlyList<DataCategory> Categories, PeopleCount People);

/// <param name="People">Each person once, however many of the flows they lose.</param>
public sealed record StopForeseen(DateTime At, IReadOnlyList<StoppedFlow> Flows, int Agencies, PeopleCount People);

/// <summary>
/// What would stop if an agreement ended: what no other agreement in force covers. Of a suspended one it says what has
/// stopped. Nothing is changed and nobody's record is opened; numbers are shown under the small-number rule.
/// </summary>
public sealed class ForeseeStop(IDbContextFactory<GmConnectDbContext> databases, TimeProvider clock)
{
    /// <param name="lastDay">The last London day on which it would still flow; nothing for an end now.</param>
    public async Task<Outcome<StopForeseen>> ExecuteAsync(
        Guid agreementId, DateOnly? lastDay, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var agreement = await database.Set<SharingAgreement>().AsNoTracking().WithTerms()
            .SingleOrDefaultAsync(a => a.Id == agreementId, cancellationToken);
        if (agreement is null || !agreement.MayBeReadBy(actor))
        {
            return NotFound.Instance;
        }

        var now = clock.UtcNow();

        return await OfAsync(database, agreement, now, lastDay is { } day ? LondonTime.EndOf(day) : now, cancellationToken);
    }

    internal static async Task<StopForeseen> OfAsync(
        GmConnectDbContext database, SharingAgreement agreement, DateTime now, DateTime at, CancellationToken cancellationToken)
    {
        // Its own last instant is the first at which it carries nothing: what flowed until then is what stops.
        var lost = agreement.CarriedAt(now).Where(s => s.From <= at && at <= s.Until).ToList();
        var ids = lost.Select(s => s.AgencyId).Distinct().ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var others = (await AgreementSpan.LoadAsync(database, ids, now, cancellationToken)).Where(s => s.Id != agreement.Id);
        var flows = Flow.Stopping(lost, others, agencies.ToDictionary(a => a.Key, a => a.Value.Kind), at)
            .OrderBy(f => agencies[f.AgencyId].Name, StringComparer.Ordinal).ThenBy(f => f.Purpose).ToList();
        var (each, together) = await Door.CountLeaningAsync(database, flows, at, cancellationToken);
        var shown = flows
            .Zip(each, (f, count) => new StoppedFlow(agencies[f.AgencyId].Name, f.Purpose, f.Parts, f.Categories, PeopleCount.Of(count)))
            .ToList();

        return new StopForeseen(
            at, shown, flows.Select(f => f.AgencyId).Distinct().Count(), PeopleCount.TotalOf(together, shown.Select(f => f.People)));
    }
}
