using GmConnect.Domain.Common;

namespace GmConnect.Domain.Referrals;

public sealed record ReferralNeedsReason : Refusal;

public sealed record ReferralReasonTooLong(int Length, int Limit) : Refusal;

/// <summary>Somebody else was quicker, or the step comes too early.</summary>
public sealed record ReferralNotInThatState(ReferralStatus Is, ReferralStatus Wanted) : Refusal;

/// <summary>Somebody else triaged it while this was being decided; theirs stands.</summary>
public sealed record TriagedMeanwhile : Refusal;

/// <summary>Another level than the rules say needs a reason.</summary>
public sealed record OverrideNeedsReason : Refusal;

/// <summary>Somebody else already decided about stepping down, or it was triaged again.</summary>
public sealed record NothingToAgreeTo : Refusal;

/// <summary>Who wants to step down from the top level cannot also be the second person.</summary>
public sealed record SecondMustBeAnother : Refusal;

public sealed record ReferralQuestionNeeded(int Length, int Limit) : Refusal;

public sealed record ReferralAnswerNeeded(int Length, int Limit) : Refusal;

/// <summary>Somebody else answered, or the agency went on without.</summary>
public sealed record ReferralQuestionClosed : Refusal;

public sealed record ClockIsNotRunning : Refusal;

public sealed record ClockIsNotStopped : Refusal;

public sealed record TopLevelNeverWaits : Refusal;

/// <summary>Somebody else took it, or gave it to another, meanwhile.</summary>
public sealed record ReferralTakenByAnother : Refusal;

public sealed record RedirectNeedsAgency : Refusal;

public sealed record RedirectsToItself : Refusal;

public sealed record NothingChosen(int Limit) : Refusal;

/// <summary>The agency already has one for the same purpose that it has not answered.</summary>
public sealed record AlreadyReferred(string Reference) : Refusal;

/// <summary>The family has not let that agency see anything, and no law was named.</summary>
public sealed record ReferralNeedsPermission(string Agency) : Refusal;

public sealed record ReferralNeedsWords(int Length, int Limit) : Refusal;

/// <summary>Only agencies with a duty to keep people safe are told under a law.</summary>
public sealed record LawNotForAgency(string Agency) : Refusal;

public sealed record WithdrawalAnsweredAlready : Refusal;

public sealed record WithdrawalNeedsLaw(int Limit) : Refusal;
