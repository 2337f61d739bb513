using System.Collections.Concurrent;
using CsCheck;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>
/// Random questions with random facts, few enough of everything that they meet: the same agency, account, purpose and instant
/// again and again, ends that are equal, birthdays a tick away.
/// </summary>
internal static class SharingWorlds
{
    public static readonly Guid Person = Id(1);
    public static readonly Guid[] Agencies = [Id(11), Id(12), Id(13)];
    public static readonly Guid[] Accounts = [Id(21), Id(22)];
    public static readonly Guid[] Teams = [Id(31), Id(32)];
    public static readonly Guid[] Rows = [Id(41), Id(42)];

    /// <summary>London's midnights and a tick before: 1 March after no leap day, both changes of the clocks, a summer's day; and a plain morning.</summary>
    private static readonly DateTime[] _instants =
    [
        Utc("2025-03-01T00:00:00"), Utc("2026-02-28T00:00:00"), Utc("2026-03-01T00:00:00"), Utc("2028-02-29T00:00:00"),
        Utc("2026-03-29T00:00:00"), Utc("2026-10-24T23:00:00"), Utc("2026-10-26T00:00:00"), Utc("2026-07-10T23:00:00"), Utc("2026-07-11T00:00:00"),
        Utc("2026-03-12T10:00:00")
    ];

    private static readonly (int Month, int Day)[] _days = [(2, 28), (2, 29), (3, 1), (3, 12), (3, 29), (7, 11), (10, 25), (10, 26)];

    private static readonly Gen<DateTime> _at = Gen.Select(
        Gen.OneOf(_instants), Gen.Frequency((4, 0), (1, -1)), (at, ticks) => at.AddTicks(ticks));

    private static readonly Gen<Guid> _agency = Gen.Frequency((6, Agencies[0]), (1, Agencies[1]), (1, Agencies[2]));
    private static readonly Gen<Guid> _account = Gen.Frequency((6, Accounts[0]), (1, Accounts[1]));
    private static readonly Gen<Guid> _team = Gen.OneOf(Teams);
    private static readonly Gen<Guid> _row = Gen.OneOf(Rows);

    private static readonly Gen<Purpose> _purpose = Gen.Frequency((8, Gen.Const(Purpose.Care)), (1, Gen.Enum<Purpose>()));
    private static readonly Gen<AgencyKind> _kind = Gen.Frequency(
        (3, Gen.OneOf(AgencyKind.Hospital, AgencyKind.CouncilHousing)), (1, Gen.Enum<AgencyKind>()));

    private static readonly Gen<DataCategory> _category = Gen.Frequency(
        (2, Gen.Const(DataCategory.StoryPart)), (2, Gen.Const(DataCategory.Consent)), (6, Gen.Enum<DataCategory>()));
    private static readonly Gen<PartSet> _parts = Gen.Frequency(
        (2, Gen.Const(PartSet.All)), (1, Gen.Const(PartSet.None)), (6, Gen.Enum<StoryPartKind>().List[1, 4].Select(parts => PartSet.Of(parts))));

    private static readonly Gen<IReadOnlyList<Purpose>> _purposes = Gen.Frequency(
        (1, Gen.Const<IReadOnlyList<Purpose>>([])),
        (5, Gen.Const<IReadOnlyList<Purpose>>([Purpose.OwnRecord, Purpose.Care, Purpose.Oversight])),
        (2, _purpose.List[1, 2].Select(p => (IReadOnlyList<Purpose>)p)));

    private static readonly Gen<IReadOnlyList<DataCategory>> _categories = Gen.Frequency(
        (6, Gen.Const<IReadOnlyList<DataCategory>>(Enum.GetValues<DataCategory>())),
        (2, _category.List[0, 4].Select(c => (IReadOnlyList<DataCategory>)c)));

    private static readonly Gen<Audience> _audience = Gen.Frequency(
        (4, _agency.Select(Audience.Agency)), (1, _team.Select(Audience.Team)), (3, _kind.Select(Audience.EveryAgencyOf)));

    private static readonly Gen<Role> _role = Gen.Frequency(
        (4, Gen.Const(Role.Delegate)), (1, Gen.Const(Role.Resident)), (6, Gen.Const(Role.CaseWorker)), (2, Gen.Const(Role.PartnerSystem)), (9, Gen.Enum<Role>()));

    private static readonly Gen<Actor> _actor = Gen.Select(
        Known(_role), _account, Gen.Frequency((30, Person), (1, Id(2))),
        Gen.Frequency<Guid?>((60, Agencies[0]), (4, Agencies[1]), (1, Id(19)), (1, null)), Or(_team),
        (role, account, resident, agency, team) => new Actor(
            account, "", role,
            role is Role.Resident ? resident : null,
            role is Role.DataGuardian ? null : agency,
            role.IsWorker() ? team : null));

