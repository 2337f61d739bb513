using CsCheck;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>What holds whatever the facts and whoever asks.</summary>
public class SharingDecisionLaws
{
    private static readonly DateTime _now = World.Start.UtcDateTime;
    private static readonly Guid _resident = Guid.CreateVersion7();
    private static readonly Guid[] _residents = [_resident, Guid.CreateVersion7()];
    private static readonly Guid[] _agencies = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid[] _accounts = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid[] _rows = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly Gen<DateTime> _time = Gen.Int[-3, 3].Select(days => _now.AddDays(days));
    private static readonly Gen<Guid> _agency = OneOf(_agencies);
    private static readonly Gen<Guid> _account = OneOf(_accounts);

    private static readonly Gen<DelegationFact> _delegation = Gen.Select(
        _account, Gen.Enum<DelegationScope>(), _time, _time,
        (account, scope, from, until) => new DelegationFact(Guid.CreateVersion7(), account, scope, from, until));

    private static readonly Gen<ConsentFact> _consent = Gen.Select(
        _agency, Gen.Enum<Purpose>(), Gen.Enum<StoryPartKind>().List[0, 4], _time, _time,
        (agency, purpose, parts, from, until) =>
            new ConsentFact(Guid.CreateVersion7(), agency, purpose, [.. parts.Distinct()], from, until));

    private static readonly Gen<ReferralFact> _referral = Gen.Select(
        OneOf(_rows), _agency, (id, agency) => new ReferralFact(id, agency));

    private static readonly Gen<CareTeamFact> _member = Gen.Select(
        OneOf(_rows), _agency, _account, _time, _time,
        (file, agency, account, from, until) => new CareTeamFact(Guid.CreateVersion7(), file, agency, account, from, until));

    private static readonly Gen<SharingFacts> _facts = Gen.Select(
        _delegation.List[0, 3], _consent.List[0, 4], _referral.List[0, 3], _member.List[0, 3],
        (delegations, consents, referrals, team) => new SharingFacts(_resident, delegations, consents, referrals, team));

    private static readonly Gen<Actor> _actor = Gen.Select(
        Gen.Enum<Role>(), _account, _agency, OneOf(_residents), (role, account, agency, resident) => new Actor(
            account, "", role,
            role is Role.Resident ? resident : null,
            role.IsCitizen() || role is Role.DataGuardian ? null : agency));

    private static readonly Gen<AccessRequest> _request = Gen.Select(
        _actor, Gen.Enum<DataCategory>(), Gen.Enum<Act>(), Gen.Enum<Purpose>(), Gen.Enum<Channel>(),
        Gen.Enum<StoryPartKind>().List[1, 4].Null(), Gen.Int[0, 2].Select(i => i == 2 ? (Guid?)null : _rows[i]),
        (actor, category, act, purpose, channel, parts, row) =>
            new AccessRequest(actor, _resident, category, act, purpose, channel, _now, parts, row));

    private static readonly Gen<(AccessRequest Request, SharingFacts Facts)> _any = Gen.Select(_request, _facts);

    [Fact]
    public void Permitted_AlwaysHasAGroundOfRealFacts_AndRefused_NeverHasOne() => _any.Sample(t =>
    {
        var decision = SharingDecision.Decide(t.Request, t.Facts);
        var known = t.Facts.Delegations.Select(f => f.Id).Concat(t.Facts.Consents.Select(f => f.Id))
            .Concat(t.Facts.Referrals.Select(f => f.Id)).Concat(t.Facts.CareTeam.Select(f => f.Id)).Append(_resident).ToHashSet();

        return decision.Permits
            ? decision is { Ground.Facts.Count: > 0, Because: null } && decision.Ground.Facts.All(known.Contains) && decision.Parts.Count > 0
            : decision is { Ground: null, Because: not null, Parts.Count: 0 };
    });

    [Fact]
    public void AnAgency_WithoutConsentInForce_NeverGetsAnything() => _any.Sample(t =>
        t.Request.Actor.Role.IsCitizen()
        || t.Facts.Consents.Any(c => c.AgencyId == t.Request.Actor.AgencyId && c.From <= _now && _now < c.Until)
        || !SharingDecision.Decide(t.Request, t.Facts).Permits);

