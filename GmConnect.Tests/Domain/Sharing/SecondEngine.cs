using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>
/// The sharing decision a second time, written from docs/sharing-decision.md alone and not from the engine: slow and plain,
/// each step under the number of its rule. Where the two differ, the page decides.
/// </summary>
internal sealed partial class SecondEngine
{
    private readonly AccessRequest asked;
    private readonly SharingFacts facts;

    private SecondEngine(AccessRequest asked, SharingFacts facts) => (this.asked, this.facts) = (asked, facts);

    /// <summary>Rule 61 by doing what it says: the same question, with an override by this account in force.</summary>
    public static AccessDecision Decide(AccessRequest asked, SharingFacts facts)
    {
        var another = new OverrideFact(Guid.NewGuid(), asked.Actor.AccountId, asked.Actor.AgencyId ?? Guid.Empty, asked.At, asked.At.AddHours(1));
        var answer = new SecondEngine(asked, facts).Answer();
        var overriding = new SecondEngine(asked, facts with { Overrides = [.. facts.Overrides, another] }).Answer();

        return answer with
        {
            Overridable = answer.Verdict is not Verdict.Permit
                && (overriding.Verdict is Verdict.Permit || overriding.Parts.Count > answer.Parts.Count)
        };
    }

    private AccessDecision Answer()
    {
        var opened = Route();
        var parts = Eight.Where(p => ByParts && opened.What.Any(w => w.Part == p)).ToList();
        var ids = opened.What.SelectMany(w => w.Facts).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal).ToList();

