using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

internal static class SituationsOfFamilies
{
    public static readonly IReadOnlyList<Situation> All =
    [
        new("additional-needs", 1, 15,
            [AgencyKind.ChildrensSocialCare, AgencyKind.GpPractice, AgencyKind.CommunityHealth, AgencyKind.Voluntary],
            [
                "{Name} does not speak yet and nobody can tell us how long the list is.",
                "School says one thing, the clinic another. {Name} has stopped sleeping.",
                "{Name} was diagnosed in June: autism. We were handed a leaflet."
            ],
            ["One person who keeps the whole picture.", "Short breaks, before we need long ones.", "A plan that school and home both follow."],
            ["Ear defenders and a weighted blanket.", "A safe seat for the car.", "Pictures for the day's routine."],
            "One plan for home, school and clinic",
            new PlannedGoal("We want mornings without tears.",
                new PlannedStep("Visit school and home and write one routine", AgencyKind.ChildrensSocialCare),
                new PlannedStep("Sleep clinic", AgencyKind.CommunityHealth),
                new PlannedStep("Put the picture cards by the door", null))),
        new("growing-up", 16, 20,
            [AgencyKind.ChildrensSocialCare, AgencyKind.AdultSocialCare, AgencyKind.Hospital, AgencyKind.Employment],
            [
                "[I have|{Name} has] had muscular dystrophy since childhood, and at eighteen everything changes hands.",
                "[I am|{Name} is] leaving school, and the children's team stops on the birthday."
            ],
            [
                "That the adult team knows [me|{him}] before the children's team goes.", "College in September, with the help that makes it possible.",
                "That [I am|{she} is] asked, not [my|{her}] mother."
            ],
            ["A powered chair that fits the new height.", "Software that writes what [I say|{she} says]."],
            "From children's to adult support without a gap",
            new PlannedGoal("I want to go to college in September.",
                new PlannedStep("Meet the adult team together, before the birthday", AgencyKind.AdultSocialCare),
                new PlannedStep("Travel and support at college agreed in writing", AgencyKind.ChildrensSocialCare),
                new PlannedStep("Try the bus with a friend", null)),
            new PlannedGoal("I want one hospital team that knows me.",
                new PlannedStep("Joint clinic of the children's and the adult consultant", AgencyKind.Hospital))),
        new("injury", 18, 66,
            [AgencyKind.Hospital, AgencyKind.Employment, AgencyKind.Wheelchairs, AgencyKind.CouncilHousing],
            ["A fall from a ladder at work, and the back will not be the same.", "[I was|{She} was] knocked off the bike in May.", "The hand was caught in a machine."],
            ["To know what [I can|{she} can] still do for a living.", "A home that can be got into.", "Somebody who understands the forms."],
            ["A wheelchair for longer ways.", "A ramp.", "A brace and a proper chair for the desk."],
            "Back to work and back up the front steps",
            new PlannedGoal("I want to earn again.",
                new PlannedStep("Work assessment with the employer present", AgencyKind.Employment),
                new PlannedStep("Fit and lend a chair for longer ways", AgencyKind.Wheelchairs),
                new PlannedStep("Keep a diary of what hurts when", null))),
        new("grief", 30, 90,
            [AgencyKind.Voluntary, AgencyKind.GpPractice, AgencyKind.Employment],
            ["[My|{Her}] mother died in January, and with her everything she used to do.", "[I lost|{Name} lost] a sister and then the job.", "It has been very quiet in the house since."],
            ["Somebody to go through the letters with.", "A reason to go out on a Tuesday.", "To sleep."],
            ["Nothing.", "A telephone with big buttons."],
            "Company, sleep and the letters answered",
            new PlannedGoal("I want to open the post without dread.",
                new PlannedStep("Sort letters and benefits together", AgencyKind.Voluntary),
                new PlannedStep("Talk with the doctor about sleep", AgencyKind.GpPractice),
                new PlannedStep("Come to the Tuesday lunch once", null)))
    ];
}
