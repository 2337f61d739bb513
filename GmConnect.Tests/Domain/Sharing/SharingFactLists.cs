using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>The facts of a world with some added, taken away, shuffled or picked.</summary>
internal static class SharingFactLists
{
    /// <summary>Ids of what is in force and about this asker: their agency, kind, team, account or own record.</summary>
    public static IEnumerable<Guid> Concerning(AccessRequest request, SharingFacts facts)
    {
        var only = OnlyAbout(request.Actor, facts);
        IFact[] supporting =
        [
            .. only.Agreements, .. only.Consents.Where(c => c.Answer is ConsentAnswer.Given), .. only.Notices, .. only.Delegations, .. only.Findings,
            .. only.Referrals, .. only.CareTeam, .. only.Disclosures, .. only.Overrides, .. only.Matters
        ];

        return supporting.Where(f => f.From <= request.At && request.At < f.Until).Select(f => f.Id)
            .Concat(request.Actor.ResidentId == facts.ResidentId ? [facts.ResidentId] : []);
    }

    public static SharingFacts OnlyAbout(Actor actor, SharingFacts facts)
    {
        var (account, agency) = (actor.AccountId, actor.AgencyId);
        var forAnAgency = actor.Role.IsForAgency();
        AgencyKind? kind =
            forAnAgency && agency is { } known && facts.Agencies.TryGetValue(known, out var found) ? found : null;
        bool Hears(Audience audience) => forAnAgency
            && (audience.AgencyId is { } one ? one == agency
                : audience.TeamId is { } team ? actor.Role.IsWorker() && team == actor.TeamId
                : audience.Kind == kind);

        return facts with
        {
            Agencies = facts.Agencies.Where(a => a.Key == agency).ToDictionary(),
            Agreements = [.. facts.Agreements.Where(a => a.AgencyId == agency)],
            Consents = [.. facts.Consents.Where(c => Hears(c.Audience))],
            Notices = [.. facts.Notices.Where(n => Hears(n.Audience))],
            Delegations = [.. facts.Delegations.Where(d => d.DelegateId == account)],
            Referrals = [.. facts.Referrals.Where(r => r.AgencyId == agency)],
            CareTeam = [.. facts.CareTeam.Where(m => m.AgencyId == agency && (m.AccountId == account || actor.Role is Role.PartnerSystem))],
            Restrictions = [.. facts.Restrictions.Where(r => (r.AccountId ?? account) == account
                && (r.AgencyId is null || forAnAgency && r.AgencyId == agency) && (r.AgencyKind is null || r.AgencyKind == kind))],
            Disclosures = [.. facts.Disclosures.Where(d => d.AgencyId == agency)],
            Overrides = [.. facts.Overrides.Where(o => o.AccountId == account && o.AgencyId == agency)],
            Matters = [.. facts.Matters.Where(m => actor.Role is Role.DataGuardian || m.AgencyId == agency)]
        };
    }

    public static SharingFacts NotOver(DateTime at, SharingFacts facts) => facts with
    {
        Agreements = [.. facts.Agreements.Where(f => f.Until > at)],
        Consents = [.. facts.Consents.Where(f => f.Until > at)],
        Notices = [.. facts.Notices.Where(f => f.Until > at)],
        Delegations = [.. facts.Delegations.Where(f => f.Until > at)],
        // A finding that is over still says who was able to decide when they decided.
        Referrals = [.. facts.Referrals.Where(f => f.Until > at)],
        CareTeam = [.. facts.CareTeam.Where(f => f.Until > at)],
        Protections = [.. facts.Protections.Where(f => f.Until > at)],
        Restrictions = [.. facts.Restrictions.Where(f => f.Until > at)],
        Disclosures = [.. facts.Disclosures.Where(f => f.Until > at)],
        Overrides = [.. facts.Overrides.Where(f => f.Until > at)],
        Matters = [.. facts.Matters.Where(f => f.Until > at)],
        LogLate = [.. facts.LogLate.Where(f => f.Until > at)]
    };

    public static SharingFacts Shuffled(SharingFacts facts, Random random)
    {
        IReadOnlyList<T> Mixed<T>(IReadOnlyList<T> list)
        {
            var copy = list.ToArray();
            random.Shuffle(copy);

            return copy;
        }

        return facts with
        {
            Agencies = Mixed(facts.Agencies.ToList()).ToDictionary(),
            Agreements = Mixed(facts.Agreements),
            Consents = Mixed(facts.Consents),
            Notices = Mixed(facts.Notices),
            Delegations = Mixed(facts.Delegations),
            Findings = Mixed(facts.Findings),
            Referrals = Mixed(facts.Referrals),
            CareTeam = Mixed(facts.CareTeam),
            Protections = Mixed(facts.Protections),
            Restrictions = Mixed(facts.Restrictions),
            Disclosures = Mixed(facts.Disclosures),
            Overrides = Mixed(facts.Overrides),
            Matters = Mixed(facts.Matters),
            LogLate = Mixed(facts.LogLate)
        };
    }

    /// <summary>One kind of fact of another world at a time, each of which only forbids.</summary>
    public static IEnumerable<SharingFacts> WithMoreAgainst(SharingFacts facts, SharingFacts other) =>
    [
        facts with { Protections = [.. facts.Protections, .. other.Protections] },
        facts with { Restrictions = [.. facts.Restrictions, .. other.Restrictions] },
        facts with { LogLate = [.. facts.LogLate, .. other.LogLate] },
        facts with
        {
            Consents = [.. facts.Consents, .. other.Consents.Select(c => c with { Answer = ConsentAnswer.Refused })]
        }
    ];

    public static IEnumerable<SharingFacts> EachTakenAway(SharingFacts facts) =>
    [
        .. Without(facts.Agreements).Select(some => facts with { Agreements = some }),
        .. Without(facts.Notices).Select(some => facts with { Notices = some }),
        .. Without(facts.Delegations).Select(some => facts with { Delegations = some }),
        .. Without(facts.Referrals).Select(some => facts with { Referrals = some }),
        .. Without(facts.CareTeam).Select(some => facts with { CareTeam = some }),
        .. Without(facts.Disclosures).Select(some => facts with { Disclosures = some }),
        .. Without(facts.Overrides).Select(some => facts with { Overrides = some }),
        .. Without(facts.Matters).Select(some => facts with { Matters = some }),
        .. Without([.. facts.Agencies]).Select(some => facts with { Agencies = some.ToDictionary() })
    ];

    /// <summary>Each consent given, removed and ended now.</summary>
    public static IEnumerable<SharingFacts> EachTakenBack(DateTime at, SharingFacts facts) =>
        from consent in facts.Consents
        where consent.Answer is ConsentAnswer.Given
        let rest = facts.Consents.Where(c => c != consent).ToArray()
        from left in new IReadOnlyList<ConsentFact>[] { rest, [.. rest, consent with { Until = at }] }
        select facts with { Consents = left };

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> facts) =>
        Enumerable.Range(0, facts.Count).Select(left => (IReadOnlyList<T>)[.. facts.Where((_, i) => i != left)]);
}
