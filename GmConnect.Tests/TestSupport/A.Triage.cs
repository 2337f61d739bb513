using GmConnect.Domain.Referrals;

namespace GmConnect.Tests.TestSupport;

public static partial class A
{
    /// <summary>Answers that the rules give this level.</summary>
    public static TriageAnswers TriageAnswers(TriageLevel level)
    {
        var given = TriageRules.Current.Questions.ToDictionary(q => q.Id, q => q.Form is AnswerOf.YesNo ? GmConnect.Domain.Referrals.TriageAnswers.No : "0");
        switch (level)
        {
            case TriageLevel.P1: given["danger"] = GmConnect.Domain.Referrals.TriageAnswers.Yes; break;
            case TriageLevel.P2: given["discharge-blocked"] = GmConnect.Domain.Referrals.TriageAnswers.Yes; break;
            case TriageLevel.P3: (given["harm"], given["imminence"]) = ("4", "4"); break;
        }

        return new TriageAnswers(given);
    }

    public static TriageTyped Triaged(TriageLevel level, string? note = null, Guid? seen = null) => new(TriageAnswers(level).Given, Note: note, Seen: seen);

    public static TriageTaken Triage(TriageLevel level, string? note = null, Guid? seen = null) => new(TriageAnswers(level), true, null, null, note, seen);
}
