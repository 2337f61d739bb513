using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Oversight;

public sealed record LeadShown(string Agency, string Worker);

/// <param name="Until">When the override ends; nothing when the worker needs none.</param>
/// <param name="Leads">Who leads an open case, to be called.</param>
public sealed record MinimumShown(
    WhoItIs Who, DateTime? Until, IReadOnlyList<PartRead> Parts, IReadOnlyList<LeadShown> Leads);

/// <summary>The minimum view of a person under an override: who they are, what they need others to know, and who leads a case.</summary>
public sealed class ReadMinimum(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<MinimumShown>> ExecuteAsync(Guid residentId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<MinimumShown>>(async database =>
        {
            var asking = Asking.ToRead(actor, view);
            var entered = await door.EnterAsync(database, residentId, DataCategory.Identity, asking, null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            var story = await door.OpenStoryAsync(database, residentId, asking, cancellationToken);
            var cases = (await door.AllAboutAsync<CaseFile>(database, entered.Value.Resident, asking, DataCategory.CaseHeader, cancellationToken))
                .Where(c => c.Status.IsLive()).ToList();
            var (leads, agencies) = (cases.Select(c => c.LeadAccountId).ToList(), cases.Select(c => c.AgencyId).ToList());
            var names = await database.Accounts.AsNoTracking().Where(a => leads.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
            var places = await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

            return new MinimumShown(
                WhoItIs.For(entered.Value),
                EndOfOverride(entered.Value, clock.UtcNow()),
                story.Succeeded ? [.. story.Value.Entity.Select(PartRead.Of)] : [],
                [.. cases.Select(c => new LeadShown(places[c.AgencyId], names[c.LeadAccountId]))]);
        }, cancellationToken);

    private static DateTime? EndOfOverride(Opened<Resident> entered, DateTime now) => entered.Facts.Facts.Overrides
        .Where(o => o.AccountId == entered.Actor.AccountId && o.From <= now && now < o.Until)
        .Select(o => (DateTime?)o.Until)
        .Max();
}
