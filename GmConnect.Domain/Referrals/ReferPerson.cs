using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Safeguards;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

/// <param name="Words">What the other agency must know and do, in the worker's own words: nothing else of the story goes with a referral under a law.</param>
/// <param name="Law">Needed where the family has not let that agency see anything: under which it is told all the same.</param>
/// <param name="NotToldBecause">Why it would not be safe that the person's log shows it at once; nothing where it is.</param>
public sealed record ReferTyped(Guid? ToAgency, string? Words, string? Law = null, string? NotToldBecause = null);

public sealed record Referred(Guid ReferralId, string Reference);

/// <param name="Permits">The family let it see something: no law is needed.</param>
/// <param name="UnderLaw">It has a duty to keep people safe, so that it can be told under a law.</param>
public sealed record AgencyToRefer(Guid AgencyId, string Name, bool Permits, bool UnderLaw);

/// <summary>
/// A worker hands somebody they work with on to another agency: under the permission that the family gave it, or under a named
/// law, where somebody must be kept safe. Under a law it gets who and where they are and the worker's words, for 28 days, and the
/// data guardian reviews it. Source: Care Act 2014 section 42, Children Act 1989 section 47, docs/decisions/0021.
/// </summary>
public sealed class ReferPerson(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int UnderLawForDays = 28;

    private static readonly HashSet<AgencyKind> _keepSafe = [AgencyKind.AdultSocialCare, AgencyKind.ChildrensSocialCare, AgencyKind.Police];

    private static readonly IReadOnlyList<DataCategory> _underLaw =
        [DataCategory.Identity, DataCategory.Place, DataCategory.Referral, DataCategory.CaseHeader, DataCategory.Case];

    public Task<Outcome<Referred>> FromReferralAsync(Guid referralId, ReferTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        ReferAsync<Referral>(referralId, typed, actor, cancellationToken);

    public Task<Outcome<Referred>> FromCaseAsync(Guid caseId, ReferTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        ReferAsync<CaseFile>(caseId, typed, actor, cancellationToken);

    public Task<Outcome<IReadOnlyList<AgencyToRefer>>> AgenciesFromReferralAsync(Guid referralId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        AgenciesAsync<Referral>(referralId, actor, view, cancellationToken);

    public Task<Outcome<IReadOnlyList<AgencyToRefer>>> AgenciesFromCaseAsync(Guid caseId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        AgenciesAsync<CaseFile>(caseId, actor, view, cancellationToken);

    private Task<Outcome<IReadOnlyList<AgencyToRefer>>> AgenciesAsync<T>(Guid id, Actor actor, Guid view, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        databases.InOneSaveAsync<Outcome<IReadOnlyList<AgencyToRefer>>>(async database =>
        {
            var opened = await door.OpenAsync<T>(database, id, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || actor.AgencyId is null)
            {
                return NotFound.Instance;
            }

            var (resident, now) = (opened.Value.Resident, clock.UtcNow());
            var permitted = (await PermittedAsync(database, resident.Id, now, cancellationToken)).Select(c => c.AgencyId).ToHashSet();
            var agencies = await database.Agencies.AsNoTracking()
                .Where(a => a.TakesReferrals && a.Id != actor.AgencyId && (a.Borough == null || a.Borough == resident.Borough || permitted.Contains(a.Id)))
                .OrderBy(a => a.Name)
                .ToListAsync(cancellationToken);

            return (List<AgencyToRefer>)[.. agencies.Select(a => new AgencyToRefer(a.Id, a.Name, permitted.Contains(a.Id), _keepSafe.Contains(a.Kind)))
                .Where(a => a.Permits || a.UnderLaw)];
        }, cancellationToken);

    private Task<Outcome<Referred>> ReferAsync<T>(Guid id, ReferTyped typed, Actor actor, CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        databases.InOneSaveAsync<Outcome<Referred>>(async database =>
        {
            var opened = await door.OpenAsync<T>(database, id, Asking.ToWrite(actor), cancellationToken);
            if (!opened.Succeeded || actor.AgencyId is null)
            {
                return NotFound.Instance;
            }

            var (words, law, notTold) = (PlainText.Clean(typed.Words), PlainText.Clean(typed.Law), PlainText.Clean(typed.NotToldBecause));
            if (words.Length is 0 or > Referral.WordsMaxLength)
            {
                return new ReferralNeedsWords(words.Length, Referral.WordsMaxLength);
            }

            if (law.Length > DisclosureDecided.LawMaxLength)
            {
                return new DisclosureNeedsLaw(DisclosureDecided.LawMaxLength);
            }

            if (notTold.Length > StandingFact.WhyMaxLength)
            {
                return new SafeguardWhyTooLong(notTold.Length, StandingFact.WhyMaxLength);
            }

            var to = await database.Agencies.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == typed.ToAgency && a.TakesReferrals && a.Id != actor.AgencyId, cancellationToken);
            if (to is null)
            {
                return new RedirectNeedsAgency();
            }

            var (resident, now) = (opened.Value.Resident, clock.UtcNow());
            var consent = (await PermittedAsync(database, resident.Id, now, cancellationToken)).Where(c => c.AgencyId == to.Id).MaxBy(c => c.Until);
            var isUnderLaw = law.Length > 0;
            if (isUnderLaw ? !_keepSafe.Contains(to.Kind) : consent is null)
            {
                return isUnderLaw ? new LawNotForAgency(to.Name) : new ReferralNeedsPermission(to.Name);
            }

            var purpose = isUnderLaw ? Purpose.Safety : consent!.Purpose;
            // Searched before anything is created: one open referral for one purpose is enough.
            var there = (await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken))
                .FirstOrDefault(r => r.AgencyId == to.Id && r.Purpose == purpose && r.Status.IsOpen() && r.ReferredByAgency == actor.AgencyId);
            if (there is not null)
            {
                return new AlreadyReferred(there.Reference);
            }

            var disclosure = isUnderLaw ? Disclose(database, opened.Value, to, law, notTold, now) : null;
            var referral = new Referral
            {
                Reference = Reference.New(), ResidentId = resident.Id, AgencyId = to.Id, ConsentId = isUnderLaw ? null : consent!.Id, DisclosureId = disclosure?.Id,
                Purpose = purpose, ReceivedAt = now, ReferredBy = actor.AccountId, ReferredByAgency = actor.AgencyId, Words = words, IsPrivate = isUnderLaw
            }.Begin();
            door.Admit(database, resident, referral);
            ReferralDesk.Tell(database, referral);

            return new Referred(referral.Id, referral.Reference);
        }, cancellationToken);

    private DisclosureDecided Disclose<T>(GmConnectDbContext database, Opened<T> opened, Agency to, string law, string notTold, DateTime now)
    {
        var decided = new DisclosureDecided
        {
            ResidentId = opened.Resident.Id, From = now, Until = LondonTime.EndOf(LondonTime.DayOf(now).AddDays(UnderLawForDays)), RecordedBy = opened.Actor.AccountId,
            Why = law, AgencyId = to.Id, Purpose = Purpose.Safety, Law = law, Categories = _underLaw
        };
        door.Admit(database, opened.Resident, decided);
        if (notTold.Length > 0)
        {
            door.Admit(database, opened.Resident, LogWithheld.ForAMonth(decided.Id, opened.Resident.Id, notTold, opened.Actor, now));
        }

        PutOnDesk.Now(database, door, opened, MatterKind.Review, ReviewReason.SharedUnderLaw, law, now);

        return decided;
    }

    private async Task<List<ConsentRecord>> PermittedAsync(GmConnectDbContext database, Guid residentId, DateTime now, CancellationToken cancellationToken) =>
        [.. (await door.UnsafeAllOfAsync<ConsentRecord>(database, residentId, cancellationToken)).Where(c => c.IsInForce(now))];
}