    private static readonly DataCategory[] _agencys =
        [DataCategory.Identity, DataCategory.Place, DataCategory.Referral, DataCategory.CaseHeader, DataCategory.Case, DataCategory.Plan, DataCategory.Message];

    /// <summary>Mostly a category, a channel and a purpose that fit the role: the others are refused before any fact is looked at.</summary>
    private static readonly Gen<Func<DateTime, AccessRequest>> _request = Gen.Select(
        Gen.Select(_actor, Gen.Frequency((60, Person), (1, Id(2))), Known(_category), Known(Gen.Frequency((3, Act.Read), (2, Act.Write))),
            Gen.Frequency((2, Gen.Const(DataCategory.StoryPart)), (5, Gen.OneOf(_agencys)))),
        Gen.Select(Gen.Int[0, 15], Known<Purpose>(), _purpose, Known<Channel>()),
        Known<StoryPartKind>().List[0, 4],
        Gen.Int[0, 1],
        Or(_row),
        (who, how, parts, all, row) => (Func<DateTime, AccessRequest>)(at =>
        {
            var (actor, person, category, act, agencysCategory) = who;
            var (die, purpose, agencysPurpose, channel) = how;
            var forAgency = actor.Role.IsForAgency();

            return new AccessRequest(
                actor,
                person,
                die > 3 && forAgency ? agencysCategory : category,
                die > 6 && forAgency ? Act.Read : act,
                die is 0 ? purpose : Fitting(actor.Role, agencysPurpose),
                die is 1 ? channel : actor.Role is Role.PartnerSystem ? Channel.Exchange : channel is Channel.Export ? Channel.Export : Channel.Page,
                at,
                all is 0 ? null : parts,
                row);
        }));

    /// <summary>Kept, because it takes longer to make them than to draw from them.</summary>
    private static readonly ConcurrentDictionary<(DateTime At, DateOnly Born), Gen<SharingFacts>> _facts = new();

    /// <summary>Five questions at one instant about the same facts.</summary>
    public static readonly Gen<(AccessRequest[] Requests, SharingFacts Facts)> Five =
        from at in _at
        from age in Gen.OneOf(12, 13, 14, 14, 15, 16, 17, 18, 40)
        from day in Gen.OneOf(_days)
        from requests in _request.Array[5]
        let born = new DateOnly(at.Year - age, day.Month, 1).AddDays(day.Day - 1)
        from facts in _facts.GetOrAdd((at, born), life => Facts(life.At, life.Born))
        select (requests.Select(request => request(at)).ToArray(), facts);

    public static readonly Gen<(AccessRequest Request, SharingFacts Facts)> Any = Five.Select(t => (t.Requests[0], t.Facts));

