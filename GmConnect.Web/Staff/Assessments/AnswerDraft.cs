using GmConnect.Domain.Assessments;
using GmConnect.Domain.Common;

namespace GmConnect.Web.Staff.Assessments;

/// <summary>
/// One field of an assessment while somebody fills it in. It keeps what it shows whatever others save, and says who did: a letter may be
/// on its way, and drawn over with newer words it would be compared with what its writer never saw.
/// </summary>
public sealed class AnswerDraft(QuestionRead shown)
{
    private string? _sent;

    public AssessmentQuestion Question { get; } = shown.Question;

    public string FirstShown { get; private set; } = shown.Value;

    public string Wanted { get; set; } = shown.Value;

    public string StandsNow { get; private set; } = shown.Value;

    /// <summary>Who saved what stands now.</summary>
    public AnswerRead? SavedBy { get; private set; }

    public Refusal? Refusal { get; set; }

    public bool IsSaving { get; set; }

    /// <summary>This worker saved it on this page.</summary>
    public bool WasSaved { get; private set; }

    public bool IsTouched => PlainText.Clean(Wanted) != FirstShown && Wanted != _sent;

    public bool ChangedMeanwhile => StandsNow != FirstShown && StandsNow != PlainText.Clean(Wanted);

    /// <param name="sent">What was typed when it was saved; more may have been typed since.</param>
    /// <param name="kept">The form in which it stands: a number is written in one way.</param>
    public void Saved(string sent, string kept) => (_sent, FirstShown, StandsNow, WasSaved) = (sent, kept, kept, true);

    public void Follow(QuestionRead now) => (SavedBy, StandsNow) = (now.Answers is [var one] ? one : null, now.Value);
}