    [Fact]
    public void PermittedParts_AreConsentedForThatPurposeNow() => _any.Sample(t =>
    {
        var request = t.Request with { Category = DataCategory.StoryPart };
        var decision = SharingDecision.Decide(request, t.Facts);

        return request.Actor.Role.IsCitizen() || decision.Parts.All(part => t.Facts.Consents.Any(c =>
            c.AgencyId == request.Actor.AgencyId && c.Purpose == request.Purpose && c.From <= _now && _now < c.Until && c.Parts.Contains(part)));
    });

    [Fact]
    public void PermittedParts_AreAmongThoseAskedFor() => _any.Sample(t =>
        t.Request is not { Category: DataCategory.StoryPart, Parts: { } asked } || t.Request.Actor.Role.IsCitizen()
        || SharingDecision.Decide(t.Request, t.Facts).Parts.All(asked.Contains));

    [Fact]
    public void AFactOfAnotherAgency_NeverChangesWhatThisOneSees() =>
        Gen.Select(_any, _consent, _referral, _member).Sample((t, consent, referral, member) =>
        {
            var others = _agencies.First(a => a != t.Request.Actor.AgencyId);
            var more = t.Facts with
            {
                Consents = [consent with { AgencyId = others }, .. t.Facts.Consents],
                Referrals = [referral with { AgencyId = others }, .. t.Facts.Referrals],
                CareTeam = [member with { AgencyId = others }, .. t.Facts.CareTeam]
            };

            return Same(SharingDecision.Decide(t.Request, t.Facts), SharingDecision.Decide(t.Request, more));
        });

    [Fact]
    public void ADelegationOfSomebodyElse_NeverChangesWhatThisOneMay() => Gen.Select(_any, _delegation).Sample((t, delegation) =>
    {
        var others = _accounts.First(a => a != t.Request.Actor.AccountId);
        var more = t.Facts with { Delegations = [delegation with { DelegateId = others }, .. t.Facts.Delegations] };

        return Same(SharingDecision.Decide(t.Request, t.Facts), SharingDecision.Decide(t.Request, more));
    });

    [Fact]
    public void TakingAFactAway_OnlyNarrows() => Gen.Select(_any, Gen.Int[0, 12]).Sample((t, n) =>
    {
        var fewer = new SharingFacts(
            _resident, Without(t.Facts.Delegations, n), Without(t.Facts.Consents, n), Without(t.Facts.Referrals, n), Without(t.Facts.CareTeam, n));
        var (before, after) = (SharingDecision.Decide(t.Request, t.Facts), SharingDecision.Decide(t.Request, fewer));

        return !after.Permits || before.Permits && after.Parts.All(before.Parts.Contains);
    });

    [Fact]
    public void AWiderScope_MayAllThatANarrowerMay() => Gen.Select(_request, Gen.Enum<DelegationScope>()).Sample((request, scope) =>
    {
        request = request with { Actor = request.Actor with { Role = Role.Delegate, AgencyId = null, ResidentId = null } };
        var narrower = Holding(scope);
        var wider = Holding(scope is DelegationScope.Manage ? scope : scope + 1);

        return !SharingDecision.Decide(request, narrower).Permits || SharingDecision.Decide(request, wider).Permits;

        SharingFacts Holding(DelegationScope held) => SharingFacts.None(_resident) with
        {
            Delegations = [new(Guid.CreateVersion7(), request.Actor.AccountId, held, _now.AddDays(-1), _now.AddDays(1))]
        };
    });

    [Fact]
    public void AResident_SeesTheirOwnRecordAlone() => _any.Sample(t =>
        t.Request.Actor.Role is not Role.Resident
        || t.Request.Actor.ResidentId == _resident
        || !SharingDecision.Decide(t.Request, t.Facts).Permits);

    private static Gen<Guid> OneOf(Guid[] ids) => Gen.Int[0, ids.Length - 1].Select(i => ids[i]);

    private static bool Same(AccessDecision one, AccessDecision other) =>
        one.Verdict == other.Verdict && one.Because == other.Because && one.Parts.SequenceEqual(other.Parts)
        && (one.Ground?.Facts ?? []).SequenceEqual(other.Ground?.Facts ?? []);

    private static List<T> Without<T>(IReadOnlyList<T> facts, int n) => [.. facts.Where((_, i) => i != n % Math.Max(1, facts.Count))];
}
