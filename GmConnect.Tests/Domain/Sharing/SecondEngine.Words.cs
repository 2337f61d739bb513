using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Section 1, and what every route asks: the protected place (56) and restrictions (57).</summary>
internal sealed partial class SecondEngine
{
    private static StoryPartKind[] Eight => Enum.GetValues<StoryPartKind>();

    private Actor Actor => asked.Actor;

    private bool IsWorker => Actor.Role is Role.CaseWorker or Role.TriageLead or Role.TeamManager or Role.DischargeCoordinator;

    private bool IsForAgency => IsWorker || Actor.Role is Role.PartnerSystem;

    private AgencyKind Kind => facts.Agencies[Actor.AgencyId!.Value];

    private bool ByParts => asked.Category is DataCategory.StoryDraft or DataCategory.StoryPart;

    private bool Writes => asked.Act is Act.Write;

    /// <summary>What is wanted: each part, or for a whole category the one nameless thing (rules 6 and 11).</summary>
    private IEnumerable<StoryPartKind?> Wanted =>
        !ByParts ? [null] : Eight.Where(p => asked.Parts is null or { Count: 0 } || asked.Parts.Contains(p)).Select(p => (StoryPartKind?)p);

    private int Age => AgeAt(asked.At);

    private bool LogIsLate => InForce(facts.LogLate).Any();

    private bool IsProtected => !facts.PlaceWasAsked || InForce(facts.Protections).Any(); // 56

    private bool MayKnowThePlace() => // 56
        !IsProtected
        || facts.PlaceWasAsked && Actor.Role is not Role.PartnerSystem && InForce(facts.Protections).All(p => p.MayKnow.Contains(Actor.AccountId));

    private bool IsRestricted(StoryPartKind? thing, bool hardOnly) => InForce(facts.Restrictions).Any(r => // 57
        (!hardOnly || r.Kind is RestrictionKind.NoContact or RestrictionKind.CourtOrder)
        && (r.AccountId is null || r.AccountId == Actor.AccountId)
        && (r.AgencyId is null || IsForAgency && r.AgencyId == Actor.AgencyId)
        && (r.AgencyKind is null || IsForAgency && r.AgencyKind == Kind)
        && r.Purposes?.Contains(asked.Purpose) is null or true
        && r.Categories?.Contains(asked.Category) is null or true
        && (r.Parts is not { } parts || thing is { } part && parts.Contains(part)));

    private IEnumerable<FindingFact> Findings(FindingKind kind) => InForce(facts.Findings).Where(f => f.Kind == kind);

    private IEnumerable<FindingFact> Findings(FindingKind kind, DateTime at, Purpose purpose) => facts.Findings
        .Where(f => f.Kind == kind && f.From <= at && at < f.Until && (f.Purposes is null || f.Purposes.Contains(purpose)));

    private IEnumerable<T> InForce<T>(IEnumerable<T> some) where T : IFact => some.Where(f => f.From <= asked.At && asked.At < f.Until); // 1

    private static T? Best<T>(IEnumerable<T> several) where T : class, IFact => // 3
        several.OrderByDescending(f => f.Until).ThenBy(f => f.Id.ToString(), StringComparer.Ordinal).FirstOrDefault();

    private int AgeAt(DateTime at) => Enumerable.Range(1, 130).TakeWhile(n => Birthday(n) <= at).Count(); // 4

    private DateTime Birthday(int age) => SecondEngineTables.LondonMidnight(facts.Born, age);

    private static bool Knows<T>(T word) where T : struct, Enum => Enum.IsDefined(word);
}
