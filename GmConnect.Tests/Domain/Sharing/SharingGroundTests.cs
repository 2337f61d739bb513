using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Which facts a ground names, and of several the better: rules 3, 54, 58 and 60. And what is refused before any fact is looked at.</summary>
public class SharingGroundTests
{
    private static readonly AccessRequest _medicines =
        Asker.WorkerAt(AgencyKind.Hospital).Reads(StoryPartKind.Medicines, StoryPartKind.AboutMe).Of(Telling.About(80));

    private static readonly AccessRequest _name = _medicines with { Category = DataCategory.Identity };

    [Fact]
    public void Consent_OfParts_NamesTheConsentAndAgreementOfEachAndTheNotice()
    {
        var facts = Shared(StoryPartKind.Medicines).Facts;
        var other = facts.Consents[0] with { Id = Guid.NewGuid(), Parts = PartSet.Of(StoryPartKind.AboutMe) };

        Names(_medicines, facts with { Consents = [.. facts.Consents, other] }, facts.Consents[0].Id, other.Id, facts.Notices[0].Id, Agreement(facts));
    }

    [Fact]
    public void Consent_OfAWholeCategory_NamesOneOfEach()
    {
        var facts = Shared(StoryPartKind.Medicines).Facts;

        Names(_name, facts, facts.Consents[0].Id, facts.Notices[0].Id, Agreement(facts));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void OfSeveral_TheOneThatLastsLongerIsNamed(int first, int second)
    {
        var facts = Shared(StoryPartKind.Medicines).Facts;
        ConsentFact[] consents = [Ending(facts.Consents[0], first), Ending(facts.Consents[0], second)];
        NoticeFact[] notices = [Ending(facts.Notices[0], first), Ending(facts.Notices[0], second)];

        Names(
            _name, facts with { Consents = consents, Notices = notices },
            consents.MaxBy(c => c.Until)!.Id, notices.MaxBy(n => n.Until)!.Id, Agreement(facts));
    }

    [Fact]
    public void OfSeveralThatLastEqually_TheOneWhoseIdComesFirstIsNamed()
    {
        var facts = Shared(StoryPartKind.Medicines).Facts;
        ConsentFact[] consents = [.. Enumerable.Range(0, 5).Select(_ => facts.Consents[0] with { Id = Guid.NewGuid() })];

        Names(
            _name, facts with { Consents = consents },
            consents.Select(c => c.Id).MinBy(id => id.ToString(), StringComparer.Ordinal), facts.Notices[0].Id, Agreement(facts));
    }

    [Fact]
    public void OfSeveralMatters_TheBetterIsNamed()
    {
        var told = Telling.About(80).IsOnTheDesk(MatterKind.Review).IsOnTheDesk(MatterKind.Review).IsOnTheDesk(MatterKind.Review);
        MatterFact[] matters = [told.Facts.Matters[0] with { Until = told.Now.AddDays(1) }, .. told.Facts.Matters.Skip(1)];

        Names(
            Asker.TheGuardian.Reads(DataCategory.Identity).Of(told), told.Facts with { Matters = matters },
            matters.Skip(1).Select(m => m.Id).MinBy(id => id.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void Duty_NamesTheDisclosureOfEachPart_BesideWhatConsentOpens()
    {
        var facts = Shared(StoryPartKind.Medicines)
            .IsDisclosedTo(AgencyKind.Hospital, Purpose.Care, [DataCategory.StoryPart], StoryPartKind.AboutMe).Facts;

        Names(_medicines, facts, facts.Consents[0].Id, facts.Notices[0].Id, Agreement(facts), facts.Disclosures[0].Id);
    }

    [Fact]
    public void AnotherWorkersOverride_OrOnesOwnAtAnotherAgency_IsNone()
    {
        var told = Telling.About(80).IsOverriddenBy(AgencyKind.Hospital);
        var glass = told.Facts.Overrides[0];

        Assert.True(SharingDecision.Decide(_name, told.Facts).Permits);
        Assert.False(SharingDecision.Decide(_name, told.Facts with { Overrides = [glass with { AccountId = Guid.NewGuid() }] }).Permits);
        Assert.False(SharingDecision.Decide(_name, told.Facts with { Overrides = [glass with { AgencyId = Guid.NewGuid() }] }).Permits);
    }

    [Fact]
    public void APlaceInACareTeamOfAnotherAgency_OrAColleagues_IsNone()
    {
        var told = Shared(StoryPartKind.Medicines).HasInTheCareTeam(AgencyKind.Hospital);
        var plan = _name with { Category = DataCategory.Plan };
        var member = told.Facts.CareTeam[0];

        Assert.True(SharingDecision.Decide(plan, told.Facts).Permits);
        Assert.False(SharingDecision.Decide(plan, told.Facts with { CareTeam = [member with { AccountId = Guid.NewGuid() }] }).Permits);
        Assert.False(SharingDecision.Decide(plan, told.Facts with { CareTeam = [member with { AgencyId = Guid.NewGuid() }] }).Permits);
    }

    public static TheoryData<string, Func<AccessRequest, AccessRequest>> UnknownWords => new()
    {
        { "role", q => q with { Actor = q.Actor with { Role = (Role)99 } } },
        { "category", q => q with { Category = (DataCategory)99 } },
        { "act", q => q with { Act = (Act)99 } },
        { "purpose", q => q with { Purpose = (Purpose)99 } },
        { "channel", q => q with { Channel = (Channel)99 } },
        { "part", q => q with { Parts = [StoryPartKind.Medicines, (StoryPartKind)99] } }
    };

    [Theory, MemberData(nameof(UnknownWords), DisableDiscoveryEnumeration = true)]
    public void AWordThatNobodyKnows_IsRefused(string which, Func<AccessRequest, AccessRequest> unknown)
    {
        var decision = SharingDecision.Decide(unknown(_medicines), Shared().Facts);

        Assert.True(decision is { Verdict: Verdict.Refuse, Because: RefusedBecause.UnknownWord }, which);
    }

    [Fact]
    public void AQuestionAboutSomebodyElse_IsRefused() =>
        Assert.Equal(RefusedBecause.UnknownPerson, SharingDecision.Decide(_name with { ResidentId = Guid.NewGuid() }, Shared().Facts).Because);

    private static Telling Shared(params StoryPartKind[] parts) => Telling.About(80).Shares(AgencyKind.Hospital, Purpose.Care, parts);

    private static Guid Agreement(SharingFacts facts) => facts.Agreements.Single(a => a.AgencyId == Telling.Agency(AgencyKind.Hospital)).Id;

    private static ConsentFact Ending(ConsentFact fact, int days) => fact with { Id = Guid.NewGuid(), Until = _name.At.AddDays(days) };

    private static NoticeFact Ending(NoticeFact fact, int days) => fact with { Id = Guid.NewGuid(), Until = _name.At.AddDays(days) };

    private static void Names(AccessRequest request, SharingFacts facts, params Guid[] ids) => Assert.Equal(
        ids.OrderBy(id => id.ToString(), StringComparer.Ordinal), SharingDecision.Decide(request, facts).Ground!.Facts);
}
