using GmConnect.Domain.Agencies;

namespace GmConnect.Web.Citizen.Sharing;

/// <summary>How a family would look for a service: by what it is about, not by who runs it.</summary>
public static class AgencyGroups
{
    public static readonly IReadOnlyList<string> All = ["Health", "Support", "Equipment", "Home", "Safety", "Work"];

    public static string Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Hospital or AgencyKind.CommunityHealth or AgencyKind.GpPractice or AgencyKind.PatientTransport => "Health",
        AgencyKind.CommunityEquipment or AgencyKind.Wheelchairs => "Equipment",
        AgencyKind.CouncilHousing or AgencyKind.HousingAssociation => "Home",
        AgencyKind.Police or AgencyKind.Fire => "Safety",
        AgencyKind.Employment => "Work",
        _ => "Support"
    };
}
