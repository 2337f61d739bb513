using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Ui;

/// <summary>Why the sharing decision said yes or no, as a guardian explains it: <c>Ui/DecisionWords.resx</c>.</summary>
public sealed class DecisionWords(IStringLocalizer<DecisionWords> words)
{
    public string For(RefusedBecause because) => words[because.ToString()];

    public string For(GroundKind ground) => words[$"Ground{ground}"];

    /// <summary>One fact that a decision rests on, as it was known then.</summary>
    public string For(FactExplained fact) => words[
        fact switch
        {
            { Kind: FactKind.Person } => "FactPerson",
            { From: null } => $"Fact{fact.Kind}Only",
            { Until: null } => $"Fact{fact.Kind}",
            _ => $"Fact{fact.Kind}Until"
        },
        fact.Name ?? words["FactSomebody"].Value,
        fact.Detail ?? "",
        fact.From is { } from ? London.Moment(from) : "",
        fact.Until is { } until ? London.Date(LondonTime.DayOf(until.AddTicks(-1))) : ""];

    /// <summary>Whether it would be decided so again.</summary>
    public string Agreement(DecisionExplained explained) =>
        words[explained.Agrees ? "Agrees" : "Differs", explained.Rules, explained.RulesToday];

    /// <summary>Where docs/sharing-decision.md says more.</summary>
    public static int RuleOf(RefusedBecause because) => because switch
    {
        RefusedBecause.UnknownWord => 26,
        RefusedBecause.UnknownPerson => 13,
        RefusedBecause.RoleHasNoAccess => 27,
        RefusedBecause.WrongChannel => 28,
        RefusedBecause.NotTheirPurpose => 29,
        RefusedBecause.NotTheirRecord => 30,
        RefusedBecause.TooYoung => 31,
        RefusedBecause.NotTheirsToChange => 33,
        RefusedBecause.NeedsCompetence => 34,
        RefusedBecause.LacksCapacity => 35,
        RefusedBecause.NoDelegation => 37,
        RefusedBecause.OnlyTheResidentMay => 39,
        RefusedBecause.DelegationTooNarrow => 40,
        RefusedBecause.TheirOwnDecision => 42,
        RefusedBecause.CategoryNotForAgencies => 46,
        RefusedBecause.NoConsent => 46,
        RefusedBecause.PartNotShared => 49,
        RefusedBecause.ConsentRefused => 49,
        RefusedBecause.NoNotice => 50,
        RefusedBecause.NoAgreement => 51,
        RefusedBecause.NoReferral => 52,
        RefusedBecause.NotInTheCareTeam => 52,
        RefusedBecause.PlaceIsProtected => 56,
        RefusedBecause.Restricted => 57,
        RefusedBecause.LogNotAnchored => 53,
        RefusedBecause.NoMatter => 62,
        RefusedBecause.NotForOversight => 63,
        _ => throw new ArgumentOutOfRangeException(nameof(because))
    };
}
