using GmConnect.Domain.Common;

namespace GmConnect.Domain.Households;

/// <summary>Both are told who the other is when they are asked, so both must know of it before.</summary>
public sealed record HouseholdNeedsBothSpokenTo : Refusal;

public sealed record HouseholdIsProposed : Refusal;

/// <summary>Being on a case together tells where somebody can be found.</summary>
public sealed record HouseholdPersonIsProtected : Refusal;

public sealed record HouseholdIsAnswered : Refusal;
