using GmConnect.Domain.Cases;
using GmConnect.Domain.Data;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Assessments;

/// <param name="OriginBy">Who finished the assessment it was taken from.</param>
/// <param name="IsHidden">It is in the words of a part of the story that the reader may not read, so it is empty here.</param>
public sealed record AnswerRead(
    Guid AnswerId, string Value, DateTime At, string By, AnswerOrigin Origin, DateTime? OriginAt, string? OriginBy, bool MustBeLookedAt, bool IsHidden, bool IsOnPlan);

/// <summary>One question as it stands. Two answers mean that two people wrote at once.</summary>
public sealed record QuestionRead(AssessmentQuestion Question, bool IsAsked, IReadOnlyList<AnswerRead> Answers)
{
    public string Value => Answers is [var one] ? one.Value : "";

    public bool IsHidden => Answers.Any(a => a.IsHidden);
}

public sealed record SectionRead(AssessmentSection Section, IReadOnlyList<QuestionRead> Questions, AssessmentProgress Progress);

/// <summary>An assessment that waits for those who must agree.</summary>
public sealed record ApprovalRead(DateTime At, string By, IReadOnlyList<string> WaitsFor, bool AsksMe);

/// <param name="MayChange">The reader's agency's own draft, in a case that goes on.</param>
/// <param name="MayPutOnPlan">What it found may become part of the plan by this reader.</param>
/// <param name="SentBack">Why it came back, if it did.</param>
public sealed record AssessmentShown(
    Guid AssessmentId, AssessmentForm Form, AssessmentStatus Status, CaseAudience Audience, string Agency, DateTime StartedAt, string StartedBy, DateTime? FinishedAt,
    string? FinishedBy, IReadOnlyList<SectionRead> Sections, AssessmentProgress Progress, bool MayChange, bool MayPutOnPlan, ApprovalRead? Approval, string? SentBack, string? Abandoned);

/// <summary>The people whom an assessment names, and what of it a reader may read.</summary>
internal sealed class AssessmentReading(
    IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> agencies, IReadOnlyList<StoryPartKind> parts)
{
    /// <param name="parts">Of the story, those that the reader may read.</param>
    public static async Task<AssessmentReading> LoadAsync(
        GmConnectDbContext database, IReadOnlyCollection<Assessment> assessments, IReadOnlyList<StoryPartKind> parts, CancellationToken cancellationToken)
    {
        var people = assessments.SelectMany(a => a.Answers.SelectMany(one => new[] { one.By, one.OriginBy ?? one.By })
            .Concat(a.Turns.Select(t => t.By)).Concat(a.Approvals.Select(p => p.AskedOf)).Append(a.StartedBy)).Distinct().ToList();
        var agencies = assessments.Select(a => a.AgencyId).Distinct().ToList();

        return new AssessmentReading(
            await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken),
            await database.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken),
            parts);
    }

    public AssessmentShown Show(Assessment assessment, Guid reader, bool mayChange = false, bool mayPutOnPlan = false)
    {
        var last = assessment.Turns.MaxBy(t => (t.At, t.Kind));

        return new AssessmentShown(
            assessment.Id, assessment.Form, assessment.Status, assessment.Audience, Agency(assessment.AgencyId), assessment.StartedAt, Person(assessment.StartedBy),
            assessment.FinishedAt, assessment.FinishedBy is { } by ? Person(by) : null, Sections(assessment), assessment.Progress(),
            mayChange && assessment.Status is AssessmentStatus.Draft, mayPutOnPlan,
            assessment.Status is AssessmentStatus.AwaitsApproval && assessment.Asked is { } asked
                ? new(asked.At, Person(asked.By), [.. assessment.PendingApprovals.Select(a => Person(a.AskedOf))], assessment.PendingApprovals.Any(a => a.AskedOf == reader))
                : null,
            last is { Kind: AssessmentTurnKind.SentBack } ? last.Words : null,
            last is { Kind: AssessmentTurnKind.Abandoned } ? last.Words : null);
    }

    public string Person(Guid id) => people.GetValueOrDefault(id, "");

    public string Agency(Guid id) => agencies.GetValueOrDefault(id, "");

    private List<SectionRead> Sections(Assessment assessment) => [.. assessment.Form.Sections.Select(section => new SectionRead(
        section,
        [.. section.Questions.Select(q => new QuestionRead(q, assessment.IsAsked(q), [.. assessment.Standing(q.Id).Select(Show)]))],
        assessment.Progress(section.Questions)))];

    private AnswerRead Show(AssessmentAnswer answer)
    {
        var hidden = answer.Part is { } part && !parts.Contains(part);

        return new AnswerRead(
            answer.Id, hidden ? "" : answer.Value, answer.At, Person(answer.By), answer.Origin, answer.OriginAt,
            answer.OriginBy is { } by ? Person(by) : null, answer.MustBeLookedAt, hidden, answer.PlanItemId is not null);
    }
}
