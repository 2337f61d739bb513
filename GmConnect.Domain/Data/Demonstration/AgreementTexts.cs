using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <param name="RanFrom">How many days ago its first version began.</param>
/// <param name="Renewed">How many days ago the version now in force was signed; nothing where the first still stands.</param>
/// <param name="EndsIn">Days from the seeding.</param>
internal sealed record AgreementToSeed(string Handle, string Title, AgencyKind[] Kinds, string Why, int RanFrom, int? Renewed, int EndsIn)
{
    public string Dpia => $"DPIA-GM-{Handle}";
}

/// <summary>Who has agreed with whom in the demonstration, and on what lawful basis.</summary>
internal static class AgreementTexts
{
    public const string Office = "Caldicott Guardian";
    public const string OfficeElsewhere = "Data protection officer";
    public const string Renewal = "Yearly review: the same agencies and parts for another year, with the register of who signs brought up to date.";

    public static readonly IReadOnlyList<AgreementToSeed> All =
    [
        new("health-and-care", "Greater Manchester health and care sharing agreement",
            [
                AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.GpPractice, AgencyKind.AdultSocialCare,
                AgencyKind.ChildrensSocialCare, AgencyKind.Reablement, AgencyKind.PatientTransport
            ],
            "So that a family tells its story once, and those who care for one person at home, in hospital and after it plan together.",
            700, 150, 510),
        new("housing", "Housing and homelessness sharing agreement", [AgencyKind.CouncilHousing, AgencyKind.HousingAssociation],
            "So that a home is safe and ready before somebody returns to it, and nobody becomes homeless for want of a telephone call.",
            640, 120, 300),
        new("community-safety", "Community safety sharing agreement", [AgencyKind.Police, AgencyKind.Fire],
            "So that a home visit by the fire service or the police knows who lives there and how to help them.",
            500, 200, 200),
        new("equipment", "Community equipment and wheelchairs sharing agreement", [AgencyKind.CommunityEquipment, AgencyKind.Wheelchairs],
            "So that a bed, a rail or a wheelchair is there on the day it is needed, measured for the person and the home.",
            620, 90, 420),
        new("voluntary", "Voluntary and carers' sector sharing agreement", [AgencyKind.Voluntary],
            "So that carers' charities can help the person who looks after somebody, without asking again what is already told.",
            325, null, 40),
        new("work-and-money", "Benefits and work sharing agreement", [AgencyKind.Employment],
            "So that benefits are right from the first day of a change, and work fits around health and caring.",
            330, null, 240)
    ];

    /// <summary>Source: UK GDPR and Data Protection Act 2018, by the matrix of the standards note 5.1.</summary>
    public static LawfulBasis BasisOf(AgencyKind kind) => kind switch
    {
        AgencyKind.CouncilHousing => new(Article6.LegalObligation, Article9.SubstantialPublicInterest, Schedule1.StatutoryAndGovernment),
        AgencyKind.HousingAssociation => new(Article6.LegitimateInterests, Article9.SubstantialPublicInterest, Schedule1.Safeguarding),
        AgencyKind.Police => new(Article6.PublicTask, Article9.SubstantialPublicInterest, Schedule1.PreventingCrime),
        AgencyKind.Fire => new(Article6.PublicTask, Article9.SubstantialPublicInterest, Schedule1.StatutoryAndGovernment),
        AgencyKind.Employment => new(Article6.PublicTask, Article9.SocialProtection, Schedule1.SocialSecurityAndProtection),
        AgencyKind.Voluntary => new(Article6.LegitimateInterests, Article9.ExplicitConsent),
        _ => new(Article6.PublicTask, Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare)
    };

    public static IReadOnlyList<Purpose> PurposesOf(AgreementToSeed agreement) =>
        [.. agreement.Kinds.SelectMany(Purposes.For).Distinct().Order()];
}
