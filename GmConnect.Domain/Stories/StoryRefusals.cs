using GmConnect.Domain.Common;

namespace GmConnect.Domain.Stories;

public sealed record StoryAnswerTooLong(string Question, int Length, int Limit) : Refusal;

public sealed record StoryAnswerWrittenTwice(string Question) : Refusal;

public sealed record StoryHasNoAnswers : Refusal;

public sealed record DateHasNoYear : Refusal;

public sealed record DateNotReal : Refusal;

public sealed record DateInFuture : Refusal;

public sealed record DateTooLongAgo(int Earliest) : Refusal;
