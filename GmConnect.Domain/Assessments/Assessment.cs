using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Assessments;

/// <summary>One answer as its writer was first shown it and as they want it.</summary>
public sealed record AnswerEdit(string Question, string? FirstShown, string? Wanted);

/// <param name="Value">As it is stored.</param>
/// <param name="Clashes">Somebody else answered meanwhile: both stand until one is chosen.</param>
public sealed record AnswerKept(string Value, bool Clashes);

/// <summary>How far an assessment has come; of questions that are asked.</summary>
/// <param name="Answered">With one answer that somebody gave or looked at.</param>
/// <param name="ToLookAt">Filled in by the service and not confirmed.</param>
/// <param name="Twice">With two answers that stand.</param>
/// <param name="Missing">Without the answer that finishing needs.</param>
public sealed record AssessmentProgress(int Asked, int Answered, int ToLookAt, int Twice, int Missing);

/// <summary>
/// An assessment in a case, by one agency with one version of a form. Until it is finished it is that agency's alone; then it is read by
/// those it is for, like a note, and its answers stay.
/// </summary>
public sealed partial class Assessment : IPartOf<CaseFile>, IConcernsResident<Assessment>, IVersioned
{
    public const int FormMaxLength = 40;
    public const int ReasonMaxLength = 1_000;

    private readonly List<AssessmentAnswer> _answers = [];
    private readonly List<AssessmentTurn> _turns = [];
    private readonly List<AssessmentApproval> _approvals = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<Assessment> Subject { get; } = AssessmentSubjects.Assessment;

    public required Guid CaseFileId { get; init; }

    public required Guid AgencyId { get; init; }

    public required string FormId { get; init; }

    public required int FormVersion { get; init; }

