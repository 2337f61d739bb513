using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

internal static class SituationsAtHome
{
    public static readonly IReadOnlyList<Situation> All =
    [
        new("memory", 65, 99,
            [AgencyKind.AdultSocialCare, AgencyKind.Voluntary, AgencyKind.Fire, AgencyKind.Police, AgencyKind.GpPractice],
            [
                "[My|{Her}] memory is not what it was, and in autumn there was a word for it: dementia.",
                "[I went|{Name} went] out for milk and was found two miles away.",
                "The cooker was left on twice."
            ],
            ["A break for whoever looks after [me|{him}], before they break.", "Something so that we know the door opened.", "To stay at home, with people who come at the same time."],
            ["A cooker that switches itself off.", "A door sensor and big clocks.", "A bracelet with a number on it."],
            "Safe at home with dementia, and a carer who can sleep",
            new PlannedGoal("I want to stay in my own house.",
                new PlannedStep("Agree who comes when, the same faces each week", AgencyKind.AdultSocialCare),
                new PlannedStep("Fit an alarm that switches the cooker off", AgencyKind.Fire)),
            new PlannedGoal("Whoever looks after me needs a day to themselves.",
                new PlannedStep("A place at the Thursday group", AgencyKind.Voluntary),
                new PlannedStep("Carer's assessment", AgencyKind.AdultSocialCare),
                new PlannedStep("Write down the morning routine for visitors", null))),
        new("falls", 70, 99,
            [AgencyKind.AdultSocialCare, AgencyKind.CommunityEquipment, AgencyKind.Fire, AgencyKind.GpPractice, AgencyKind.HousingAssociation],
            ["Four falls since Easter, none broken, all frightening.", "[I lay|{She} lay] on the kitchen floor until the postman heard.", "The legs just go."],
            ["Somebody to find out why.", "An alarm and a way to get up again.", "Rails where they are needed, not where they are easy to fit."],
            ["A pendant alarm.", "Rails by the back step and the toilet.", "Non-slip mats and better light on the stairs."],
            "No more falls: cause found, home made safe",
            new PlannedGoal("I want to go to the bins without being afraid.",
                new PlannedStep("Rails at the back step", AgencyKind.CommunityEquipment),
                new PlannedStep("Check tablets and blood pressure standing up", AgencyKind.GpPractice),
                new PlannedStep("Better light on the stairs", AgencyKind.HousingAssociation),
                new PlannedStep("Wear the pendant, also at night", null))),
        new("damp", 18, 60,
            [AgencyKind.HousingAssociation, AgencyKind.CouncilHousing, AgencyKind.GpPractice, AgencyKind.ChildrensSocialCare],
            [
                "Mould in the children's bedroom, and the little one has been in hospital with asthma.",
                "The wall is black behind the bed. We wash it and it comes back.", "Water comes through the light fitting when it rains."
            ],
            ["The wall put right, not painted over.", "Somewhere dry to sleep while it is done.", "A letter from the doctor that the landlord will read."],
            ["A machine that dries the air.", "Nothing medical.", "New inhaler spacers for school and home."],
            "A dry bedroom and a child who breathes",
            new PlannedGoal("We want the children to sleep in their own room.",
                new PlannedStep("Survey the wall and say what will be done", AgencyKind.HousingAssociation),
                new PlannedStep("Asthma review and a plan for school", AgencyKind.GpPractice),
                new PlannedStep("Photographs every Sunday", null))),
        new("losing-home", 18, 70,
            [AgencyKind.CouncilHousing, AgencyKind.Employment, AgencyKind.Voluntary, AgencyKind.AdultSocialCare],
            ["The landlord is selling and gave us two months.", "[I have|{She} has] been sleeping at friends' since the summer.", "The rent went up by a third and we fell behind."],
            ["A place to live near the school.", "Help with the deposit.", "Somebody to speak to the landlord before it goes to court."],
            ["Nothing.", "A bed and a cooker, there is nothing left.", "Storage for a wheelchair."],
            "A home kept or found before the notice ends",
            new PlannedGoal("We want to stay near the school.",
                new PlannedStep("Housing plan within the 56 days", AgencyKind.CouncilHousing),
                new PlannedStep("Check every benefit and the discretionary payment", AgencyKind.Employment),
                new PlannedStep("Bring the notice and bank statements", null))),
        new("leaving-harm", 18, 60,
            [AgencyKind.CouncilHousing, AgencyKind.Police, AgencyKind.AdultSocialCare],
            ["[I had|{She} had] to leave with the children in one night. It is safe now, and must stay so."],
            ["That nobody who asks is told where we are.", "A school place under the new arrangements."],
            ["A second lock and a camera at the door."],
            "Safe, housed and left in peace",
            new PlannedGoal("I want to stop looking over my shoulder.",
                new PlannedStep("Safety check of doors and windows", AgencyKind.Police),
                new PlannedStep("Move to a permanent home", AgencyKind.CouncilHousing)))
    ];
}
