using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

internal static class SituationsAfterHospital
{
    public static readonly IReadOnlyList<Situation> All =
    [
        new("hip", 58, 99,
            [AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.CommunityEquipment, AgencyKind.Reablement, AgencyKind.Wheelchairs, AgencyKind.HousingAssociation],
            [
                "[I fell|{Name} fell] on the back step and broke [my|{her}] hip. The operation went well.",
                "A new hip, planned for a year and then done at two days' notice.",
                "[I slipped|{She} slipped] in the bath. They put a pin in the hip the next morning."
            ],
            [
                "To come home safely, and to know who does the injections.", "A bed downstairs and help in the mornings for some weeks.",
                "Somebody to say which day, so that the family can be there."
            ],
            ["A raised seat, a frame and something for the bath.", "A wheelchair for the first weeks.", "A bed that goes up and down, a commode."],
            "Home after a hip operation, with everything ready on the day",
            new PlannedGoal("I want to walk to the corner shop again by myself.",
                new PlannedStep("Show the exercises at home and check them after two weeks", AgencyKind.Reablement),
                new PlannedStep("Walk to the gate and back each day", null)),
            new PlannedGoal("I want to be home with nothing missing.",
                new PlannedStep("Bring and fit raised seat, frame and bath board before the day", AgencyKind.CommunityEquipment),
                new PlannedStep("Give the daily injection for 28 days", AgencyKind.CommunityHealth),
                new PlannedStep("Mend the stair rail", AgencyKind.HousingAssociation))),
        new("stroke", 50, 95,
            [AgencyKind.Hospital, AgencyKind.AdultSocialCare, AgencyKind.Reablement, AgencyKind.CommunityEquipment, AgencyKind.PatientTransport, AgencyKind.Voluntary],
            [
                "A stroke, on the right side. Speech is coming back, the arm is slower.",
                "[I woke|{She} woke] up and could not lift the cup. It was a stroke; the ambulance was quick.",
                "Two small strokes within a month."
            ],
            [
                "Help with washing and dressing while the arm learns again.", "Lifts to speech therapy twice a week.",
                "Somebody for the family to talk to as well."
            ],
            ["Rails on both sides and a one-handed chopping board.", "A perching stool and a second banister.", "A chair that helps with standing up."],
            "Settled at home after a stroke, speaking and dressing again",
            new PlannedGoal("I want to read to my grandson.",
                new PlannedStep("Speech therapy twice a week, with transport both ways", AgencyKind.PatientTransport),
                new PlannedStep("Read the paper aloud for ten minutes a day", null)),
            new PlannedGoal("I want to dress without help.",
                new PlannedStep("Morning visits for six weeks, doing less each week", AgencyKind.Reablement),
                new PlannedStep("Fit a second banister and bathroom rails", AgencyKind.CommunityEquipment))),
        new("breathing", 55, 95,
            [AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.Fire, AgencyKind.AdultSocialCare, AgencyKind.GpPractice],
            [
                "Third time in hospital this winter with the chest.", "[I could|{She} could] not get a breath on the stairs and rang 999.",
                "Pneumonia on top of the bad lungs."
            ],
            ["Oxygen at home that does not frighten anybody.", "A nurse who knows the chest, before it is hospital again.", "Someone to look at the heating."],
            ["Oxygen and a long enough tube.", "A fan, a stool in the kitchen.", "A monitor for the finger and somebody who reads it."],
            "Fewer hospital stays: oxygen, nurse and a warm home",
            new PlannedGoal("I want one winter without an ambulance.",
                new PlannedStep("Weekly visit by the breathing nurse until spring", AgencyKind.CommunityHealth),
                new PlannedStep("Check the home for oxygen and fire safety", AgencyKind.Fire),
                new PlannedStep("Rescue pack and a written plan from the practice", AgencyKind.GpPractice))),
        new("cancer", 25, 90,
            [AgencyKind.Hospital, AgencyKind.CommunityHealth, AgencyKind.PatientTransport, AgencyKind.Voluntary, AgencyKind.Employment],
            [
                "Treatment for cancer began in spring: three weeks on, one off.", "The scan was not what we hoped for. Treatment goes on.",
                "The operation took it all away, they say; now the strong medicine."
            ],
            ["Lifts that wait if the treatment runs late.", "Somebody to ring at night who knows the case.", "Help with money while there is no work."],
            ["A recliner for the days after.", "Nothing big; a thermometer and a list.", "A bed rail."],
            "Through treatment with lifts, nursing and money sorted",
            new PlannedGoal("I want to be at home between treatments, not in corridors.",
                new PlannedStep("Transport for each treatment day, waiting if late", AgencyKind.PatientTransport),
                new PlannedStep("Change the dressing on Mondays and Thursdays", AgencyKind.CommunityHealth)),
            new PlannedGoal("I do not want to lose the job.",
                new PlannedStep("Talk with the employer about sick pay and a slow return", AgencyKind.Employment),
                new PlannedStep("Send the new fit note", null)))
    ];
}
