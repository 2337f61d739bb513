using System.Globalization;

namespace GmConnect.Domain.Referrals;

/// <summary>
/// The level of a referral from what was answered about it, pure: the same answers give the same explanation. More harm never
/// lowers the level, and neither does an answer that is not known. It belongs to one referral and follows nobody.
/// Source: docs/triage.md.
/// </summary>
public static class Triage
{
    /// <param name="isAdult">Of 18 or over when the referral came: the legal route, and the only use of age.</param>
    public static TriageResult Decide(TriageRules rules, TriageAnswers answers, bool isAdult)
    {
        var gates = GatesThatSet(rules, answers, isAdult);
        var points = rules.Factors.Select(f => Give(rules, f, answers)).ToList();
        var level = LevelOf(rules, gates.Select(g => g.Gate), points.Sum(p => p.Points));
        var known = LevelOf(
            rules,
            gates.Where(g => g.IsKnown).Select(g => g.Gate),
            rules.Factors.Sum(f => Give(rules, f, answers, nothingOfIt: true).Points));

        return new TriageResult(rules, level, known, gates, points, [.. rules.Questions.Select(q => q.Id)
            .Where(id => gates.SelectMany(g => g.From).Concat(points.SelectMany(p => p.From)).Any(f => f.Question == id && !f.IsKnown))]);
    }

    /// <summary>Whether the question is to be asked: it fits the legal route, and no answer before it made it pointless.</summary>
    public static bool Asks(TriageQuestion question, TriageAnswers answers, bool isAdult) =>
        (isAdult || !question.AdultsOnly) && (question.OnlyIf ?? []).All(before => answers.IsYes(before) is not false);

    private static List<GateSet> GatesThatSet(TriageRules rules, TriageAnswers answers, bool isAdult)
    {
        var set = new List<GateSet>();
        foreach (var gate in rules.Gates.Where(g => isAdult || !g.AdultsOnly))
        {
            var any = (gate.Any ?? []).Where(q => answers.IsYes(q) is not false).ToList();
            if (gate.All.Any(q => answers.IsYes(q) is false) || (gate.Any is not null && any.Count == 0))
            {
                continue;
            }

            // One that is known to be so is enough: then the others need no call back.
            var enough = any.Where(q => answers.IsYes(q) is true).ToList();
            set.Add(new GateSet(gate, [.. gate.All.Concat(enough.Count > 0 ? enough : any).Select(q => Used(answers, q))]));
        }

        // What is only possible takes the place of nothing that is certain.
        return [.. set.Where(g => !set.Any(other => other.Gate.Id == g.Gate.Unless && (other.IsKnown || !g.IsKnown)))];
    }

    private static AnswerUsed Used(TriageAnswers answers, string question) =>
        new(question, answers.IsYes(question) is { } yes ? yes ? TriageAnswers.Yes : TriageAnswers.No : null);

    private static TriageLevel LevelOf(TriageRules rules, IEnumerable<TriageGate> gates, int points) =>
        gates.Select(g => g.Level).Append(rules.Bands.First(b => points >= b.From).Level).Min();

    private static PointsGiven Give(TriageRules rules, TriageFactor factor, TriageAnswers answers, bool nothingOfIt = false)
    {
        if (factor.Steps is { } steps)
        {
            var number = answers.Number(factor.From[0]);

            return new(
                factor,
                number is { } known ? steps.Count(step => known >= step) : nothingOfIt ? 0 : factor.Max,
                [new(factor.From[0], number?.ToString(CultureInfo.InvariantCulture))]);
        }

        var each = factor.From.Select(question => (Question: question, Points: PointsOf(rules.Question(question), answers))).ToList();
        var total = each.Sum(e => e.Points ?? (nothingOfIt ? 0 : rules.Question(e.Question).Max));

        return new(factor, Math.Min(total, factor.Max), [.. each.Select(e => new AnswerUsed(e.Question, e.Points is null ? null : answers.Given[e.Question]))]);
    }

    private static int? PointsOf(TriageQuestion question, TriageAnswers answers) => question.Form is AnswerOf.YesNo
        ? answers.IsYes(question.Id) is { } yes ? yes ? 1 : 0 : null
        : answers.Number(question.Id, question.Max);
}
