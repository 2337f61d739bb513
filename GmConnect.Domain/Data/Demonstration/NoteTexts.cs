using GmConnect.Domain.Cases;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Notes as workers write them, about nobody in particular.</summary>
internal static class NoteTexts
{
    private static readonly string[] _ours =
    [
        "Rota changed: mornings from Monday, afternoons only until then.", "Second visit needs two of us; asked the duty manager.",
        "Waiting for the budget holder. Chased by telephone, will ring again on Thursday."
    ];

    private static readonly string[] _team =
    [
        "Visited at home. In good spirits, managing the stairs one at a time with the rail. Sleeping downstairs for now.",
        "Spoke to the practice: the new tablets are ready and will be brought with the Friday delivery.",
        "Nobody in at ten. Rang; they had gone to the hospital appointment. New visit agreed for tomorrow at two.",
        "The frame is one size too high; changed it there and then and watched a walk to the kitchen and back."
    ];

    private static readonly string[] _family =
    [
        "Good to see you today. The dressing is clean and dry; keep it so until the next visit, and ring us if it starts to hurt or smell.",
        "We talked about what a good day looks like. Next time we look at the path to the shop together.",
        "The chair is ordered. The driver rings the evening before, and again half an hour ahead."
    ];

    public static string[] For(CaseAudience audience) => audience switch
    {
        CaseAudience.Agency => _ours,
        CaseAudience.CareTeam => _team,
        _ => _family
    };
}
