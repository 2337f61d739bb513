namespace GmConnect.Domain.Agreements;

/// <summary>Why a party may process at all. Consent is not offered: nobody who needs care can freely refuse it to a public body.</summary>
public enum Article6
{
    LegalObligation,
    VitalInterests,
    PublicTask,
    RecognisedLegitimateInterest,
    LegitimateInterests
}

/// <summary>Why a party may process special categories, health above all.</summary>
public enum Article9
{
    ExplicitConsent,
    SocialProtection,
    VitalInterests,
    SubstantialPublicInterest,
    HealthOrSocialCare
}

/// <summary>Paragraphs of Schedule 1 to the Data Protection Act 2018.</summary>
public enum Schedule1
{
    SocialSecurityAndProtection,
    HealthOrSocialCare,
    StatutoryAndGovernment,
    PreventingCrime,
    Safeguarding
}

/// <summary>
/// The lawful basis of one party. Three of the conditions of Article 9 lean on a paragraph of Schedule 1, two on none.
/// Source: UK GDPR Articles 6 and 9; Data Protection Act 2018 section 10 and Schedule 1.
/// </summary>
public sealed record LawfulBasis(Article6 Article6, Article9? Article9 = null, Schedule1? Schedule1 = null)
{
    /// <summary>Whether the paragraph is one that the condition leans on, and there where it needs one.</summary>
    public bool IsWhole => (Article9, Schedule1) switch
    {
        (Agreements.Article9.SocialProtection, Agreements.Schedule1.SocialSecurityAndProtection) => true,
        (Agreements.Article9.HealthOrSocialCare, Agreements.Schedule1.HealthOrSocialCare) => true,
        (Agreements.Article9.SubstantialPublicInterest,
            Agreements.Schedule1.StatutoryAndGovernment or Agreements.Schedule1.PreventingCrime or Agreements.Schedule1.Safeguarding) => true,
        (null or Agreements.Article9.ExplicitConsent or Agreements.Article9.VitalInterests, null) => true,
        _ => false
    };

    public string Article6Code => Article6 switch
    {
        Article6.LegalObligation => "6(1)(c)",
        Article6.VitalInterests => "6(1)(d)",
        Article6.PublicTask => "6(1)(e)",
        Article6.RecognisedLegitimateInterest => "6(1)(ea)",
        _ => "6(1)(f)"
    };

    public string? Article9Code => Article9 switch
    {
        Agreements.Article9.ExplicitConsent => "9(2)(a)",
        Agreements.Article9.SocialProtection => "9(2)(b)",
        Agreements.Article9.VitalInterests => "9(2)(c)",
        Agreements.Article9.SubstantialPublicInterest => "9(2)(g)",
        Agreements.Article9.HealthOrSocialCare => "9(2)(h)",
        _ => null
    };

    public int? Schedule1Paragraph => Schedule1 switch
    {
        Agreements.Schedule1.SocialSecurityAndProtection => 1,
        Agreements.Schedule1.HealthOrSocialCare => 2,
        Agreements.Schedule1.StatutoryAndGovernment => 6,
        Agreements.Schedule1.PreventingCrime => 10,
        Agreements.Schedule1.Safeguarding => 18,
        _ => null
    };
}
