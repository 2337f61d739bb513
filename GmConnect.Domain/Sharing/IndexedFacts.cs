using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

/// <summary>
/// The facts about one resident as the decision reads them: found by audience and purpose, the better first, so that ten thousand
/// consents cost no more than ten.
/// </summary>
public sealed class IndexedFacts
{
    private readonly Dictionary<(Audience, Purpose), ConsentFact[]> given;
    private readonly Dictionary<(Audience, Purpose), ConsentFact[]> refused;
    private readonly Dictionary<(Audience, Purpose), NoticeFact[]> notices;
    private readonly Dictionary<(Guid, Purpose), AgreementFact[]> agreements;
    private readonly Dictionary<Guid, DelegationFact[]> delegations;

    public IndexedFacts(SharingFacts facts)
    {
        Facts = facts;
        given = BetterFirst(facts.Consents.Where(c => c.Answer is ConsentAnswer.Given), c => (c.Audience, c.Purpose));
        refused = BetterFirst(facts.Consents.Where(c => c.Answer is ConsentAnswer.Refused), c => (c.Audience, c.Purpose));
        notices = BetterFirst(facts.Notices, n => (n.Audience, n.Purpose));
        agreements = BetterFirst(
            facts.Agreements.SelectMany(a => a.Purposes.Distinct(), (a, purpose) => (a, purpose)), t => (t.a.AgencyId, t.purpose), t => t.a);
        delegations = BetterFirst(facts.Delegations, d => d.DelegateId);
        (Turns13, Turns16, Turns18) = (Birthday.Begins(facts.Born, 13), Birthday.Begins(facts.Born, 16), Birthday.Begins(facts.Born, 18));
    }

    public SharingFacts Facts { get; }

    public DateTime Turns13 { get; }

    public DateTime Turns16 { get; }

    public DateTime Turns18 { get; }

    public AgencyKind? KindOf(Guid? agency) => agency is { } id && Facts.Agencies.TryGetValue(id, out var kind) ? kind : null;

    public ReadOnlySpan<ConsentFact> Given(Audience audience, Purpose purpose) => given.GetValueOrDefault((audience, purpose));

    public ReadOnlySpan<ConsentFact> Refused(Audience audience, Purpose purpose) => refused.GetValueOrDefault((audience, purpose));

    public ReadOnlySpan<NoticeFact> Notices(Audience audience, Purpose purpose) => notices.GetValueOrDefault((audience, purpose));

    public ReadOnlySpan<AgreementFact> Agreements(Guid agency, Purpose purpose) => agreements.GetValueOrDefault((agency, purpose));

    public ReadOnlySpan<DelegationFact> Delegations(Guid account) => delegations.GetValueOrDefault(account);

    /// <param name="purpose">Nothing: a finding for whichever purpose will do.</param>
    public FindingFact? Finding(FindingKind kind, Purpose? purpose, DateTime at)
    {
        FindingFact? best = null;
        foreach (var finding in Facts.Findings)
        {
            if (finding.Kind == kind
                && (purpose is not { } wanted || finding.Purposes is null || finding.Purposes.Contains(wanted))
                && finding.IsInForce(at))
            {
                best = finding.Better(best);
            }
        }

        return best;
    }

    private static Dictionary<TKey, TFact[]> BetterFirst<TKey, TFact>(IEnumerable<TFact> facts, Func<TFact, TKey> key)
        where TKey : notnull
        where TFact : IFact => BetterFirst(facts, key, fact => fact);

    private static Dictionary<TKey, TFact[]> BetterFirst<TKey, TFact, TRow>(IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TFact> fact)
        where TKey : notnull
        where TFact : IFact =>
        rows.GroupBy(key).ToDictionary(
            ofOne => ofOne.Key,
            ofOne => ofOne.Select(fact).OrderByDescending(f => f.Until).ThenBy(f => f.Id).ToArray());
}
