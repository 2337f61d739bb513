namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The other questions, where what is said hangs little on what happened. Any beginning goes with any end.</summary>
internal static class EverydayTexts
{
    public static readonly IReadOnlyDictionary<string, (string[] Beginnings, string[] Ends)> ByQuestion =
        new Dictionary<string, (string[], string[])>
        {
            ["the-home"] = (
                [
                    "A terraced house, two up two down, bathroom upstairs.", "A second-floor flat; the lift works most weeks.",
                    "A bungalow on a quiet close.", "A three-bedroom semi with four of us in it.",
                    "A ground-floor flat with a step at the front.", "A new-build flat with a wet room."
                ],
                [
                    "The stairs are steep and the rail is loose.", "The bed could come down into the front room.",
                    "The bath is too high to step into.", "It is damp in the back bedroom.",
                    "The hall is too narrow for a chair to turn.", "Heating is on a meter."
                ]),
            ["getting-in"] = (
                [
                    "Ring and wait: it takes a minute to get to the door.", "Use the side gate, the front sticks.",
                    "There is a key safe by the meter cupboard.", "The buzzer is broken, telephone from outside.",
                    "Somebody is always in before noon.", "The neighbour at the left has a key."
                ],
                [
                    "There is a small dog, friendly and loud.", "Parking is for residents, but the school has space after four.",
                    "Two steps up, no rail.", "Please not during the school run.", "The path is uneven, mind the third flag.",
                    "No animals, nobody smokes."
                ]),
            ["medicines"] = (
                [
                    "Tablets come in a weekly tray from the chemist.", "Blood thinner once a day, by injection.",
                    "Inhalers, the brown one morning and night.", "Insulin before breakfast and at tea time.",
                    "Painkillers when needed, which is most evenings.", "A water tablet in the morning and something for blood pressure."
                ],
                [
                    "The list is on the fridge.", "Penicillin brought out a rash years ago; please check with the doctor.",
                    "Swallowing big ones is hard.", "They make [me|{him}] drowsy after lunch.",
                    "Two were changed last month and we are not sure why.", "The chemist delivers on Thursdays."
                ]),
            ["who-can-give"] = (
                [
                    "[I can|{She} can] take the tablets without help.", "The family can do tablets but not injections.",
                    "Nobody at home can give the injections.", "[My|{Her}] daughter was shown how on the ward.",
                    "A nurse used to come; that stopped.", "[I forget|{She} forgets] the evening ones unless somebody rings."
                ],
                [
                    "Somebody needs to show us again.", "Weekends are covered.", "After six there is nobody.",
                    "The sharps box is full.", "We would like it written down.", "The chemist said they could help with a chart."
                ]),
            ["equipment-has"] = (
                ["A walking stick.", "A frame that came from a cousin.", "A raised toilet seat.", "Grab rails by the bath.", "Nothing yet.", "A shower stool."],
                [
                    "It wobbles.", "It was bought second-hand.", "It belongs to the hospital and should go back.",
                    "It works well.", "There is also a commode in the shed.", "And reading glasses with a light."
                ]),
            ["money-and-work"] = (
                [
                    "State pension and a small works pension.", "Pension Credit stopped and nobody knows why.",
                    "[I work|{She} works] part-time in a school kitchen and [am|is] off sick.", "Universal Credit, paid on the 14th.",
                    "[I get|{She} gets] Attendance Allowance at the lower rate.", "Self-employed; no work, no money."
                ],
                [
                    "Rent is up to date.", "We are two months behind with the gas.", "The family does the online banking together.",
                    "A fit note runs out at the end of the month.", "Somebody said there may be Carer's Allowance.", "No debts and proud of it."
                ]),
            ["people-involved"] = (
                [
                    "The GP, who has been very good.", "A physiotherapist came twice.", "The ward sister and a doctor whose name we forget.",
                    "A lady from the council, but not since spring.", "The school nurse.", "We have told this to six different people so far."
                ],
                [
                    "Nobody has rung back.", "An appointment letter is on the mantelpiece.", "They said somebody else would be in touch.",
                    "There was a form; we filled it in twice.", "The chemist knows us well.", "We kept the names in a notebook."
                ])
        };
}
