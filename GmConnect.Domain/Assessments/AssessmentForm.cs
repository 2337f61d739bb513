using GmConnect.Domain.Agencies;
using GmConnect.Domain.Cases;

namespace GmConnect.Domain.Assessments;

/// <summary>What an answer can become on the one plan.</summary>
public enum PlanUse
{
    Strength,
    Need,
    Contingency,
    Action
}

public sealed record AnswerChoice(string Id, string Text);

/// <summary>Asked only while an earlier question is answered in one of these ways.</summary>
public sealed record AskedOnlyIf(string Question, IReadOnlyList<string> Is);

/// <param name="Law">Where it bears on the question.</param>
/// <param name="Required">Answered before the assessment can be finished, if it is asked.</param>
/// <param name="FromStory">The questions of the story whose answers fill it first.</param>
/// <param name="AskAgain">The last assessment does not fill it: it is about that day, or is a decision.</param>
/// <param name="Past">Of a date: not after today.</param>
public sealed record AssessmentQuestion(
    string Id, string Text, AnswerKind Kind, bool Required = false, string? Help = null, string? Law = null, IReadOnlyList<AnswerChoice>? Choices = null,
    AskedOnlyIf? OnlyIf = null, IReadOnlyList<string>? FromStory = null, bool AskAgain = false, PlanUse? Plan = null, string? Unit = null, int? Least = null,
    int? Most = null, bool Past = false);

public sealed record AssessmentSection(string Id, string Title, IReadOnlyList<AssessmentQuestion> Questions, string? Says = null);

/// <summary>
/// One version of a form, as data. An assessment keeps the version that it was begun with, and every version stays, so that an old one
/// can still be read.
/// </summary>
/// <param name="For">Kinds of agency that assess with it.</param>
/// <param name="AgeFrom">Of who is assessed, in years.</param>
/// <param name="Readers">Those who read it when it is finished, unless its writer says otherwise.</param>
/// <param name="WithinDays">In how many days it should be finished.</param>
public sealed record AssessmentForm(
    string Id, int Version, string Title, string Says, string Law, IReadOnlyList<AgencyKind> For, CaseAudience Readers, int WithinDays,
    IReadOnlyList<AssessmentSection> Sections, int? AgeFrom = null, int? AgeBelow = null)
{
    public IEnumerable<AssessmentQuestion> Questions => Sections.SelectMany(s => s.Questions);

    public AssessmentQuestion? Find(string question) => Questions.FirstOrDefault(q => q.Id == question);

    public bool IsFor(AgencyKind kind, int age) => For.Contains(kind) && age >= (AgeFrom ?? 0) && age < (AgeBelow ?? int.MaxValue);
}
