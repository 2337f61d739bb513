using System.Globalization;
using CsCheck;
using GmConnect.Domain.Referrals;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Referrals;

/// <summary>What holds of triage whatever is answered.</summary>
public class TriageLaws
{
    private static readonly IReadOnlyList<TriageQuestion> _questions = TriageRules.Current.Questions;

    private static readonly Gen<string?[]> _answers = Gen.Int[0, 10_000].Array[_questions.Count].Select(dice => dice.Select((die, i) => AnyOf(_questions[i], die)).ToArray());

    private static readonly Gen<DateTime> _received = Gen.DateTime[new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2027, 12, 1, 0, 0, 0, DateTimeKind.Utc)];

    [Fact]
    public void MoreHarm_NeverLowersTheLevelAndNeverGivesMoreTime() => Hold((answers, which, adult, received) =>
    {
        var question = _questions[which];
        var worse = question.Form is AnswerOf.YesNo ? TriageAnswers.Yes
            : int.TryParse(answers[which], out var number) ? Math.Min(number + 1, question.Form is AnswerOf.Scale ? question.Max : 9).ToString(CultureInfo.InvariantCulture)
            : answers[which];
        // What is not known already counts as the worst.
        return answers[which] is null || IsNoMilder(Decide(With(answers, which, worse), adult), Decide(answers, adult), received);
    });

    [Fact]
    public void AnAnswerThatIsNotKnown_NeverLowersTheLevelAndNeverGivesMoreTime() => Hold((answers, which, adult, received) =>
        IsNoMilder(Decide(With(answers, which, null), adult), Decide(answers, adult), received));

    [Fact]
    public void TheOrderOfAnswers_NeverMatters() => Gen.Select(_answers, Gen.Shuffle(_questions.Select((_, i) => i).ToArray()), Gen.Bool).Sample((answers, order, adult) =>
        TriageCase.BecauseOf(Decide(answers, adult)) == TriageCase.BecauseOf(Triage.Decide(
            TriageRules.Current, new TriageAnswers(order.Where(i => answers[i] is not null).Select(i => KeyValuePair.Create(_questions[i].Id, answers[i]!))), adult)));

    [Fact]
    public void TheLevelOfWhatIsKnown_IsNeverMoreUrgentThanTheLevel() => Hold((answers, _, adult, _) =>
        Decide(answers, adult) is var result && result.LevelOfWhatIsKnown >= result.Level);

    [Fact]
    public void AsManyPointsAsThereAreAtMost_AndEveryFactorWithinItsOwn() => Hold((answers, _, adult, _) =>
        Decide(answers, adult) is var result && result.Total <= 22 && result.Points.All(p => p.Points >= 0 && p.Points <= p.Factor.Max));

    [Fact]
    public void WhatIsAskedForInACall_IsNotKnown() => Hold((answers, _, adult, _) => Decide(answers, adult).NotKnown
        .All(id => answers[_questions.Select(q => q.Id).ToList().IndexOf(id)] is null));

    [Fact]
    public void TheStoredForm_GivesTheSameAnswersBack() => Hold((answers, _, adult, _) =>
        TriageCase.BecauseOf(Triage.Decide(TriageRules.Current, TriageAnswers.Of(Given(answers).Store()), adult)) == TriageCase.BecauseOf(Decide(answers, adult))
        && Given(answers).Store().Length <= TriageAnswers.StoredMaxLength);

    /// <summary>Ethnicity, sex, religion, language and the rest are no questions; age is the legal route alone.</summary>
    [Fact]
    public void NoProtectedCharacteristicIsAQuestion() => Assert.Equal(
        [
            "agencies", "capacity-doubt", "carer-breakdown", "child-harm", "communication-barrier", "contact-30-days", "crisis-admission", "danger", "deadline",
            "discharge-blocked", "domestic-abuse", "harm", "homeless-tonight", "imminence", "lives-alone", "missed-visits", "no-informal-carer", "priority-need",
            "s42-abuse", "s42-contact", "s42-needs", "s42-neglect-life", "s42-protect", "suicide-plan"
        ],
        _questions.Select(q => q.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void TheRules_NameOnlyQuestionsThatExist_AndEveryLevelHasAClock()
    {
        var ids = _questions.Select(q => q.Id).ToHashSet();

        Assert.All(TriageRules.All, rules =>
        {
            Assert.All(rules.Gates.SelectMany(g => g.All.Concat(g.Any ?? [])).Concat(rules.Factors.SelectMany(f => f.From)), id => Assert.Contains(id, ids));
            Assert.All(Enum.GetValues<TriageLevel>(), level => Assert.NotNull(rules.TimerOf(level)));
            Assert.Equal(22, rules.MostPoints);
        });
        Assert.Equal(TriageRules.All.Count, TriageRules.All.Select(r => r.Version).Distinct().Count());
    }

    private static bool IsNoMilder(TriageResult worse, TriageResult before, DateTime received) =>
        worse.Level <= before.Level && worse.Timer(received).At(received, []) <= before.Timer(received).At(received, []);

    private static TriageResult Decide(string?[] answers, bool adult) => Triage.Decide(TriageRules.Current, Given(answers), adult);

    private static TriageAnswers Given(string?[] answers) =>
        new(answers.Select((a, i) => (a, i)).Where(p => p.a is not null).Select(p => KeyValuePair.Create(_questions[p.i].Id, p.a!)));

    private static string?[] With(string?[] answers, int which, string? answer) => [.. answers.Select((a, i) => i == which ? answer : a)];

    /// <summary>Mostly no, as in life: with half of them yes a gate always sets.</summary>
    private static string? AnyOf(TriageQuestion question, int die) => question.Form is AnswerOf.YesNo
        ? (die % 8) switch { 0 => null, 1 or 2 => TriageAnswers.Yes, _ => TriageAnswers.No }
        : die % 9 == 0 ? null : (die % (question.Form is AnswerOf.Scale ? question.Max + 1 : 8)).ToString(CultureInfo.InvariantCulture);

    private static void Hold(Func<string?[], int, bool, DateTime, bool> law) =>
        Gen.Select(_answers, Gen.Int[0, _questions.Count - 1], Gen.Bool, _received).Sample((answers, which, adult, received) => law(answers, which, adult, received));
}
