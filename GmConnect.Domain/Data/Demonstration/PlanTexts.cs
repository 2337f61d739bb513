using GmConnect.Domain.CarePlans;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What stands in plans besides goals and actions, about nobody in particular.</summary>
internal static class PlanTexts
{
    public static readonly string[] Comments =
    [
        "The morning visits work well. Could they be a little later on Sundays?", "Nobody told us that the visit was moved.",
        "We have found the old rail; it is in the shed.", "Thank you. This is the first time that we know who does what."
    ];

    private static readonly string[] _strengths =
    [
        "Knows every neighbour by name", "Keeps a diary and never forgets an appointment", "Cooks for the whole family when the kitchen is within reach",
        "Asks when something is not clear", "Was a nurse and knows what matters"
    ];

    private static readonly string[] _needs =
    [
        "To dress and wash without anybody in the room", "To get up the front steps", "To sleep through the night", "Somebody to talk to in the afternoons",
        "To know what the letters mean"
    ];

    private static readonly string[] _contingencies =
    [
        "If the carer is ill, the reablement team comes at eight and the family is rung.", "If the door is not opened, ring the neighbour with the key, then the family.",
        "If the pain wakes them twice in a night, ring the practice in the morning and say so.", "If money runs out before the end of the week, the support fund pays the same day: ask the adviser."
    ];

    public static string[] Of(StatementKind kind) => kind switch
    {
        StatementKind.Strength => _strengths,
        StatementKind.Need => _needs,
        _ => _contingencies
    };
}
