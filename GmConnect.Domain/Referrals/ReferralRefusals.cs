using GmConnect.Domain.Common;

namespace GmConnect.Domain.Referrals;

public sealed record ReferralNeedsReason : Refusal;

public sealed record ReferralReasonTooLong(int Length, int Limit) : Refusal;

/// <summary>Somebody else was quicker, or the step comes too early.</summary>
public sealed record ReferralNotInThatState(ReferralStatus Is, ReferralStatus Wanted) : Refusal;

public sealed record WithdrawalAnsweredAlready : Refusal;

public sealed record WithdrawalNeedsLaw(int Limit) : Refusal;