    private static Gen<SharingFacts> Facts(DateTime at, DateOnly born)
    {
        var from = Gen.Frequency(
            (4, at), (5, at.AddMinutes(-59)), (1, at.AddMinutes(-60)), (1, at.AddMinutes(-61)), (6, at.AddDays(-1)), (6, at.AddYears(-1)),
            (2, at.AddYears(-3)), (1, Of(born, 13)), (1, Of(born, 16)), (1, Of(born, 18)), (1, Of(born, 13).AddTicks(-1)), (1, Of(born, 16).AddTicks(-1)),
            (1, at.AddTicks(1)), (1, at.AddDays(1)));
        var until = Gen.Frequency((8, DateTime.MaxValue), (9, at.AddDays(1)), (2, at.AddTicks(1)), (1, at), (1, at.AddDays(-1)), (1, at.AddYears(-2)));
        var confirmed = Gen.Frequency<DateTime?>(
            (2, null), (1, at), (1, at.AddTicks(1)), (1, Of(born, 13)), (1, Of(born, 16)), (1, Of(born, 13).AddTicks(-1)), (1, Of(born, 16).AddTicks(-1)));
        var when = Gen.Select(Gen.Guid, from, until, (id, since, to) => (Id: id, From: since, Until: to));

        var ofKinds = _kind.Array[3];
        var ofAsking = Gen.Frequency((5, true), (1, false));
        var ofAgreements = Gen.Select(when, _agency, _purposes, _categories, _parts, (w, agency, purposes, categories, parts) =>
            new AgreementFact(w.Id, agency, purposes, categories, parts, w.From, w.Until)).List[0, 5];
        var ofConsents = Gen.Select(
            when, Gen.Frequency((7, ConsentAnswer.Given), (1, ConsentAnswer.Refused)), Gen.Frequency((1, Gen.Const(DecidedBy.Delegate)), (4, Gen.Enum<DecidedBy>())), _audience, _purpose, _parts,
            (w, answer, who, audience, purpose, parts) => new ConsentFact(w.Id, answer, who, audience, purpose, parts, w.From, w.Until)).List[0, 9];
        var ofNotices = Gen.Select(when, _audience, _purpose, (w, audience, purpose) =>
            new NoticeFact(w.Id, audience, purpose, w.From, w.Until)).List[0, 7];
        var ofDelegations = Gen.Select(
            when, _account, Gen.Frequency((1, Gen.Const(DelegationKind.Parent)), (2, Gen.Enum<DelegationKind>())),
            Gen.Frequency((1, Gen.Const(DelegationScope.Manage)), (2, Gen.Enum<DelegationScope>())), Or(_parts), confirmed,
            (w, account, kind, scope, parts, seen) => new DelegationFact(w.Id, account, kind, scope, parts, seen, w.From, w.Until)).List[0, 4];
        var ofFindings = Gen.Select(when, Gen.Enum<FindingKind>(), OrNone(_purposes), (w, kind, purposes) =>
            new FindingFact(w.Id, kind, purposes, w.From, w.Until)).List[0, 3];
        var ofReferrals = Gen.Select(when, _row, _agency, (w, row, agency) => new ReferralFact(row, agency, w.From, w.Until)).List[0, 3];
        var ofTeam = Gen.Select(when, _row, _agency, _account, (w, row, agency, account) =>
            new CareTeamFact(w.Id, row, agency, account, w.From, w.Until)).List[0, 3];
        var ofProtections = Seldom(Gen.Select(when, _account.List[0, 2], (w, known) => new ProtectionFact(w.Id, known, w.From, w.Until)));
        var ofRestrictions = Seldom(Gen.Select(
            when, Gen.Enum<RestrictionKind>(), Gen.Select(Or(_account), Or(_agency), Or(_kind)), OrNone(_categories), Or(_parts), OrNone(_purposes),
            (w, kind, whom, categories, parts, purposes) => new RestrictionFact(
                w.Id, kind, whom.Item1, whom.Item2, whom.Item3, categories, parts, purposes, w.From, w.Until)));
        var ofDisclosures = Seldom(Gen.Select(when, _agency, _purpose, _categories, _parts, (w, agency, purpose, categories, parts) =>
            new DisclosureFact(w.Id, agency, purpose, categories, parts, w.From, w.Until)));
        var ofOverrides = Seldom(Gen.Select(when, _account, _agency, (w, account, agency) =>
            new OverrideFact(w.Id, account, agency, w.From, w.Until)));
        var ofMatters = Gen.Select(when, Gen.Enum<MatterKind>(), Or(_agency), (w, kind, agency) =>
            new MatterFact(w.Id, kind, agency, w.From, w.Until)).List[0, 3];
        var ofLate = Gen.Frequency((3, Gen.Const(new List<LogLateFact>())), (1, when.Select(w => new LogLateFact(w.Id, w.From, w.Until)).List[0, 2]));

        return
            from kinds in ofKinds
            from asked in ofAsking
            from agreements in ofAgreements
            from consents in ofConsents
            from notices in ofNotices
            from delegations in ofDelegations
            from findings in ofFindings
            from referrals in ofReferrals
            from team in ofTeam
            from protections in ofProtections
            from restrictions in ofRestrictions
            from disclosures in ofDisclosures
            from overrides in ofOverrides
            from matters in ofMatters
            from late in ofLate
            select new SharingFacts(Person, born, asked)
            {
                Agencies = Agencies.Zip(kinds).ToDictionary(a => a.First, a => a.Second),
                Agreements = agreements,
                Consents = consents,
                Notices = notices,
                Delegations = delegations,
                Findings = findings,
                Referrals = referrals,
                CareTeam = team,
                Protections = protections,
                Restrictions = restrictions,
                Disclosures = disclosures,
                Overrides = overrides,
                Matters = matters,
                LogLate = late
            };
    }

    private static Purpose Fitting(Role role, Purpose agencys) => role switch
    {
        Role.Resident or Role.Delegate => Purpose.OwnRecord,
        Role.DataGuardian or Role.GovernanceLead => Purpose.Oversight,
        _ => agencys
    };

    private static DateTime Of(DateOnly born, int age) => SecondEngineTables.LondonMidnight(born, age);

    private static Gen<List<T>> Seldom<T>(Gen<T> facts) => Gen.Frequency((2, Gen.Const(new List<T>())), (1, facts.List[1, 3]));

    private static Gen<T?> Or<T>(Gen<T> some) where T : struct => Gen.Frequency((2, Gen.Const((T?)null)), (1, some.Select(one => (T?)one)));

    private static Gen<IReadOnlyList<T>?> OrNone<T>(Gen<IReadOnlyList<T>> some) =>
        Gen.Frequency((1, Gen.Const((IReadOnlyList<T>?)null)), (1, some.Select(one => (IReadOnlyList<T>?)one)));

    /// <summary>A word of the page, and once in hundreds one that it does not know.</summary>
    private static Gen<T> Known<T>() where T : struct, Enum => Known(Gen.Enum<T>());

    private static Gen<T> Known<T>(Gen<T> words) where T : struct, Enum => Gen.Frequency((400, words), (1, Gen.Const((T)Enum.ToObject(typeof(T), 99))));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
