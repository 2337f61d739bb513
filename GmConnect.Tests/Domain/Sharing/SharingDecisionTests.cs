using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using static GmConnect.Domain.Sharing.Act;
using static GmConnect.Domain.Sharing.DataCategory;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>The rules by hand, one case a line; what must hold whatever the facts are is in <see cref="SharingDecisionLaws"/>.</summary>
public class SharingDecisionTests
{
    private static readonly DateTime _now = World.Start.UtcDateTime;
    private static readonly Guid _george = Guid.CreateVersion7();
    private static readonly Guid _hospital = Guid.CreateVersion7();
    private static readonly Guid _housing = Guid.CreateVersion7();
    private static readonly Guid _referral = Guid.CreateVersion7();
    private static readonly Guid _case = Guid.CreateVersion7();

    private static readonly Actor _self = new(Guid.CreateVersion7(), "", Role.Resident, ResidentId: _george);
    private static readonly Actor _other = new(Guid.CreateVersion7(), "", Role.Resident, ResidentId: Guid.CreateVersion7());
    private static readonly Actor _helen = new(Guid.CreateVersion7(), "", Role.Delegate);
    private static readonly Actor _nurse = new(Guid.CreateVersion7(), "", Role.CaseWorker, AgencyId: _hospital);
    private static readonly Actor _system = new(_hospital, "", Role.PartnerSystem, AgencyId: _hospital);

    [Theory]
    [InlineData(StoryDraft, Write)]
    [InlineData(Consent, Write)]
    [InlineData(DataCategory.Delegation, Write)]
    [InlineData(Plan, Write)]
    [InlineData(AccessLog, Read)]
    [InlineData(Case, Read)]
    public void Resident_OwnRecord_IsPermitted(DataCategory category, Act act) =>
        Permitted(Decide(_self, category, act), GroundKind.OwnRecord, _george);

    [Theory]
    [InlineData(Identity)]
    [InlineData(StoryPart)]
    [InlineData(Referral)]
    [InlineData(CaseHeader)]
    [InlineData(Case)]
    [InlineData(Message)]
    [InlineData(AccessLog)]
    public void TheFamily_ChangesNothingThatIsOthersWork(DataCategory category)
    {
        Refused(Decide(_self, category, Write), RefusedBecause.NotTheirsToChange);
        Refused(Decide(_helen, category, Write, Facts(delegation: DelegationScope.Manage)), RefusedBecause.NotTheirsToChange);
    }

    [Theory, CombinatorialCategories]
    public void Resident_AnothersRecord_IsRefused(DataCategory category, Act act) =>
        Refused(Decide(_other, category, act, Everything()), RefusedBecause.NotTheirRecord);

    [Theory]
    [InlineData(DelegationScope.View, StoryDraft, Read, true)]
    [InlineData(DelegationScope.View, Consent, Read, true)]
    [InlineData(DelegationScope.View, AccessLog, Read, true)]
    [InlineData(DelegationScope.View, StoryDraft, Write, false)]
    [InlineData(DelegationScope.View, Plan, Write, false)]
    [InlineData(DelegationScope.View, Consent, Write, false)]
    [InlineData(DelegationScope.Contribute, StoryDraft, Write, true)]
    [InlineData(DelegationScope.Contribute, Plan, Write, true)]
    [InlineData(DelegationScope.Contribute, Consent, Write, false)]
    [InlineData(DelegationScope.Manage, StoryDraft, Write, true)]
    [InlineData(DelegationScope.Manage, Consent, Write, true)]
    public void Delegate_ActsWithinTheScope(DelegationScope scope, DataCategory category, Act act, bool permitted)
    {
        var facts = Facts(delegation: scope);
        var decision = Decide(_helen, category, act, facts);

        if (permitted)
        {
            Permitted(decision, GroundKind.Delegation, facts.Delegations[0].Id);
        }
        else
        {
            Refused(decision, RefusedBecause.DelegationTooNarrow);
        }
    }

