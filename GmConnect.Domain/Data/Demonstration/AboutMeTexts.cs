namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// About Me in many voices: for each heading beginnings and ends, of which any two make an answer.
/// Square brackets and braces: <see cref="StoryVoice"/>.
/// </summary>
internal static class AboutMeTexts
{
    public static readonly IReadOnlyDictionary<string, (string[] Beginnings, string[] Ends)> ByQuestion =
        new Dictionary<string, (string[], string[])>
        {
            ["most-important"] = (
                [
                    "[I have|{Name} has] lived on the same street for a long time and [know|knows] everybody on it.",
                    "Faith comes first. [I pray|{Name} prays] every day and [want|wants] visits planned round it.",
                    "Family. Sunday dinner with all of them round the table is the best hour of the week.",
                    "[My|{Her}] allotment. [I'd|{She} would] rather hear about the beans than about tablets.",
                    "Staying in [my|{her}] own home. Everything else can be talked about.",
                    "Being asked, not told. [I have|{Name} has] run a house and a job for forty years."
                ],
                [
                    "A good day has the radio on, the back door open and somebody to talk to.",
                    "The cat, Biscuit, sleeps on the bed and that is not up for discussion.",
                    "Football on Saturday, even when we lose.",
                    "Food matters: proper meals, cooked at home, at a proper time.",
                    "[I want|{She} wants] to be at the wedding in the spring, walking in.",
                    "Quiet in the evening and the phone next to the chair."
                ]),
            ["people-important"] = (
                [
                    "[My|{Her}] daughter rings every morning at nine and comes on Wednesdays.",
                    "There are three children; the youngest lives nearest and has a key.",
                    "[My|{Her}] neighbour over the road takes the bins out and notices if the curtains stay shut.",
                    "[My|{Her}] sister is the one to ring first, day or night.",
                    "Friends from the mosque, the chapel and the bingo: they all count the same here.",
                    "The one who did all the paperwork here died two years ago in March."
                ],
                [
                    "If you cannot reach them, try the neighbour.",
                    "The grandchildren come after school on Fridays.",
                    "Please do not ring them at work unless it is urgent.",
                    "We have a group chat, so one message reaches everyone.",
                    "They help with shopping, letters and lifts, not with washing and dressing.",
                    "A cousin in Leeds can come for a weekend if she knows early."
                ]),
            ["communication"] = (
                [
                    "[I am|{Name} is] hard of hearing on the left. Sit on the right and face [me|{him}].",
                    "Plain words, please, and one thing at a time.",
                    "[I read|{She} reads] slowly in English. Larger print helps.",
                    "Ring, do not text. [I never see|{She} never sees] texts.",
                    "Texts are best: [I cannot|{she} cannot] pick up the phone during the day.",
                    "[I say|{Name} says] yes when [I have|{she} has] not understood. Ask [me|{him}] to say it back."
                ],
                [
                    "When it hurts [I go|{she} goes] very quiet.",
                    "Write the important bits down and leave them by the kettle.",
                    "Please wait for the answer. It is coming.",
                    "[I like|{She} likes] to be called by [my|{her}] first name.",
                    "If something is wrong [I will|{she} will] tell [my|{her}] family before [I tell|{she} tells] you.",
                    "Glasses are usually in the blue dish."
                ]),
            ["wellness"] = (
                [
                    "On a good day [I am|{she} is] up at seven and outside by ten.",
                    "Mornings are slow. By eleven [I am|{she} is] a different person.",
                    "A bad day starts with a bad night; you can see it in [my|{her}] face.",
                    "[I manage|{She} manages] well as long as nothing changes at the last minute.",
                    "Cold weather makes everything worse.",
                    "[I get|{She} gets] out of breath on the stairs and [stop|stops] half-way, which is fine."
                ],
                [
                    "Not eating is the first sign that something is wrong.",
                    "Music helps more than people think.",
                    "If [I stop|{she} stops] joking, ring somebody.",
                    "A walk to the corner and back puts it right.",
                    "Being rushed makes it worse.",
                    "Sleeping in the chair means the hip or the back hurts again."
                ]),
            ["please-do"] = (
                [
                    "Please knock, wait, and say who you are.",
                    "Please take your shoes off or use the covers by the door.",
                    "Please look at [me|{him}] and not at whoever came along.",
                    "Please tell [me|{him}] if you will be late.",
                    "Please ask before moving anything in the kitchen.",
                    "Please send the same person if you can."
                ],
                [
                    "Please don't talk over [my|{her}] head.",
                    "Please don't ask what happened again: it is written below.",
                    "Please don't assume [I cannot|{she} cannot] do it. Ask first.",
                    "Please don't call [me|{him}] love.",
                    "Please don't leave the gate open, the dog goes.",
                    "Please don't come during prayers on Friday."
                ]),
            ["how-and-when"] = (
                [
                    "Help is needed with getting up, and not before eight.",
                    "Evenings are hardest, between tea and bed.",
                    "Blood tests: the right arm, lying down, and no counting.",
                    "Breakfast first, tablets after, washing last.",
                    "Two short visits are better than one long one.",
                    "[I can|{She} can] do buttons but not socks."
                ],
                [
                    "In an emergency the key safe is by the meter; the family has the number.",
                    "Shower days are Tuesday and Saturday.",
                    "Someone nearby on the stairs is enough; no holding.",
                    "A woman for washing, please.",
                    "Leave time to do it slowly.",
                    "Weekends the family manages."
                ]),
            ["also-worth-knowing"] = (
                [
                    "[I drove|{She} drove] buses for twenty-six years and [know|knows] every road.",
                    "[I was|{Name} was] a machinist and still [mend|mends] for half the street.",
                    "[I taught|{She} taught] infants. Expect to be corrected.",
                    "[I came|{Name} came] here with one suitcase and a sewing machine.",
                    "[I have|{She} has] a terrible sweet tooth.",
                    "[I sing|{She} sings] in a choir and [miss|misses] it."
                ],
                [
                    "Tea with milk, no sugar, in a cup not a mug.",
                    "The number 10 bus stops outside, so visitors can come without a car.",
                    "[I don't|{She} doesn't] like being photographed.",
                    "Crosswords, quiz shows and a good argument.",
                    "There are photographs on the wall: ask about them.",
                    "[I have|{She} has] never missed paying a bill and [worry|worries] about money more than [I need|{she} needs]."
                ])
        };
}
