using GmConnect.Domain.Common;

namespace GmConnect.Domain.CarePlans;

public sealed record PlanTextNeeded(PlanField Field) : Refusal;

public sealed record PlanTextTooLong(PlanField Field, int Length, int Limit) : Refusal;

public sealed record PlanDueNotReal : Refusal;

public sealed record PlanDueInThePast : Refusal;

public sealed record PlanDueTooFar(int Years) : Refusal;

/// <summary>An agency without permission cannot own an action: it could not see it.</summary>
public sealed record PlanOwnerHasNoPermission : Refusal;

/// <summary>The family ticks what the family does; what a service promised, the service reports.</summary>
public sealed record PlanActionIsAServices : Refusal;

public sealed record PlanClashAlreadySettled : Refusal;

/// <summary>An action cannot wait for itself, nor for one that waits for it.</summary>
public sealed record PlanBlocksItself : Refusal;

public sealed record PlanReviewDayWrong(int Months) : Refusal;

public sealed record PlanAgreedWithNeeded(int Length, int Limit) : Refusal;

public sealed record PlanNotAgreedNeedsWhy(int Length, int Limit) : Refusal;

public sealed record PlanCommentNeeded(int Length, int Limit) : Refusal;
