using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What workers write when they triage, refuse or join.</summary>
internal static class AnswerTexts
{
    public static readonly string[] WhyThisSoon =
    [
        "Lives alone and the hospital bed is needed.", "Injections are due every day and nobody at home can give them.",
        "Family manages for now; they would like it before the school holidays.", "Waiting for the date of discharge.",
        "Two falls this month.", "Carer is exhausted and says so.", "Safe today, but not for long.", "Can wait for the next free visit."
    ];

    public static readonly string[] WhyNot =
    [
        "We cover another part of the borough; the neighbourhood team there has been told by telephone.",
        "This needs a prescription first. Please ask the practice and share with us again.",
        "The tenancy is with another landlord.", "Already being done by the community team; two of us would be one too many.",
        "We do not do this any more. The council's adult social care does."
    ];

    public static string RoleOf(AgencyKind kind) => kind switch
    {
        AgencyKind.Hospital => "plans the way home",
        AgencyKind.AdultSocialCare => "arranges help at home",
        AgencyKind.ChildrensSocialCare => "keeps the whole picture",
        AgencyKind.CommunityHealth => "visits and gives the injections",
        AgencyKind.GpPractice => "looks after medicines",
        AgencyKind.Reablement => "helps to do things again",
        AgencyKind.CommunityEquipment => "brings and fits equipment",
        AgencyKind.Wheelchairs => "finds the right chair",
        AgencyKind.PatientTransport => "arranges the journeys",
        AgencyKind.CouncilHousing => "finds a home that fits",
        AgencyKind.HousingAssociation => "sees to repairs and adaptations",
        AgencyKind.Police => "watches over safety",
        AgencyKind.Fire => "makes the home safe from fire",
        AgencyKind.Employment => "helps with money and work",
        _ => "supports the carer"
    };
}
