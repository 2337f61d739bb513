using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Referrals;

/// <summary>What somebody decided who triaged a referral.</summary>
/// <param name="Wanted">Nothing: the level that the rules say.</param>
/// <param name="Why">Needed where that is another one.</param>
/// <param name="Note">In free words, for those who take it on; the family may read it.</param>
/// <param name="Seen">The triage that stood on the page when it was decided; nothing where there was none.</param>
public sealed record TriageTaken(TriageAnswers Answers, bool IsAdult, TriageLevel? Wanted, string? Why, string? Note, Guid? Seen);

/// <summary>
/// Work handed to one agency: triaged with an explanation, against a clock, then answered. When it ends, so does what it opened.
/// </summary>
public sealed partial class Referral : IConcernsResident<Referral>, IVersioned
{
    public const int ReferenceMaxLength = 20;
    public const int ReasonMaxLength = 2_000;
    public const int WordsMaxLength = 4_000;

    private readonly List<ReferralTriage> _triages = [];
    private readonly List<ReferralQuestion> _questions = [];
    private readonly List<ReferralPause> _pauses = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the referral without naming anybody.</summary>
    public required string Reference { get; init; }

    public required Guid ResidentId { get; init; }

    public static Subject<Referral> Subject { get; } = ReferralSubjects.Referral;

    public required Guid AgencyId { get; init; }

    /// <summary>The consent that it came under; nothing where a law did (<see cref="DisclosureId"/>).</summary>
    public required Guid? ConsentId { get; set; }

    /// <summary>The disclosure under a named law that it came under.</summary>
    public Guid? DisclosureId { get; init; }

