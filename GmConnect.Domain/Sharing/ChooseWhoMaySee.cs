using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// The family's choices, page by page, saved as a draft from the moment each page is posted. Nothing is shared by them.
/// </summary>
public sealed class ChooseWhoMaySee(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    /// <summary>A permission longer than this is asked for again instead. Source: decision 0009.</summary>
    public const int LongestMonths = 24;

    /// <summary>How long a renewed permission lasts, unless the family chooses another day.</summary>
    public const int RenewedMonths = 6;

    /// <summary>Which agencies. Agencies no longer named lose their draft; refuses none at all.</summary>
    public Task<Outcome> AgenciesAsync(
        Guid residentId, IReadOnlyCollection<Guid> agencyIds, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(residentId, actor, async (database, entered, choices) =>
        {
            var known = await database.Agencies.Where(a => a.TakesReferrals && agencyIds.Contains(a.Id))
                .Select(a => a.Id).ToListAsync(cancellationToken);
            if (known.Count == 0)
            {
                return new NoAgencyChosen();
            }

            database.RemoveRange(choices.Where(c => !known.Contains(c.AgencyId)));
            foreach (var added in known.Except(choices.Select(c => c.AgencyId)))
            {
                door.Admit(database, entered.Resident, new ShareChoice { ResidentId = residentId, AgencyId = added });
            }

            return Outcome.Done;
        }, cancellationToken);

    /// <summary>Which parts each may see. A part not confirmed cannot be shared.</summary>
    public Task<Outcome> PartsAsync(
        Guid residentId, ILookup<Guid, StoryPartKind> partsByAgency, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(residentId, actor, async (database, entered, choices) =>
        {
            var story = await door.OpenStoryAsync(database, residentId, entered.Asking with { Act = Act.Read }, cancellationToken);
            var confirmed = story.Succeeded ? story.Value.Entity.Select(p => p.Part).ToHashSet() : [];
            foreach (var choice in choices)
            {
                var parts = partsByAgency[choice.AgencyId].Distinct().Order().ToList();
                if (parts.FirstOrDefault(p => !confirmed.Contains(p), (StoryPartKind)(-1)) is var missing && Enum.IsDefined(missing))
                {
                    return new StoryPartNotConfirmed(missing);
                }

                choice.Parts = parts;
            }

            return await FirstIncompleteAsync(database, choices.Where(c => c.Parts.Count == 0), cancellationToken);
        }, cancellationToken);

    /// <summary>Why each may see them and until the end of which London day.</summary>
    public Task<Outcome> PurposesAsync(
        Guid residentId,
        IReadOnlyDictionary<Guid, (Purpose? Purpose, DateOnly? LastDay)> byAgency,
        Actor actor,
        CancellationToken cancellationToken = default) =>
        ChangeAsync(residentId, actor, async (database, _, choices) =>
        {
            var today = clock.Today();
            var ids = choices.Select(c => c.AgencyId).ToList();
            var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            Refusal? first = null;
            foreach (var choice in choices)
            {
                var (purpose, lastDay) = byAgency.GetValueOrDefault(choice.AgencyId);
                var agency = agencies[choice.AgencyId];
                var refusal = Check(agency, purpose, lastDay, today);
                // What is right is kept even where another agency's is not.
                choice.Purpose = purpose is { } p && Purposes.For(agency.Kind).Contains(p) ? p : null;
                choice.LastDay = refusal is null or ShareChoiceIncomplete ? lastDay : null;
                first ??= refusal;
            }

            return first is null ? Outcome.Done : first;
        }, cancellationToken);

    /// <summary>
    /// One permission again as it was, for <see cref="RenewedMonths"/> from today: chosen, and not shared before the family has seen
    /// the preview. What was chosen for other agencies and never finished is laid aside.
    /// </summary>
    public Task<Outcome> AgainAsync(Guid residentId, Guid consentId, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(residentId, actor, async (database, entered, choices) =>
        {
            var earlier = (await door.RowsOfAsync<ConsentRecord>(database, entered, cancellationToken))
                .SingleOrDefault(c => c.Id == consentId && c.Answer is ConsentAnswer.Given);
            if (earlier is null || !await database.Agencies.AnyAsync(a => a.Id == earlier.AgencyId && a.TakesReferrals, cancellationToken))
            {
                return NotFound.Instance;
            }

            var choice = ChoiceOf(database, entered, choices, earlier.AgencyId);
            (choice.Parts, choice.Purpose, choice.LastDay) =
                ([.. earlier.Parts.Select(p => p.Part).Order()], earlier.Purpose, RenewedUntil(earlier.Until, clock.Today()));

            return Outcome.Done;
        }, cancellationToken);

    /// <summary>
    /// What one agency was given, for the agency that it says is the right one: chosen, and not shared before the family has seen the
    /// preview.
    /// </summary>
    public Task<Outcome> InsteadAsync(Guid residentId, Guid consentId, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeAsync(residentId, actor, async (database, entered, choices) =>
        {
            var earlier = (await door.RowsOfAsync<ConsentRecord>(database, entered, cancellationToken)).SingleOrDefault(c => c.Id == consentId && c.LapsedAt is not null);
            var right = (await door.UnsafeAllOfAsync<Referral>(database, residentId, cancellationToken))
                .Where(r => r.ConsentId == consentId && r.RedirectedTo is not null).MaxBy(r => r.EndedAt)?.RedirectedTo;
            var agency = await database.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == right && a.TakesReferrals, cancellationToken);
            if (earlier is null || agency is null)
            {
                return NotFound.Instance;
            }

            var choice = ChoiceOf(database, entered, choices, agency.Id);
            (choice.Parts, choice.Purpose, choice.LastDay) = (
                [.. earlier.Parts.Select(p => p.Part).Order()],
                Purposes.For(agency.Kind).Contains(earlier.Purpose) ? earlier.Purpose : Purposes.For(agency.Kind)[0],
                RenewedUntil(earlier.Until, clock.Today()));

            return Outcome.Done;
        }, cancellationToken);

    /// <summary>The choice for one agency, made if there is none; those for others that were never finished are laid aside.</summary>
    private ShareChoice ChoiceOf(GmConnectDbContext database, Opened<Resident> entered, IReadOnlyList<ShareChoice> choices, Guid agencyId)
    {
        database.RemoveRange(choices.Where(c => c.AgencyId != agencyId && (c.Parts.Count == 0 || c.Purpose is null || c.LastDay is null)));
        if (choices.FirstOrDefault(c => c.AgencyId == agencyId) is { } there)
        {
            return there;
        }

        var choice = new ShareChoice { ResidentId = entered.Resident.Id, AgencyId = agencyId };
        door.Admit(database, entered.Resident, choice);

        return choice;
    }

    /// <summary>The last London day of a permission that goes on: never sooner than it ends now.</summary>
    public static DateOnly RenewedUntil(DateTime until, DateOnly today) =>
        LondonTime.DayOf(until.AddTicks(-1)) is var lastDay && lastDay > today.AddMonths(RenewedMonths) ? lastDay : today.AddMonths(RenewedMonths);

    private static Refusal? Check(Agency agency, Purpose? purpose, DateOnly? lastDay, DateOnly today) => (purpose, lastDay) switch
    {
        (null, _) or (_, null) => new ShareChoiceIncomplete(agency.Name),
        var (p, _) when !Purposes.For(agency.Kind).Contains(p.Value) => new PurposeNotForAgency(agency.Name),
        var (_, day) when day <= today => new ConsentEndsTooEarly(),
        var (_, day) when day > today.AddMonths(LongestMonths) => new ConsentEndsTooLate(LongestMonths),
        _ => null
    };

    private static async Task<Outcome> FirstIncompleteAsync(
        GmConnectDbContext database, IEnumerable<ShareChoice> incomplete, CancellationToken cancellationToken)
    {
        if (incomplete.FirstOrDefault() is not { } first)
        {
            return Outcome.Done;
        }

        var agency = await database.Agencies.AsNoTracking().SingleAsync(a => a.Id == first.AgencyId, cancellationToken);

        return new ShareChoiceIncomplete(agency.Name);
    }

    private Task<Outcome> ChangeAsync(
        Guid residentId,
        Actor actor,
        Func<GmConnectDbContext, Opened<Resident>, IReadOnlyList<ShareChoice>, Task<Outcome>> change,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var entered = await door.EnterAsync(
                database, residentId, DataCategory.Consent, Asking.ToWrite(actor, Purpose.OwnRecord), null, cancellationToken);
            if (!entered.Succeeded)
            {
                return entered.Refusal;
            }

            if (!entered.Value.MayKnowPlace)
            {
                return new OnlyTheProtectedPersonShares();
            }

            var choices = await door.RowsOfAsync<ShareChoice>(database, entered.Value, cancellationToken);

            return await change(database, entered.Value, choices);
        }, cancellationToken);
}