    [Fact]
    public void Delegate_EndsNoDelegationNotEvenTheirOwn() =>
        Refused(Decide(_helen, DataCategory.Delegation, Write, Facts(delegation: DelegationScope.Manage)), RefusedBecause.OnlyTheResidentMay);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-2, 0)]
    [InlineData(-2, -1)]
    public void Delegate_WhenItIsNotInForce_IsRefused(int fromDays, int untilDays) => Refused(
        Decide(_helen, StoryDraft, Read, SharingFacts.None(_george) with
        {
            Delegations = [new(Guid.CreateVersion7(), _helen.AccountId, DelegationScope.Manage, _now.AddDays(fromDays), _now.AddDays(untilDays))]
        }),
        RefusedBecause.NoDelegation);

    [Fact]
    public void Delegate_OfSomebodyElse_IsRefused() =>
        Refused(Decide(_helen with { AccountId = Guid.CreateVersion7() }, Identity, Read, Facts(delegation: DelegationScope.Manage)), RefusedBecause.NoDelegation);

    [Theory, CombinatorialCategories]
    public void Worker_WithoutConsent_IsRefusedWhateverElseIsKnown(DataCategory category, Act act) =>
        Refused(Decide(_nurse, category, act, Everything() with { Consents = [] }), RefusedBecause.NoConsent);

    [Theory]
    [InlineData(-2, -1)]
    [InlineData(-2, 0)]
    [InlineData(1, 2)]
    public void Worker_ConsentExpiredReplacedOrNotYetBegun_GivesNothing(int fromDays, int untilDays)
    {
        var facts = Everything();
        facts = facts with { Consents = [facts.Consents[0] with { From = _now.AddDays(fromDays), Until = _now.AddDays(untilDays) }] };

        Assert.All(Enum.GetValues<DataCategory>(), category => Refused(Decide(_nurse, category, Read, facts), RefusedBecause.NoConsent));
    }

    [Fact]
    public void Worker_ForTheFamilysOwnPurpose_IsRefused() => Assert.All(Enum.GetValues<DataCategory>(), category =>
        Refused(Decide(_nurse, category, Read, Everything(), Purpose.OwnRecord), RefusedBecause.NotTheirPurpose));

    [Fact]
    public void Worker_ConsentBeginsThisInstant_IsInForce()
    {
        var facts = Everything();
        facts = facts with { Consents = [facts.Consents[0] with { From = _now, Until = _now.AddTicks(1) }] };

        Assert.True(Decide(_nurse, Identity, Read, facts).Permits);
    }

    [Fact]
    public void Worker_ConsentOfAnotherAgency_GivesNothing()
    {
        var facts = Everything();
        facts = facts with { Consents = [facts.Consents[0] with { AgencyId = _housing }] };

        Refused(Decide(_nurse, Referral, Read, facts), RefusedBecause.NoConsent);
    }

    [Fact]
    public void StoryParts_AllAskedFor_ArePartlyPermitted()
    {
        var decision = Decide(_nurse, StoryPart, Read, Everything());

        Assert.Equal((Verdict.Partial, true), (decision.Verdict, decision.Permits));
        Assert.Equal([StoryPartKind.WhatHappened, StoryPartKind.Medicines], decision.Parts);
    }

    [Theory]
    [InlineData(Purpose.Care, StoryPartKind.Medicines, true)]
    [InlineData(Purpose.Care, StoryPartKind.MoneyAndWork, false)]
    [InlineData(Purpose.Safety, StoryPartKind.Medicines, false)]
    public void StoryParts_NeedTheVeryPartAndPurpose(Purpose purpose, StoryPartKind part, bool permitted)
    {
        var decision = Decide(_nurse, StoryPart, Read, Everything(), purpose, [part]);

        Assert.Equal(permitted ? Verdict.Permit : Verdict.Refuse, decision.Verdict);
        Assert.Equal(permitted ? null : RefusedBecause.PartNotShared, decision.Because);
    }

    [Theory]
    [InlineData(StoryPart)]
    [InlineData(Identity)]
    [InlineData(CaseHeader)]
    [InlineData(Message)]
    public void Worker_WritesNothingOfTheFamilys(DataCategory category) =>
        Refused(Decide(_nurse, category, Write, Everything()), RefusedBecause.CategoryNotForAgencies);

    [Theory]
    [InlineData(StoryDraft)]
    [InlineData(Consent)]
    [InlineData(DataCategory.Delegation)]
    [InlineData(AccessLog)]
    public void Worker_FamilysOwn_IsNotForAgencies(DataCategory category) =>
        Refused(Decide(_nurse, category, Read, Everything()), RefusedBecause.CategoryNotForAgencies);

    [Fact]
    public void Referral_OfTheirAgency_IsPermittedByConsentAndReferral()
    {
        var facts = Everything();

        Permitted(Decide(_nurse, Referral, Write, facts), GroundKind.ConsentAndReferral, facts.Consents[0].Id, _referral);
        Permitted(Decide(_nurse, CaseHeader, Read, facts), GroundKind.ConsentAndReferral, facts.Consents[0].Id, _referral);
    }

    [Fact]
    public void Referral_WithConsentButNoReferral_IsRefused() =>
        Refused(Decide(_nurse, Referral, Read, Everything() with { Referrals = [] }), RefusedBecause.NoReferral);

    [Fact]
    public void Referral_AnotherOneOfTheSameResident_IsNotOpenedByTheirOwn()
    {
        Refused(Decide(_nurse, Referral, Read, Everything(), row: Guid.CreateVersion7()), RefusedBecause.NoReferral);
        Assert.True(Decide(_nurse, Referral, Read, Everything(), row: _referral).Permits);
    }

    [Theory]
    [InlineData(Case)]
    [InlineData(Plan)]
    public void Case_InTheCareTeam_IsPermittedByConsentAndMembership(DataCategory category)
    {
        var facts = Everything();

        Permitted(Decide(_nurse, category, Write, facts), GroundKind.ConsentAndCareTeam, facts.Consents[0].Id, facts.CareTeam[0].Id);
        Refused(Decide(_nurse with { AccountId = Guid.CreateVersion7() }, category, Read, facts), RefusedBecause.NotInTheCareTeam);
        Refused(
            Decide(_nurse, category, Read, facts with { CareTeam = [facts.CareTeam[0] with { Until = _now }] }), RefusedBecause.NotInTheCareTeam);
    }

    [Fact]
    public void Case_AnotherOneOfTheSameResident_IsNotOpenedByTheirPlaceInOne()
    {
        Refused(Decide(_nurse, Case, Read, Everything(), row: Guid.CreateVersion7()), RefusedBecause.NotInTheCareTeam);
        Assert.True(Decide(_nurse, Case, Read, Everything(), row: _case).Permits);
        Assert.True(Decide(_nurse, Plan, Read, Everything(), row: Guid.CreateVersion7()).Permits);
    }

    [Fact]
    public void PartnerSystem_StandsForItsAgencyOnTheExchangeAlone()
    {
        Assert.True(Decide(_system, Plan, Read, Everything(), channel: Channel.Exchange).Permits);
        Refused(Decide(_system, Plan, Read, Everything()), RefusedBecause.RoleHasNoAccess);
    }

    [Theory]
    [InlineData(Role.DataGuardian)]
    [InlineData(Role.GovernanceLead)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Administrator)]
    public void OtherRoles_GetNothing(Role role) => Assert.All(Enum.GetValues<DataCategory>(), category => Assert.All(
        Enum.GetValues<Act>(),
        act => Refused(Decide(_nurse with { Role = role }, category, act, Everything()), RefusedBecause.RoleHasNoAccess)));

    [Fact]
    public void Facts_AboutSomebodyElse_AreAFault() => Assert.Throws<ArgumentException>(() =>
        Decide(_self, Identity, Read, SharingFacts.None(Guid.CreateVersion7())));

    private static AccessDecision Decide(
        Actor actor,
        DataCategory category,
        Act act,
        SharingFacts? facts = null,
        Purpose purpose = Purpose.Care,
        IReadOnlyCollection<StoryPartKind>? parts = null,
        Guid? row = null,
        Channel channel = Channel.Page) =>
        SharingDecision.Decide(
            new AccessRequest(actor, _george, category, act, purpose, channel, _now, parts, row), facts ?? SharingFacts.None(_george));

    private static SharingFacts Facts(DelegationScope delegation) => SharingFacts.None(_george) with
    {
        Delegations = [new(Guid.CreateVersion7(), _helen.AccountId, delegation, _now.AddDays(-1), _now.AddDays(1))]
    };

    /// <summary>All that lets the nurse in: a consent for two parts, a referral, a place in the care team.</summary>
    private static SharingFacts Everything() => Facts(DelegationScope.Manage) with
    {
        Consents =
        [
            new(Guid.CreateVersion7(), _hospital, Purpose.Care, [StoryPartKind.Medicines, StoryPartKind.WhatHappened], _now.AddDays(-1), _now.AddDays(1))
        ],
        Referrals = [new(_referral, _hospital)],
        CareTeam = [new(Guid.CreateVersion7(), _case, _hospital, _nurse.AccountId, _now.AddDays(-1), _now.AddDays(1))]
    };

    private static void Permitted(AccessDecision decision, GroundKind kind, params Guid[] facts)
    {
        Assert.Equal((Verdict.Permit, null), (decision.Verdict, decision.Because));
        Assert.Equal(kind, decision.Ground!.Kind);
        Assert.Equal(facts, decision.Ground.Facts);
    }

    private static void Refused(AccessDecision decision, RefusedBecause because)
    {
        Assert.Equal((Verdict.Refuse, because), (decision.Verdict, decision.Because));
        Assert.Null(decision.Ground);
        Assert.Empty(decision.Parts);
    }

    private sealed class CombinatorialCategoriesAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from category in Enum.GetValues<DataCategory>()
            from act in Enum.GetValues<Act>()
            select new object[] { category, act };
    }
}
