using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Web.Commands.Deciding;

/// <summary>A file of facts, put together for each person it tells of.</summary>
internal static class FactsInFile
{
    public static IReadOnlyDictionary<Guid, IndexedFacts> Read(IReadOnlyList<FactLine> lines, IdsInOrder ids)
    {
        var agencies = Of("agency").ToDictionary(a => ids[a.Id], a => Named.One<AgencyKind>(a.Kind, "kind"));
        var agreements = Of("agreement").Select(a => Agreement(a, ids)).ToList();
        var late = Of("logLate").Select(l => new LogLateFact(ids[l.Id], From(l), Until(l))).ToList();
        var about = lines.Where(l => l.Fact is not ("person" or "agency" or "agreement" or "logLate"))
            .ToLookup(l => ids[Named.Need(l.Person, "person")]);

        return Of("person").ToDictionary(p => ids[p.Id], p => new IndexedFacts(About(
            new SharingFacts(
                ids[p.Id],
                p.Born ?? throw new LineNotUnderstood($"'born' is missing for the person '{p.Id}'."),
                p.Place switch { "asked" => true, null or "unknown" => false, _ => throw new LineNotUnderstood($"'place' is '{p.Place}', which is neither asked nor unknown.") })
            {
                Agencies = agencies, Agreements = agreements, LogLate = late
            },
            about[ids[p.Id]].ToLookup(l => l.Fact, StringComparer.Ordinal),
            ids)));

        IEnumerable<FactLine> Of(string fact) => lines.Where(l => l.Fact == fact);
    }

    private static SharingFacts About(SharingFacts facts, ILookup<string, FactLine> lines, IdsInOrder ids)
    {
        string[] known = ["consent", "notice", "delegation", "finding", "referral", "careTeam", "protection", "restriction", "disclosure", "override", "matter"];
        if (lines.FirstOrDefault(l => !known.Contains(l.Key)) is { } unknown)
        {
            throw new LineNotUnderstood($"'fact' is '{unknown.Key}', which is none of person, agency, agreement, logLate, {string.Join(", ", known)}.");
        }

        return facts with
        {
            Consents = [.. lines["consent"].Select(l => new ConsentFact(
                ids[l.Id], Answer(l.Answer), DecidedBy(l.By), Audience(l, ids), Named.One<Purpose>(l.Purpose, "purpose"), Parts(l), From(l), Until(l)))],
            Notices = [.. lines["notice"].Select(l => new NoticeFact(
                ids[l.Id], Audience(l, ids), Named.One<Purpose>(l.Purpose, "purpose"), From(l), Until(l)))],
            Delegations = [.. lines["delegation"].Select(l => new DelegationFact(
                ids[l.Id], ids[Named.Need(l.Account, "account")], Named.One<DelegationKind>(l.Kind, "kind"),
                Named.One<DelegationScope>(l.Scope, "scope"), l.Parts is null ? null : Parts(l),
                l.Confirmed is null ? null : Named.Instant(l.Confirmed, "confirmed"), From(l), Until(l)))],
            Findings = [.. lines["finding"].Select(l => new FindingFact(
                ids[l.Id], Named.One<FindingKind>(l.Kind, "kind"), Named.Many<Purpose>(l.Purposes, "purposes"), From(l), Until(l)))],
            Referrals = [.. lines["referral"].Select(l => new ReferralFact(ids[l.Id], ids[Named.Need(l.Agency, "agency")], From(l), Until(l)))],
            CareTeam = [.. lines["careTeam"].Select(l => new CareTeamFact(
                ids[l.Id], ids[Named.Need(l.Case, "case")], ids[Named.Need(l.Agency, "agency")], ids[Named.Need(l.Account, "account")], From(l), Until(l)))],
            Protections = [.. lines["protection"].Select(l => new ProtectionFact(ids[l.Id], [.. (l.MayKnow ?? []).Select(a => ids[a])], From(l), Until(l)))],
            Restrictions = [.. lines["restriction"].Select(l => new RestrictionFact(
                ids[l.Id], Named.One<RestrictionKind>(l.Kind, "kind"), ids.Maybe(l.Account), ids.Maybe(l.Agency),
                l.AgencyKind is null ? null : Named.One<AgencyKind>(l.AgencyKind, "agencyKind"),
                Named.Many<DataCategory>(l.Categories, "categories"), l.Parts is null ? null : Parts(l),
                Named.Many<Purpose>(l.Purposes, "purposes"), From(l), Until(l)))],
            Disclosures = [.. lines["disclosure"].Select(l => new DisclosureFact(
                ids[l.Id], ids[Named.Need(l.Agency, "agency")], Named.One<Purpose>(l.Purpose, "purpose"),
                Named.Many<DataCategory>(l.Categories, "categories") ?? [], Parts(l), From(l), Until(l)))],
            Overrides = [.. lines["override"].Select(l => new OverrideFact(
                ids[l.Id], ids[Named.Need(l.Account, "account")], ids[Named.Need(l.Agency, "agency")], From(l), Until(l)))],
            Matters = [.. lines["matter"].Select(l => new MatterFact(
                ids[l.Id], Named.One<MatterKind>(l.Kind, "kind"), ids.Maybe(l.Agency), From(l), Until(l)))]
        };
    }

    private static AgreementFact Agreement(FactLine line, IdsInOrder ids) => new(
        ids[line.Id],
        ids[Named.Need(line.Agency, "agency")],
        Named.Many<Purpose>(line.Purposes, "purposes") ?? [],
        Named.Many<DataCategory>(line.Categories, "categories") ?? [],
        Parts(line),
        From(line),
        Until(line));

    private static Audience Audience(FactLine line, IdsInOrder ids) => line.Audience switch
    {
        { Agency: { } agency, Team: null, Kind: null } => Domain.Sharing.Audience.Agency(ids[agency]),
        { Agency: null, Team: { } team, Kind: null } => Domain.Sharing.Audience.Team(ids[team]),
        { Agency: null, Team: null, Kind: { } kind } => Domain.Sharing.Audience.EveryAgencyOf(Named.One<AgencyKind>(kind, "audience.kind")),
        _ => throw new LineNotUnderstood("'audience' names exactly one of agency, team and kind.")
    };

    private static ConsentAnswer Answer(string? text) => text switch
    {
        "given" => ConsentAnswer.Given,
        "refused" => ConsentAnswer.Refused,
        _ => throw new LineNotUnderstood($"'answer' is '{text}', which is neither given nor refused.")
    };

    private static DecidedBy DecidedBy(string? text) => text switch
    {
        "resident" => Domain.Sharing.DecidedBy.Resident,
        "delegate" => Domain.Sharing.DecidedBy.Delegate,
        "parent" => Domain.Sharing.DecidedBy.Parent,
        "attorney" => Domain.Sharing.DecidedBy.Attorney,
        "bestInterests" => Domain.Sharing.DecidedBy.BestInterests,
        _ => throw new LineNotUnderstood($"'by' is '{text}', which is none of resident, delegate, parent, attorney, bestInterests.")
    };

    private static PartSet Parts(FactLine line) => PartSet.Of(Named.Many<StoryPartKind>(line.Parts, "parts") ?? []);

    private static DateTime From(FactLine line) => Named.Instant(line.From, "from");

    private static DateTime Until(FactLine line) => line.Until is null ? DateTime.MaxValue : Named.Instant(line.Until, "until");
}
