using GmConnect.Domain.Common;

namespace GmConnect.Domain.Assessments;

public sealed record AssessmentAnswerTooLong(int Length, int Limit) : Refusal;

public sealed record AssessmentAnswerNotAChoice : Refusal;

public sealed record AssessmentAnswerNotADay : Refusal;

public sealed record AssessmentAnswerInTheFuture : Refusal;

public sealed record AssessmentAnswerNotANumber : Refusal;

public sealed record AssessmentAnswerOutOfRange(int Least, int Most, string Unit) : Refusal;

/// <summary>Somebody replaced the answer that was to be confirmed or chosen.</summary>
public sealed record AssessmentAnswerChanged : Refusal;

/// <summary>One draft of a form at a time: two would be filled in twice.</summary>
public sealed record AssessmentIsBegun : Refusal;

public sealed record AssessmentNotForThem : Refusal;

/// <summary>It waits for approval, is finished or was given up.</summary>
public sealed record AssessmentIsNoDraft : Refusal;

public sealed record AssessmentWrittenTwice(int Count) : Refusal;

public sealed record AssessmentNotLookedAt(int Count) : Refusal;

public sealed record AssessmentNeedsAnswers(int Count) : Refusal;

public sealed record AssessmentNeedsApprovers(int Needed) : Refusal;

public sealed record AssessmentApprovalNotAsked : Refusal;

public sealed record NotAskedToApprove : Refusal;

public sealed record AssessmentNeedsReason(int Length, int Limit) : Refusal;

public sealed record AnswerIsNotForThePlan : Refusal;

public sealed record AnswerIsOnThePlan : Refusal;