    public required Guid StartedBy { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Who reads it once it is finished.</summary>
    public CaseAudience Audience { get; private set; }

    public AssessmentStatus Status { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<AssessmentAnswer> Answers => _answers;

    public IReadOnlyList<AssessmentTurn> Turns => _turns;

    public IReadOnlyList<AssessmentApproval> Approvals => _approvals;

    public AssessmentForm Form => AssessmentForms.Of(FormId, FormVersion);

    public static Assessment Start(CaseFile file, Guid agencyId, AssessmentForm form, Stamp stamp)
    {
        var started = new Assessment
        {
            ResidentId = file.ResidentId, CaseFileId = file.Id, AgencyId = agencyId, FormId = form.Id, FormVersion = form.Version, StartedBy = stamp.By,
            StartedAt = stamp.At, Audience = form.Readers
        };
        started.Turn(AssessmentTurnKind.Started, stamp);

        return started;
    }

    /// <summary>Whether somebody who opened the case may have it.</summary>
    public bool IsReadBy(Actor actor) => actor.Role.IsCitizen()
        ? Status is AssessmentStatus.Finished && Audience is CaseAudience.Family
        : AgencyId == actor.AgencyId || (Status is AssessmentStatus.Finished && Audience is not CaseAudience.Agency);

    /// <summary>The answers that stand: one, or two where people wrote at once; oldest first.</summary>
    public IReadOnlyList<AssessmentAnswer> Standing(string question) =>
        [.. _answers.Where(a => a.Question == question && a.ReplacedBy is null).OrderBy(a => a.At).ThenBy(a => a.Id)];

    /// <summary>Nothing while there is none, or while two stand.</summary>
    public string ValueOf(string question) => Standing(question) is [var one] ? one.Value : "";

    /// <summary>Whether the answers before it make a question needed.</summary>
    public bool IsAsked(AssessmentQuestion question) => question.OnlyIf is not { } only
        || (Form.Find(only.Question) is { } earlier && IsAsked(earlier) && AssessmentValues.Chosen(ValueOf(only.Question)).Intersect(only.Is).Any());

    /// <summary>Fills in what is known already; it must be looked at before the assessment is finished.</summary>
    internal void Prefill(AssessmentQuestion question, string value, TakenFrom from, Stamp stamp) => _answers.Add(new AssessmentAnswer
    {
        AssessmentId = Id, Question = question.Id, Value = value, At = stamp.At, By = stamp.By, Origin = from.Origin, OriginAt = from.At, OriginBy = from.By, Part = from.Part
    });

    /// <summary>
    /// Saves one answer. What its writer was first shown is compared with what stands: written in sight of it, it replaces it; otherwise
    /// both stand. Refuses what the question cannot hold, and changes nothing once it is no draft.
    /// </summary>
    public Outcome<AnswerKept> Save(AnswerEdit edit, DateOnly today, Stamp stamp)
    {
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        if (Form.Find(edit.Question) is not { } question)
        {
            return NotFound.Instance;
        }

        return AssessmentValues.Read(question, edit.Wanted, today).Then<AnswerKept>(wanted =>
        {
            var (shown, standing) = (PlainText.Clean(edit.FirstShown), Standing(question.Id));
            // A page left as it was shown is no answer, also when somebody has written another meanwhile.
            if (wanted != shown)
            {
                Stand(question, wanted, shown, standing, stamp);
            }

            return new AnswerKept(wanted, Standing(question.Id).Count > 1);
        });
    }

    /// <summary>What the service filled in is right as it is.</summary>
    public Outcome Confirm(string question, Guid answerId, Stamp stamp)
    {
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        if (Standing(question) is not [var answer] || answer.Id != answerId)
        {
            return new AssessmentAnswerChanged();
        }

        answer.Look(stamp);

        return Outcome.Done;
    }

    /// <summary>Chooses one of the answers that were <paramref name="shown"/> side by side. What came meanwhile was not shown, so it is not overruled.</summary>
    public Outcome Choose(string question, Guid answerId, IReadOnlyCollection<Guid> shown, Stamp stamp)
    {
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        var standing = Standing(question);
        if (standing.SingleOrDefault(a => a.Id == answerId) is not { } chosen)
        {
            return new AssessmentAnswerChanged();
        }

        chosen.Look(stamp);
        foreach (var other in standing.Where(a => a != chosen && shown.Contains(a.Id)))
        {
            other.ReplacedBy = chosen.Id;
        }

        return Outcome.Done;
    }

    public Outcome ReadersAre(CaseAudience audience)
    {
        if (Status is not AssessmentStatus.Draft)
        {
            return new AssessmentIsNoDraft();
        }

        Audience = audience;

        return Outcome.Done;
    }

    public AssessmentProgress Progress(IEnumerable<AssessmentQuestion>? of = null)
    {
        var asked = (of ?? Form.Questions).Where(IsAsked).Select(q => (Question: q, Standing: Standing(q.Id))).ToList();

        return new AssessmentProgress(
            asked.Count,
            asked.Count(a => a.Standing is [{ MustBeLookedAt: false, Value.Length: > 0 }]),
            asked.Count(a => a.Standing.Any(s => s.MustBeLookedAt)),
            asked.Count(a => a.Standing.Count > 1),
            asked.Count(a => a.Question.Required && a.Standing.All(s => s.Value.Length == 0)));
    }

    private void Stand(AssessmentQuestion question, string wanted, string shown, IReadOnlyList<AssessmentAnswer> standing, Stamp stamp)
    {
        if (standing.FirstOrDefault(a => a.Value == wanted) is not { } answer)
        {
            // Clearing what nobody has answered saves nothing.
            if (standing.Count == 0 && wanted.Length == 0)
            {
                return;
            }

            answer = new AssessmentAnswer { AssessmentId = Id, Question = question.Id, Value = wanted, At = stamp.At, By = stamp.By };
            _answers.Add(answer);
        }

        answer.Look(stamp);
        foreach (var replaced in standing.Where(a => a != answer && a.Value == shown))
        {
            replaced.ReplacedBy = answer.Id;
        }
    }

    private void Turn(AssessmentTurnKind kind, Stamp stamp, string? words = null) =>
        _turns.Add(new AssessmentTurn { AssessmentId = Id, Kind = kind, At = stamp.At, By = stamp.By, Words = words });
}
