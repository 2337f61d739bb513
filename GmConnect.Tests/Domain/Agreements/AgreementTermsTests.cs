using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

public class AgreementTermsTests
{
    private static readonly DateOnly _today = LondonTime.DayOf(World.Start.UtcDateTime);
    private static readonly AgreementTerms _good = A.Terms(World.Start.UtcDateTime, A.Agency(AgencyKind.Hospital), A.Agency(AgencyKind.Fire));

    public static TheoryData<AgreementTerms, Type?> Cases => new()
    {
        { _good, null },
        { _good with { Purposes = [] }, typeof(AgreementCoversNothing) },
        { _good with { Categories = [], Parts = [] }, typeof(AgreementCoversNothing) },
        { _good with { Parts = [] }, typeof(AgreementCoversNothing) },
        { _good with { Categories = [DataCategory.Identity] }, typeof(AgreementCoversNothing) },
        { _good with { Categories = [DataCategory.Identity], Parts = [] }, null },
        { _good with { Purposes = [Purpose.OwnRecord] }, typeof(AgreementCannotCover) },
        { _good with { Categories = [.. _good.Categories, DataCategory.AccessLog] }, typeof(AgreementCannotCover) },
        { _good with { LastDay = _today }, null },
        { _good with { LastDay = _today.AddDays(-1) }, typeof(AgreementEndsTooEarly) },
        { _good with { FirstDay = _today.AddDays(2), LastDay = _today.AddDays(1) }, typeof(AgreementEndsTooEarly) },
        { _good with { LastDay = _good.FirstDay.AddMonths(AgreementTerms.LongestMonths).AddDays(1) }, typeof(AgreementEndsTooLate) },
        { _good with { ReviewOn = _good.FirstDay.AddMonths(12).AddDays(1) }, typeof(AgreementReviewNotInTime) },
        { _good with { ReviewOn = _today.AddDays(-9), LastDay = _today }, null },
        { _good with { FirstDay = _today, LastDay = _today.AddDays(9), ReviewOn = _today.AddDays(10) }, typeof(AgreementReviewNotInTime) },
        { _good with { DpiaReference = " " }, typeof(AgreementNeedsDpia) },
        { _good with { RightsContact = new string('a', AgreementTerms.RightsContactMaxLength + 1) }, typeof(AgreementNeedsRightsContact) },
        { _good with { Parties = [] }, typeof(AgreementNeedsParties) },
        { _good with { Parties = [_good.Parties[0], _good.Parties[0]] }, typeof(AgreementNamesAgencyTwice) },
        { With(new(Article6.PublicTask)), typeof(LawfulBasisNotWhole) },
        { With(new(Article6.PublicTask)) with { Categories = [DataCategory.Identity, DataCategory.CaseHeader], Parts = [] }, null }
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_EachRule(AgreementTerms terms, Type? refusal) => Assert.Equal(refusal, terms.Check(_today)?.GetType());

    /// <summary>Every condition with every paragraph: those named are whole, all others are not.</summary>
    [Fact]
    public void LawfulBasis_EveryPair()
    {
        (Article9?, Schedule1?)[] whole =
        [
            (null, null), (Article9.ExplicitConsent, null), (Article9.SocialProtection, Schedule1.SocialSecurityAndProtection),
            (Article9.VitalInterests, null), (Article9.SubstantialPublicInterest, Schedule1.StatutoryAndGovernment),
            (Article9.SubstantialPublicInterest, Schedule1.PreventingCrime), (Article9.SubstantialPublicInterest, Schedule1.Safeguarding),
            (Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare)
        ];
        var found =
            from condition in Enum.GetValues<Article9>().Cast<Article9?>().Prepend(null)
            from paragraph in Enum.GetValues<Schedule1>().Cast<Schedule1?>().Prepend(null)
            where new LawfulBasis(Article6.PublicTask, condition, paragraph).IsWhole
            select (condition, paragraph);

        Assert.Equal(whole, found);
    }

    [Fact]
    public void LawfulBasis_Codes_AreTheLaws()
    {
        Assert.Equal(["6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(ea)", "6(1)(f)"], Enum.GetValues<Article6>().Select(a => new LawfulBasis(a).Article6Code));
        Assert.Equal(
            ["9(2)(a)", "9(2)(b)", "9(2)(c)", "9(2)(g)", "9(2)(h)"],
            Enum.GetValues<Article9>().Select(a => new LawfulBasis(Article6.PublicTask, a).Article9Code));
        Assert.Equal([1, 2, 6, 10, 18], Enum.GetValues<Schedule1>().Select(s => new LawfulBasis(Article6.PublicTask, null, s).Schedule1Paragraph));
    }

    private static AgreementTerms With(LawfulBasis basis) => _good with { Parties = [_good.Parties[0] with { Basis = basis }] };
}
