namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What therapists write in the home assessment, by question; the family's own words come from its story.</summary>
internal static class AssessmentTexts
{
    /// <summary>Of a choice the choices, of a number or words what is said; where a question is not here the story answers it or nobody does.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Answers = new Dictionary<string, string[]>
    {
        ["present"] = ["They themselves and somebody of the family", "They themselves", "They themselves and a neighbour they asked to come"],
        ["where"] = ["home", "ward", "phone"],
        ["happened"] = ["Came home weaker than they left. Before it they did their own shopping.", "A fall in the kitchen, and afraid of the next one since. Before it they went out every day."],
        ["home"] = ["Two up, two down. The bathroom is upstairs. Nobody else lives there.", "A flat on the ground floor, one bedroom, a shower over the bath.", "A terraced house with a steep stair. A son sleeps there in the week."],
        ["tenure"] = ["own", "council", "association", "private"],
        ["steps"] = ["0", "1", "2", "3"],
        ["stairs"] = ["0", "12", "13", "14"],
        ["rail"] = ["none", "one", "both"],
        ["walking"] = ["self", "aid", "aid", "one"],
        ["walking-how"] = ["Holds on to the furniture. The frame is too wide for the kitchen door.", "Tires after ten steps. A chair half way along the hall would do."],
        ["climbing"] = ["self", "one", "not"],
        ["climbing-how"] = ["One rail, on the wrong side for the way down. A second would help.", "Does not try it alone. Sleeps downstairs until the rail is there."],
        ["falls"] = ["0", "1", "2"],
        ["bed"] = ["self", "aid", "one"],
        ["bed-how"] = ["The bed is low. Raisers, and a lever to hold on to.", "Needs somebody to lift the legs in the evening; manages in the morning."],
        ["chair"] = ["self", "aid"],
        ["chair-how"] = ["The armchair is deep and low. Raisers of ten centimetres."],
        ["toilet"] = ["self", "aid"],
        ["toilet-how"] = ["Pulls on the wash basin. A raised seat with arms."],
        ["bath"] = ["aid", "one", "not"],
        ["bath-how"] = ["Has not been in the bath since. A board and a rail, and somebody there the first times.", "Washes at the basin. Would like a shower again."],
        ["car"] = ["self", "one"],
        ["car-how"] = ["Sits first, then turns. Somebody lifts the legs."],
        ["handling"] = ["no", "no", "yes"],
        ["handling-how"] = ["The partner lifts them from the bed and has a bad back. A slide sheet, and to be shown how."],
        ["height"] = ["158", "164", "171", "176"],
        ["bed-height"] = ["42", "45", "48"],
        ["doorway"] = ["66", "70", "74"],
        ["needs"] = ["frame,toilet-seat", "rails", "toilet-seat,rails", "bath-board,rails"],
        ["needs-why"] = ["A raised toilet seat and a rail by the bath, before they come home.", "A second rail on the stairs, this week."],
        ["changes"] = ["no", "no", "yes"],
        ["changes-what"] = ["A second stair rail and a half step at the back door. Without them they cannot get to the bathroom or out."],
        ["safe-now"] = ["yes", "yes", "no"],
        ["safe-now-what"] = ["The toilet seat and the rails, and somebody in the house the first nights."],
        ["strengths"] = ["Knows what they can do and stops in time. Makes their own breakfast.", "Walks to the corner shop with a stick and wants to go on doing so.", "Washes and dresses alone if nobody hurries them."]
    };
}