        return opened.What.Count == 0 ? new(Verdict.Refuse, [], null, opened.No, false)
            : new(opened.What.Count == Wanted.Count() ? Verdict.Permit : Verdict.Partial, parts, new(opened.Kind, ids), null, false);
    }

    private Says Route() =>
        !Knows(Actor.Role) || !Knows(asked.Category) || !Knows(asked.Act) || !Knows(asked.Purpose) || !Knows(asked.Channel)
            || asked.Parts?.All(Knows) is false ? No(RefusedBecause.UnknownWord)                                                    // 26
        : asked.ResidentId != facts.ResidentId ? No(RefusedBecause.UnknownPerson)                                                   // 13
        : Actor.Role is Role.Analyst or Role.Administrator ? No(RefusedBecause.RoleHasNoAccess)                                     // 27
        : Actor.Role is Role.PartnerSystem != asked.Channel is Channel.Exchange ? No(RefusedBecause.WrongChannel)                   // 28
        : !PurposeFitsRole() ? No(RefusedBecause.NotTheirPurpose)                                                                   // 29
        : Actor.Role switch
        {
            Role.Resident => OwnRecord(),
            Role.Delegate => ForThem(),
            Role.DataGuardian or Role.GovernanceLead => Oversees(),
            _ => ForAnAgency()
        };

    private bool PurposeFitsRole() => asked.Purpose switch
    {
        Purpose.OwnRecord => Actor.Role is Role.Resident or Role.Delegate,
        Purpose.Oversight => Actor.Role is Role.DataGuardian or Role.GovernanceLead,
        _ => IsForAgency
    };

    private Says OwnRecord()
    {
        if (Actor.ResidentId != facts.ResidentId)
        {
            return No(RefusedBecause.NotTheirRecord); // 30
        }

        if (Age < 13)
        {
            return No(RefusedBecause.TooYoung); // 31
        }

        if (Writes && asked.Category is not (DataCategory.StoryDraft or DataCategory.Plan or DataCategory.Rights or DataCategory.Consent or DataCategory.Delegation))
        {
            return No(RefusedBecause.NotTheirsToChange); // 33
        }

        var decides = Writes && asked.Category is (DataCategory.Consent or DataCategory.Delegation);
        var competent = Best(Findings(FindingKind.Competent));

        return decides && Age < 16 && competent is null ? No(RefusedBecause.NeedsCompetence) // 34
            : decides && Age >= 16 && Findings(FindingKind.LacksCapacity).Any() ? No(RefusedBecause.LacksCapacity) // 35
            : Yes(GroundKind.OwnRecord, Wanted, _ => decides && Age < 16 ? [facts.ResidentId, competent!.Id] : [facts.ResidentId]); // 36
    }

    private Says ForThem()
    {
        var delegations = InForce(facts.Delegations).Where(d => d.DelegateId == Actor.AccountId && IsAlive(d)).ToList();

        if (delegations.Count == 0)
        {
            return No(RefusedBecause.NoDelegation); // 37
        }

        if (Writes && asked.Category is DataCategory.Delegation)
        {
            return No(RefusedBecause.OnlyTheResidentMay); // 39
        }

        if (Writes && asked.Category is not (DataCategory.StoryDraft or DataCategory.Plan or DataCategory.Rights or DataCategory.Consent))
        {
            return No(RefusedBecause.NotTheirsToChange); // 39
        }

        delegations = [.. delegations.Where(Reaches).Where(d => d.Scope >= ScopeNeeded())];

        if (delegations.Count == 0)
        {
            return No(RefusedBecause.DelegationTooNarrow); // 40, 41
        }

        if (Writes && asked.Category is DataCategory.Consent && Age is (13 or 14 or 15) && Findings(FindingKind.Competent).Any())
        {
            delegations = [.. delegations.Where(d => d.Kind is not DelegationKind.Parent)];

            if (delegations.Count == 0)
            {
                return No(RefusedBecause.TheirOwnDecision); // 42
            }
        }

        if (asked.Category is DataCategory.Place && !MayKnowThePlace())
        {
            return No(RefusedBecause.PlaceIsProtected); // 43
        }

        var includedIn = Wanted.Where(thing => delegations.Any(d => Includes(d, thing))).ToList();
        var left = includedIn.Where(thing => !IsRestricted(thing, hardOnly: true)).ToList();

        return includedIn.Count == 0 ? No(RefusedBecause.DelegationTooNarrow) // 44
            : left.Count == 0 ? No(RefusedBecause.Restricted) // 44
            : Yes(GroundKind.Delegation, left, thing => [Best(delegations.Where(d => Includes(d, thing)))!.Id]); // 45
    }

    private bool IsAlive(DelegationFact delegation) => delegation.Kind switch // 37
    {
        DelegationKind.Parent => Age < 16 || Age < 18 && ConfirmedSince(delegation, 16), // 38
        DelegationKind.WelfareAttorney => Age >= 18 && Findings(FindingKind.LacksCapacity).Any(),
        DelegationKind.WelfareDeputy => Age >= 16 && Findings(FindingKind.LacksCapacity).Any(),
        _ => true
    };

    private bool ConfirmedSince(DelegationFact delegation, int age) =>
        delegation.Confirmed is { } confirmed && confirmed >= Birthday(age) && confirmed <= asked.At;

    private bool Reaches(DelegationFact delegation) => // 40
        delegation.Parts is not null || IsForMoney(delegation)
            ? asked.Category is DataCategory.Identity or DataCategory.Place or DataCategory.StoryDraft or DataCategory.StoryPart
            : asked.Category is not DataCategory.AccessLog
              || delegation.Kind is not DelegationKind.Parent
              || Age is not (13 or 14 or 15)
              || ConfirmedSince(delegation, 13);

    private static bool IsForMoney(DelegationFact delegation) =>
        delegation.Kind is DelegationKind.PropertyAttorney or DelegationKind.PropertyDeputy or DelegationKind.Appointee;

    private static bool Includes(DelegationFact delegation, StoryPartKind? thing) =>
        thing is not { } part
        || (delegation.Parts is null || delegation.Parts.Value.Contains(part)) && (!IsForMoney(delegation) || part is StoryPartKind.MoneyAndWork);

    private DelegationScope ScopeNeeded() => // 41
        !Writes ? DelegationScope.View : asked.Category is DataCategory.Consent ? DelegationScope.Manage : DelegationScope.Contribute;

    private Says Oversees()
    {
        var matters = InForce(facts.Matters)
            .Where(m => Actor.Role is Role.DataGuardian || m.AgencyId is { } agency && agency == Actor.AgencyId).ToList();

        if (matters.Count == 0)
        {
            return No(RefusedBecause.NoMatter); // 62
        }

        matters = [.. matters.Where(Reaches)];

        if (matters.Count == 0)
        {
            return No(RefusedBecause.NotForOversight); // 63
        }

        if (asked.Category is DataCategory.Place && !MayKnowThePlace())
        {
            return No(RefusedBecause.PlaceIsProtected); // 64
        }

        var left = Wanted.Where(thing => !IsRestricted(thing, hardOnly: true)).ToList();

        return left.Count == 0 ? No(RefusedBecause.Restricted) : Yes(GroundKind.Oversight, left, _ => [Best(matters)!.Id]); // 64, 65
    }

    private bool Reaches(MatterFact matter) => (Actor.Role, asked.Act, asked.Category) switch // 63
    {
        (_, Act.Write, DataCategory.Rights) => true,
        (_, Act.Write, _) => false,
        (_, _, DataCategory.Identity or DataCategory.AccessLog or DataCategory.Rights) => true,
        (Role.DataGuardian, _, DataCategory.Consent or DataCategory.Delegation) => true,
        (Role.DataGuardian, _, _) => matter.Kind is MatterKind.SubjectAccess,
        _ => false
    };

    private static Says No(RefusedBecause because) => new(default, [], because);

    private static Says Nothing => new(default, [], null);

    private static Says Yes(GroundKind kind, IEnumerable<StoryPartKind?> things, Func<StoryPartKind?, Guid[]> rest) =>
        new(kind, [.. things.Select(t => (t, rest(t)))], null);

    private sealed record Says(GroundKind Kind, List<(StoryPartKind? Part, Guid[] Facts)> What, RefusedBecause? No);
}
