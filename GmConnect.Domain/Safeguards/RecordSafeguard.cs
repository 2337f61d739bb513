using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Safeguards;

/// <summary>
/// The data guardian records what decisions then rest on: a protection, a restriction, a finding about capacity or competence, a
/// disclosure under a named law; and ends one. Each holds from the instant it is recorded, on every open page. A new one replaces
/// none: who changes one ends it and records another, so that what stood at any time can be told.
/// </summary>
public sealed class RecordSafeguard(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public const int DisclosureLastsAtMost = 92;

    public Task<Outcome> ProtectAsync(Guid matterId, ProtectionTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        RecordAsync(matterId, typed, actor, (resident, why, from, until) => Outcome.Of<IReadOnlyList<StandingFact>>(
        [
            new PlaceProtected
            {
                ResidentId = resident, From = from, Until = until, RecordedBy = actor.AccountId, Why = why, MayKnow = [.. typed.MayKnow.Distinct()]
            }
        ]), cancellationToken);

    public Task<Outcome> RestrictAsync(Guid matterId, RestrictionTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        RecordAsync(matterId, typed, actor, (resident, why, from, until) => Outcome.Of<IReadOnlyList<StandingFact>>(
        [
            new SharingRestricted
            {
                ResidentId = resident, From = from, Until = until, RecordedBy = actor.AccountId, Why = why, Kind = typed.Kind,
                AccountId = typed.AccountId, AgencyId = typed.AgencyId, Parts = typed.Parts is { Count: > 0 } parts ? parts : null
            }
        ]), cancellationToken);

    public Task<Outcome> FindAsync(Guid matterId, FindingTyped typed, Actor actor, CancellationToken cancellationToken = default) =>
        RecordAsync(matterId, typed, actor, (resident, why, from, until) =>
        {
            var (judged, consulted) = (PlainText.Clean(typed.JudgedBy), PlainText.Clean(typed.Consulted));
            if (judged.Length is 0 or > CapacityFound.PeopleMaxLength || consulted.Length > CapacityFound.PeopleMaxLength)
            {
                return new FindingNeedsWhoJudged(CapacityFound.PeopleMaxLength);
            }

            return Outcome.Of<IReadOnlyList<StandingFact>>(
            [
                new CapacityFound
                {
                    ResidentId = resident, From = from, Until = until, RecordedBy = actor.AccountId, Why = why, Kind = typed.Kind, JudgedBy = judged,
                    Consulted = consulted.Length == 0 ? null : consulted
                }
            ]);
        }, cancellationToken);

    /// <summary>Identity and the parts named, and the place where it is asked for. It ends: who still needs it has it decided again.</summary>
    public async Task<Outcome> DiscloseAsync(Guid matterId, DisclosureTyped typed, Actor actor, CancellationToken cancellationToken = default)
    {
        var kinds = await KindsAsync(cancellationToken);

        return await RecordAsync(matterId, typed, actor, (resident, why, from, until) =>
        {
            var (law, notTold) = (PlainText.Clean(typed.Law), PlainText.Clean(typed.NotToldBecause));
            if (typed.AgencyId is not { } agency || !kinds.TryGetValue(agency, out var kind) || !ReadSafeguards.DisclosedFor(kind).Contains(typed.Purpose))
            {
                return new DisclosureNeedsAgency();
            }

            if (typed.Parts.Count == 0)
            {
                return new DisclosureNeedsParts();
            }

            if (law.Length is 0 or > DisclosureDecided.LawMaxLength)
            {
                return new DisclosureNeedsLaw(DisclosureDecided.LawMaxLength);
            }

            if (until is not { } end || end > LondonTime.EndOf(LondonTime.DayOf(from).AddDays(DisclosureLastsAtMost)))
            {
                return new DisclosureNeedsEnd(DisclosureLastsAtMost);
            }

            if (notTold.Length > StandingFact.WhyMaxLength)
            {
                return new SafeguardWhyTooLong(notTold.Length, StandingFact.WhyMaxLength);
            }

            var decided = new DisclosureDecided
            {
                ResidentId = resident, From = from, Until = end, RecordedBy = actor.AccountId, Why = why, AgencyId = agency, Purpose = typed.Purpose, Law = law,
                Parts = [.. typed.Parts.Distinct().Order()],
                Categories = typed.WithPlace ? [DataCategory.Identity, DataCategory.Place, DataCategory.StoryPart] : [DataCategory.Identity, DataCategory.StoryPart]
            };

            return Outcome.Of<IReadOnlyList<StandingFact>>(notTold.Length == 0 ? [decided] : [decided, LogWithheld.ForAMonth(decided.Id, resident, notTold, actor, from)]);
        }, cancellationToken);
    }

    /// <summary>It is over from this instant. Nobody ends what another rule ends: an objection is decided, a withheld look is released.</summary>
    public Task<Outcome> EndAsync(Guid matterId, Guid safeguardId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, actor, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (resident, stamp) = (opened.Value.Resident, actor.At(clock.UtcNow()));
            var fact = (await door.RowsOfAsync<StandingFact>(database, opened.Value.With(resident), cancellationToken)).SingleOrDefault(f => f.Id == safeguardId);
            if (fact is null or NoticeGiven or OverrideMade or LogWithheld or PlaceAsked or SharingRestricted { Kind: RestrictionKind.Objection })
            {
                return NotFound.Instance;
            }

            if (!fact.IsInForce(stamp.At))
            {
                return new SafeguardIsEnded();
            }

            fact.End(stamp);
            database.TellAfterCommit(Topics.Resident(resident.Id));

            return Outcome.Done;
        }, cancellationToken);

    private Task<Outcome> RecordAsync(
        Guid matterId,
        SafeguardTyped typed,
        Actor actor,
        Func<Guid, string, DateTime, DateTime?, Outcome<IReadOnlyList<StandingFact>>> make,
        CancellationToken cancellationToken) =>
        databases.InOneSaveAsync<Outcome>(async database =>
        {
            var opened = await OpenAsync(database, matterId, actor, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Refusal;
            }

            var (resident, now, why) = (opened.Value.Resident, clock.UtcNow(), PlainText.Clean(typed.Why));
            switch (why.Length)
            {
                case 0: return new SafeguardNeedsWhy();
                case > StandingFact.WhyMaxLength: return new SafeguardWhyTooLong(why.Length, StandingFact.WhyMaxLength);
            }

            if (typed.LastDay < LondonTime.DayOf(now))
            {
                return new SafeguardEndsInThePast();
            }

            var made = make(resident.Id, why, now, typed.LastDay is { } day ? LondonTime.EndOf(day) : null);
            if (!made.Succeeded)
            {
                return made.Refusal;
            }

            foreach (var fact in made.Value)
            {
                door.Admit(database, resident, fact);
            }

            if (typed is DisclosureTyped { AgencyId: { } agency })
            {
                database.TellAfterCommit(Topics.InboxOf(agency));
            }

            database.TellAfterCommit(Topics.Resident(resident.Id));

            return Outcome.Done;
        }, cancellationToken);

    private async Task<Outcome<Opened<Matter>>> OpenAsync(GmConnectDbContext database, Guid matterId, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync<Matter>(database, matterId, Asking.ToWrite(actor, Purpose.Oversight), cancellationToken);

        return opened.Succeeded && actor.Role is not Role.DataGuardian ? NotFound.Instance : opened;
    }

    private async Task<Dictionary<Guid, AgencyKind>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        return await database.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Kind, cancellationToken);
    }
}
