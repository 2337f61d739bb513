using Bogus;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Referrals;

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

    public static readonly string[] Questions =
    [
        "How many steps are there to the front door?", "Who is at home in the mornings?", "Is there a key safe, or who lets us in?",
        "Which day would suit for a first visit?", "Has the doctor said when the dressing may come off?"
    ];

    /// <summary>What is answered besides no, and nothing: from urgent to what can wait.</summary>
    private static readonly string[][] _triaged =
    [
        ["discharge-blocked:yes", "harm:2", "no-informal-carer:yes"], ["crisis-admission:yes", "harm:3", "imminence:3"],
        ["harm:3", "imminence:3", "lives-alone:yes", "carer-breakdown:2"], ["harm:2", "imminence:2", "carer-breakdown:3", "missed-visits:yes", "deadline:1"],
        ["harm:1", "imminence:1", "lives-alone:yes"], ["harm:1", "deadline:1"], ["harm:2", "capacity-doubt:yes"], []
    ];

    public static TriageAnswers Triaged(Randomizer chance)
    {
        var given = TriageRules.Current.Questions.ToDictionary(q => q.Id, q => q.Form is AnswerOf.YesNo ? TriageAnswers.No : "0");
        foreach (var answer in chance.ArrayElement(_triaged))
        {
            var (question, value) = (answer.Split(':')[0], answer.Split(':')[1]);
            given[question] = value;
        }

        return new TriageAnswers(given);
    }

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
