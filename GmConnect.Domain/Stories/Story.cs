using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Stories;

/// <summary>
/// What a family is writing about one resident: answers saved as drafts from the moment they are posted, and the
/// versions confirmed from them. Drafts are the family's alone; no agency ever sees one.
/// </summary>
public sealed class Story : IConcernsResident<Story>, IVersioned
{
    public const int AnswerMaxLength = 10_000;

    /// <summary>An answer longer than the limit is kept as typed up to this, so that nobody loses words to a limit.</summary>
    public const int AnswerKeptLength = 100_000;

    public const int ReferenceMaxLength = 20;

    private readonly List<StoryAnswer> _answers = [];
    private readonly List<ConfirmedPart> _confirmed = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<Story> Subject { get; } = StorySubjects.Story;

    /// <summary>What the family can quote on the telephone.</summary>
    public required string Reference { get; init; }

    public DateTime? LastConfirmedAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<StoryAnswer> Answers => _answers;

    public IReadOnlyList<ConfirmedPart> Confirmed => _confirmed;

    /// <summary>The answers that stand: one, or several where people wrote at once; oldest first.</summary>
    public IReadOnlyList<StoryAnswer> Standing(string question) =>
        [.. _answers.Where(a => a.Question == question && a.ReplacedBy is null).OrderBy(a => a.At).ThenBy(a => a.Id)];

    public ConfirmedPart? Latest(StoryPartKind part) =>
        _confirmed.Where(p => p.Part == part).MaxBy(p => p.Number);

    /// <summary>
    /// Saves an answer. <paramref name="seen"/> is the answer the writer was shown: a newer one is not overwritten, both stand.
    /// Posting the words that were shown, or words that stand already, adds nothing.
    /// </summary>
    public StoryAnswer Save(StoryQuestion question, string? typed, Guid? seen, Stamp stamp)
    {
        var text = Kept(typed);
        var standing = Standing(question.Key);
        if (standing.Count > 0 && _answers.Any(a => a.Id == seen && a.Question == question.Key && a.Text == text))
        {
            // A page left as it was shown is no answer, also when somebody has written another meanwhile.
            return standing[^1];
        }

        return Stand(question, text, standing, a => a.Id == seen, stamp);
    }

    /// <summary>
    /// Chooses among answers written at once: the words given stand in place of those that were <paramref name="shown"/>, which
    /// stay in the history. What arrived or was chosen meanwhile was not shown, so it is not overruled: both stand.
    /// </summary>
    public StoryAnswer Settle(StoryQuestion question, string? typed, IReadOnlyCollection<Guid> shown, Stamp stamp)
    {
        var standing = Standing(question.Key);
        var isAsShown = shown.All(id => standing.Any(a => a.Id == id));

        return Stand(question, Kept(typed), standing, a => isAsShown && shown.Contains(a.Id), stamp);
    }

    /// <summary>Whether an empty page was simply continued: clearing an answer needs one that was seen.</summary>
    public bool WouldSaveNothing(StoryQuestion question, string? typed, bool sawAnAnswer) =>
        PlainText.Clean(typed).Length == 0 && (!sawAnAnswer || Standing(question.Key).Count == 0);

    /// <summary>
    /// Makes versions of the parts whose words changed. Refuses while an answer is over the limit or two answers stand.
    /// </summary>
    /// <param name="parts">Those that the one who confirms reaches; the others stay drafts.</param>
    public Outcome<IReadOnlyList<ConfirmedPart>> Confirm(IReadOnlyList<StoryPartKind> parts, string? supportedBy, Stamp stamp)
    {
        var standing = StoryQuestions.All.Where(q => parts.Contains(q.Part)).ToDictionary(q => q, q => Standing(q.Key));
        if (standing.FirstOrDefault(s => s.Value.Count > 1).Key is { } disputed)
        {
            return new StoryAnswerWrittenTwice(disputed.Key);
        }

        if (standing.Values.SelectMany(a => a).FirstOrDefault(a => a.IsTooLong) is { } tooLong)
        {
            return new StoryAnswerTooLong(tooLong.Question, tooLong.Text.Length, AnswerMaxLength);
        }

        if (standing.Values.All(a => a.Count == 0 || a[0].Text.Length == 0) && _confirmed.Count == 0)
        {
            return new StoryHasNoAnswers();
        }

        var changed = parts
            .Select(part => NextVersion(part, standing, supportedBy, stamp))
            .OfType<ConfirmedPart>()
            .ToList();
        _confirmed.AddRange(changed);
        LastConfirmedAt = stamp.At;

        return changed;
    }

    private ConfirmedPart? NextVersion(
        StoryPartKind part, Dictionary<StoryQuestion, IReadOnlyList<StoryAnswer>> standing, string? supportedBy, Stamp stamp)
    {
        var words = StoryQuestions.Of(part)
            .Where(q => standing[q].Count == 1 && standing[q][0].Text.Length > 0)
            .Select(q => new StoryWords(q.Key, standing[q][0].Text))
            .ToList();
        var latest = Latest(part);
        if (latest is null ? words.Count == 0 : latest.SaysTheSameAs(words))
        {
            return null;
        }

        return new ConfirmedPart
        {
            ResidentId = ResidentId,
            StoryId = Id,
            Part = part,
            Number = (latest?.Number ?? 0) + 1,
            Words = words,
            ConfirmedAt = stamp.At,
            ConfirmedBy = stamp.By,
            SupportedBy = supportedBy
        };
    }

    /// <summary>As typed, up to what is kept; never cut through the middle of a character.</summary>
    private static string Kept(string? typed)
    {
        var text = PlainText.Clean(typed);
        if (text.Length <= AnswerKeptLength)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[AnswerKeptLength - 1]) ? AnswerKeptLength - 1 : AnswerKeptLength)];
    }

    private StoryAnswer Stand(
        StoryQuestion question, string text, IReadOnlyList<StoryAnswer> standing, Func<StoryAnswer, bool> replaces, Stamp stamp)
    {
        var answer = standing.FirstOrDefault(a => a.Text == text) ?? Add(question, text, stamp);
        foreach (var replaced in standing.Where(a => a != answer && replaces(a)))
        {
            replaced.ReplacedBy = answer.Id;
        }

        return answer;
    }

    private StoryAnswer Add(StoryQuestion question, string text, Stamp stamp)
    {
        var answer = new StoryAnswer { StoryId = Id, Question = question.Key, Text = text, At = stamp.At, By = stamp.By };
        _answers.Add(answer);

        return answer;
    }
}
