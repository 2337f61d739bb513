using System.Globalization;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>
/// A named case, written short: <c>danger</c> is answered yes, <c>danger?</c> is not known, <c>harm=3</c> is a number; whatever
/// is not named is answered no, or 0.
/// </summary>
/// <param name="Received">In London.</param>
/// <param name="Due">In London.</param>
/// <param name="Because">The gates that set and the factors that gave points, as <c>G1</c>, <c>G3?</c> when it rests on something not known, <c>harm:3</c>.</param>
public sealed record TriageCase(string Name, string Answers, TriageLevel Level, string Due, string Because, string Received = "2026-11-24 10:00", bool IsAdult = true)
{
    public static TriageAnswers Read(string answers)
    {
        var given = TriageRules.Current.Questions.ToDictionary(q => q.Id, q => q.Form is AnswerOf.YesNo ? TriageAnswers.No : "0");
        foreach (var word in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (question, value) = word.Split('=') is [var id, var number] ? (id, number)
                : word.EndsWith('?') ? (word[..^1], TriageAnswers.NotKnown)
                : (word, TriageAnswers.Yes);
            given[TriageRules.Current.Question(question).Id] = value;
        }

        return new TriageAnswers(given);
    }

    public static DateTime London(string time)
    {
        var local = DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        return LondonTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    public TriageResult Decide() => Triage.Decide(TriageRules.Current, Read(Answers), IsAdult);

    public static string BecauseOf(TriageResult result) => string.Join(' ', result.Gates.Select(g => g.Gate.Id + (g.IsKnown ? "" : "?"))
        .Concat(result.Points.Where(p => p.Points > 0).Select(p => $"{p.Factor.Id}:{p.Points}{(p.From.All(f => f.IsKnown) ? "" : "?")}")));

    public override string ToString() => Name;
}