    public required Purpose Purpose { get; set; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>The worker who handed it over; nothing where the family's share did.</summary>
    public Guid? ReferredBy { get; init; }

    /// <summary>The agency they did it for.</summary>
    public Guid? ReferredByAgency { get; init; }

    /// <summary>What they wrote.</summary>
    public string? Words { get; init; }

    /// <summary>The referral that another agency redirected here.</summary>
    public Guid? RedirectedFrom { get; init; }

    public ReferralStatus Status { get; private set; }

    public TriageLevel? Level { get; private set; }

    /// <summary>What was triaged may endanger somebody if others at home read it: relatives see neither level nor clock nor words.</summary>
    public bool IsPrivate { get; internal set; }

    public string? TriageReason { get; private set; }

    public Guid? TriagedBy { get; private set; }

    public DateTime? TriagedAt { get; private set; }

    /// <summary>Whose queue it is in; nothing: the agency's first.</summary>
    public Guid? TeamId { get; private set; }

    public Guid? AssignedTo { get; private set; }

    public DateTime? AssignedAt { get; private set; }

    /// <summary>Why it was refused, or redirected.</summary>
    public string? RefusalReason { get; private set; }

    public Guid? RedirectedTo { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The case that answers it: the agency's own, or one it joined.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Refused, redirected, withdrawn or closed: from then on it opens nothing.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid Version { get; set; }

    public IReadOnlyList<ReferralTriage> Triages => _triages;

    public IReadOnlyList<ReferralQuestion> Questions => _questions;

    public IReadOnlyList<ReferralPause> Pauses => _pauses;

    public ReferralTriage? LatestTriage => _triages.MaxBy(t => t.At);

    public ReferralPause? Pause => _pauses.SingleOrDefault(p => p.Until is null);

    /// <summary>
    /// Takes the level that the rules say, or the one the person wants with a reason. To step down from the top level waits for a
    /// second person, unless the top level rested on nothing but what was not known.
    /// </summary>
    public Outcome Triage(TriageTaken taken, Stamp stamp)
    {
        if (!Status.CanBecome(ReferralStatus.Triaged) || Status is ReferralStatus.MoreAsked)
        {
            return new ReferralNotInThatState(Status, ReferralStatus.Triaged);
        }

        if (LatestTriage?.Id != taken.Seen)
        {
            return new TriagedMeanwhile();
        }

        var (why, note) = (PlainText.Clean(taken.Why), PlainText.Clean(taken.Note));
        if (why.Length > ReasonMaxLength || note.Length > ReasonMaxLength)
        {
            return new ReferralReasonTooLong(Math.Max(why.Length, note.Length), ReasonMaxLength);
        }

        var rules = TriageRules.Current;
        var result = Referrals.Triage.Decide(rules, taken.Answers, taken.IsAdult);
        var wanted = taken.Wanted ?? result.Level;
        if (wanted != result.Level && why.Length == 0)
        {
            return new OverrideNeedsReason();
        }

        var needsSecond = wanted is not TriageLevel.P1 && (result.Level is TriageLevel.P1 || StandsOnTheTopLevel);
        _triages.Add(new ReferralTriage
        {
            ReferralId = Id, RulesVersion = rules.Version, Answers = taken.Answers.Store(), IsAdult = taken.IsAdult, Computed = result.Level, Wanted = wanted,
            Why = wanted == result.Level ? null : why, At = stamp.At, By = stamp.By, NeedsSecond = needsSecond
        });
        (Status, IsPrivate) = (ReferralStatus.Triaged, IsPrivate || result.IsPrivate);
        (TriageReason, TriagedBy, TriagedAt) = (note.Length == 0 ? null : note, stamp.By, stamp.At);
        if (!needsSecond)
        {
            Take(wanted, result);
        }
        else if (Level is not TriageLevel.P1)
        {
            Take(TriageLevel.P1, result);
        }

        return Outcome.Done;
    }

    /// <summary>A second person agrees to step down from the top level, or does not.</summary>
    public Outcome Second(Guid triageId, bool agrees, Stamp stamp)
    {
        if (LatestTriage is not { AwaitsSecond: true } latest || latest.Id != triageId || !Status.IsOpen())
        {
            return new NothingToAgreeTo();
        }

        if (latest.By == stamp.By)
        {
            return new SecondMustBeAnother();
        }

        latest.Second(agrees, stamp);
        if (agrees)
        {
            Take(latest.Wanted, latest.Explain());
        }

        return Outcome.Done;
    }

    /// <summary>Asks the family or the referrer. Below the top level the clock waits for the answer.</summary>
    public Outcome<ReferralQuestion> Ask(string? words, Stamp stamp)
    {
        var clean = PlainText.Clean(words);
        if (clean.Length is 0 or > ReferralQuestion.MaxLength)
        {
            return new ReferralQuestionNeeded(clean.Length, ReferralQuestion.MaxLength);
        }

        var become = Become(ReferralStatus.MoreAsked);
        if (!become.Succeeded)
        {
            return become.Refusal;
        }

        var question = new ReferralQuestion { ReferralId = Id, Words = clean, AskedBy = stamp.By, AskedAt = stamp.At };
        _questions.Add(question);
        if (Level is not TriageLevel.P1 && Pause is null)
        {
            _pauses.Add(new ReferralPause { ReferralId = Id, Reason = PauseReason.WaitingForAnAnswer, From = stamp.At, By = stamp.By });
            Recount();
        }

        return question;
    }

    /// <summary>It is answered, and goes on from where it was.</summary>
    public Outcome Answer(Guid questionId, string? words, Stamp stamp)
    {
        var clean = PlainText.Clean(words);
        if (clean.Length is 0 or > ReferralQuestion.MaxLength)
        {
            return new ReferralAnswerNeeded(clean.Length, ReferralQuestion.MaxLength);
        }

        if (_questions.SingleOrDefault(q => q.Id == questionId) is not { } question)
        {
            return NotFound.Instance;
        }

        if (!question.IsOpen)
        {
            return new ReferralQuestionClosed();
        }

        (question.Answer, question.AnsweredBy, question.ClosedAt) = (clean, stamp.By, stamp.At);
        GoOn(stamp);

        return Outcome.Done;
    }

    /// <summary>The agency's part of the case that answered it is done.</summary>
    public Outcome Close(Stamp stamp) => Become(ReferralStatus.Closed).Then(() => EndedAt = stamp.At);

    /// <summary>The agency goes on without an answer.</summary>
    public Outcome GoOnWithoutAnswer(Stamp stamp)
    {
        if (Status is not ReferralStatus.MoreAsked)
        {
            return new ReferralNotInThatState(Status, ReferralStatus.MoreAsked);
        }

        CloseQuestions(stamp.At);
        GoOn(stamp);

        return Outcome.Done;
    }

    /// <summary>Puts it in a team's queue; whoever had it has it no longer.</summary>
    /// <param name="before">Who had it on the page that this was done from: what a colleague took meanwhile stays theirs.</param>
    public Outcome PutBefore(Guid? teamId, Guid? before)
    {
        if (!Status.IsOpen())
        {
            return new ReferralNotInThatState(Status, ReferralStatus.Triaged);
        }

        if (AssignedTo != before)
        {
            return new ReferralTakenByAnother();
        }

        (TeamId, AssignedTo, AssignedAt) = (teamId, null, null);

        return Outcome.Done;
    }

    /// <param name="before">Who had it on the page that this was done from: of two who take it at once the second is told.</param>
    public Outcome Assign(Guid? to, Guid? before, Stamp stamp)
    {
        if (!Status.IsOpen())
        {
            return new ReferralNotInThatState(Status, ReferralStatus.Triaged);
        }

        if (AssignedTo != before)
        {
            return new ReferralTakenByAnother();
        }

        (AssignedTo, AssignedAt) = (to, to is null ? null : stamp.At);

        return Outcome.Done;
    }

    public Outcome Accept(Guid caseId, Stamp stamp) =>
        Become(ReferralStatus.Accepted).Then(() => (CaseId, AnsweredBy, AnsweredAt) = (caseId, stamp.By, stamp.At));

    /// <summary>The family is told the reason word for word.</summary>
    public Outcome Refuse(string? reason, Stamp stamp) => SayNo(ReferralStatus.Refused, reason, stamp);

    /// <summary>Another agency is the right one; who handed it over is told which, and why.</summary>
    public Outcome Redirect(Guid toAgency, string? reason, Stamp stamp) =>
        toAgency == AgencyId
            ? new RedirectsToItself()
            : SayNo(ReferralStatus.Redirected, reason, stamp).Then(() => RedirectedTo = toAgency);

    /// <summary>The family shared again: the live referral goes on under the newer consent.</summary>
    public void ComeUnder(ConsentRecord consent) => (ConsentId, Purpose) = (consent.Id, consent.Purpose);

    public Outcome Withdraw(DateTime at) => Become(ReferralStatus.Withdrawn).Then(() =>
    {
        EndedAt ??= at;
        CloseQuestions(at);
    });

    /// <summary>It stands on the top level for something that is known, or because somebody put it there.</summary>
    private bool StandsOnTheTopLevel => Level is TriageLevel.P1
        && LatestTriage is { } latest
        && (latest.Computed is not TriageLevel.P1 || latest.NeedsSecond || latest.Explain().LevelOfWhatIsKnown is TriageLevel.P1);

    private Outcome SayNo(ReferralStatus how, string? reason, Stamp stamp)
    {
        var words = PlainText.Clean(reason);

        return words.Length switch
        {
            0 => new ReferralNeedsReason(),
            > ReasonMaxLength => new ReferralReasonTooLong(words.Length, ReasonMaxLength),
            _ => Become(how).Then(() =>
            {
                (RefusalReason, AnsweredBy, AnsweredAt, EndedAt) = (words, stamp.By, stamp.At, stamp.At);
                CloseQuestions(stamp.At);
            })
        };
    }

    private void CloseQuestions(DateTime at)
    {
        foreach (var question in _questions.Where(q => q.IsOpen))
        {
            question.ClosedAt = at;
        }
    }

    /// <summary>The clock of the level: what the gates say, where the level is theirs; the level's own, and never later, where a person chose it.</summary>
    private void Take(TriageLevel level, TriageResult result)
    {
        Level = level;
        if (level is TriageLevel.P1 && Pause is { } pause)
        {
            pause.Until = TriagedAt;
        }

        var byGates = result.Timer(ReceivedAt);
        var byLevel = result.Rules.TimerOf(level);
        SetClock(level == result.Level ? byGates
            : level > result.Level ? byLevel
            : new[] { byGates, byLevel }.MinBy(rule => rule.At(ReceivedAt, []))!);
    }

    private void GoOn(Stamp stamp)
    {
        Status = Level is null ? ReferralStatus.New : ReferralStatus.Triaged;
        if (Pause is { Reason: PauseReason.WaitingForAnAnswer } pause)
        {
            pause.Until = stamp.At;
            Recount();
        }
    }

    private Outcome Become(ReferralStatus next)
    {
        if (!Status.CanBecome(next))
        {
            return new ReferralNotInThatState(Status, next);
        }

        Status = next;

        return Outcome.Done;
    }
}
