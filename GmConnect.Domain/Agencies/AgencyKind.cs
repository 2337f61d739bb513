namespace GmConnect.Domain.Agencies;

public enum AgencyKind
{
    Hospital,
    CommunityHealth,
    GpPractice,
    AdultSocialCare,
    ChildrensSocialCare,
    Reablement,
    CommunityEquipment,
    Wheelchairs,
    PatientTransport,
    CouncilHousing,
    HousingAssociation,
    Police,
    Fire,
    Employment,
    Voluntary,
    Oversight
}

public static class AgencyKinds
{
    private static readonly HashSet<AgencyKind> _healthAndSocialCare =
    [
        AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.GpPractice, AgencyKind.AdultSocialCare,
        AgencyKind.ChildrensSocialCare, AgencyKind.Reablement
    ];

    /// <summary>
    /// Whether the agency may see the NHS number: health and adult social care must use it, others have no ground to.
    /// Source: Health and Social Care (Safety and Quality) Act 2015.
    /// </summary>
    public static bool UsesNhsNumber(this AgencyKind kind) => _healthAndSocialCare.Contains(kind);
}
