using CsCheck;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>What holds whatever the facts and whoever asks.</summary>
public class SharingDecisionLaws
{
    private const int Questions = 10_000;

    [Fact]
    public void WhatIsPermitted_RestsOnFactsThatExistConcernTheAskerAndAreInForce() => Hold(t =>
    {
        var decision = Decide(t.Request, t.Facts);
        var theirs = SharingFactLists.Concerning(t.Request, t.Facts).ToHashSet();

        return decision.Permits
            ? decision is { Ground.Facts.Count: > 0, Because: null } && decision.Ground.Facts.All(theirs.Contains)
            : decision is { Ground: null, Because: not null, Parts.Count: 0 };
    });

    [Fact]
    public void PermittedParts_AreAmongThoseWanted_AndAllOfThemOnlyWhenItIsAPermit() => Hold(t =>
    {
        var decision = Decide(t.Request, t.Facts);
        var wanted = t.Request.Parts is { Count: > 0 } some ? PartSet.Of(some) : PartSet.All;

        return !decision.Permits
            || (t.Request.Category.HasParts()
                ? decision.Parts.Count > 0 && decision.Parts.All(wanted.Contains) && decision.Parts.Count == wanted.Count == decision.Verdict is Verdict.Permit
                : decision is { Parts.Count: 0, Verdict: Verdict.Permit });
    });

    [Fact]
    public void AnotherProtectionRestrictionRefusalOrLateLog_NeverPermitsMore() => Hold(SharingWorlds.Any, SharingWorlds.Any, (t, other) =>
        SharingFactLists.WithMoreAgainst(t.Facts, other.Facts).All(stricter => IsNoWider(Decide(t.Request, stricter), Decide(t.Request, t.Facts))));

    [Fact]
    public void AnUnknownPlace_NeverPermitsMore() => Hold(t =>
        IsNoWider(Decide(t.Request, t.Facts with { PlaceWasAsked = false }), Decide(t.Request, t.Facts with { PlaceWasAsked = true })));

    [Fact]
    public void TakingBackAConsent_NeverPermitsMore() => Hold(t => SharingFactLists.EachTakenBack(t.Request.At, t.Facts)
        .All(fewer => IsNoWider(Decide(t.Request, fewer), Decide(t.Request, t.Facts))));

    [Fact]
    public void TakingAwayAnythingThatSupports_NeverPermitsMore() => Hold(t =>
        SharingFactLists.EachTakenAway(t.Facts).All(fewer => IsNoWider(Decide(t.Request, fewer), Decide(t.Request, t.Facts))));

    [Fact]
    public void TheOrderOfTheFacts_NeverMatters() => Hold(SharingWorlds.Any, Gen.Int, (t, seed) =>
        Words(Decide(t.Request, SharingFactLists.Shuffled(t.Facts, new Random(seed)))) == Words(Decide(t.Request, t.Facts)));

    [Fact]
    public void FactsAboutOtherAgenciesTeamsAndAccounts_NeverMatter() => Hold(t =>
        Words(Decide(t.Request, SharingFactLists.OnlyAbout(t.Request.Actor, t.Facts))) == Words(Decide(t.Request, t.Facts)));

    [Fact]
    public void FactsThatAreOver_NeverMatter() => Hold(t =>
        Words(Decide(t.Request, SharingFactLists.NotOver(t.Request.At, t.Facts))) == Words(Decide(t.Request, t.Facts)));

    [Fact]
    public void Override_NeverServesAnExportAnExchangeAWriteOrTheStoryOutsideTheMinimumView() => Hold(t =>
    {
        var decision = Decide(t.Request, t.Facts);

        return decision is not { Ground.Kind: GroundKind.Override } && !decision.Overridable
            || t.Request is { Channel: Channel.Page, Act: Act.Read } && t.Request.Actor.Role.IsWorker();
    });

    [Fact]
    public void AProtectedPersonsPlace_IsForThemselfAndThoseNamedOnly() => Hold(t =>
    {
        var request = t.Request with { Category = DataCategory.Place };
        var protections = t.Facts.Protections.Where(p => p.From <= request.At && request.At < p.Until).ToList();
        var named = t.Facts.PlaceWasAsked
            && (protections.Count == 0 || request.Actor.Role is not Role.PartnerSystem)
            && protections.All(p => p.MayKnow.Contains(request.Actor.AccountId));

        return named || request.Actor.Role is Role.Resident || !Decide(request, t.Facts).Permits;
    });

    [Fact]
    public void Overridable_IsExactlyWhatAnOverrideWouldOpen() => Hold(t =>
    {
        var (agency, at) = (t.Request.Actor.AgencyId ?? Guid.Empty, t.Request.At);
        var glass = new OverrideFact(Guid.NewGuid(), t.Request.Actor.AccountId, agency, at, at.AddMinutes(1));
        var before = Decide(t.Request, t.Facts);
        var after = Decide(t.Request, t.Facts with { Overrides = [glass, .. t.Facts.Overrides] });

        return before.Overridable == !IsNoWider(after, before) && !after.Overridable && IsNoWider(before, after);
    });

    private static AccessDecision Decide(AccessRequest request, SharingFacts facts) => SharingDecision.Decide(request, facts);

    private static bool IsNoWider(AccessDecision one, AccessDecision other) =>
        one.Verdict >= other.Verdict && one.Parts.All(other.Parts.Contains);

    private static string Words(AccessDecision decision) =>
        $"{decision.Verdict} {string.Join(",", decision.Parts)} {decision.Ground?.Kind} {string.Join(",", decision.Ground?.Facts ?? [])} "
        + $"{decision.Because} {decision.Overridable}";

    private static void Hold(Func<(AccessRequest Request, SharingFacts Facts), bool> law) => SharingWorlds.Any.Sample(law, iter: Questions);

    private static void Hold<T>(
        Gen<(AccessRequest, SharingFacts)> any, Gen<T> other, Func<(AccessRequest Request, SharingFacts Facts), T, bool> law) =>
        Gen.Select(any, other).Sample(t => law(t.Item1, t.Item2), iter: Questions);
}
