using GmConnect.Domain.Common;

namespace GmConnect.Domain.Cases;

public sealed record CaseNeedsSummary(int Length, int Limit) : Refusal;

public sealed record CareTeamRoleNeeded(int Length, int Limit) : Refusal;

public sealed record CaseIsClosed : Refusal;

public sealed record CaseIsOpen : Refusal;

public sealed record AlreadyInTheCareTeam : Refusal;

public sealed record NotInTheCareTeam : Refusal;

public sealed record LeadMustBeHandedOver : Refusal;

public sealed record LeadMustBeInTheTeam : Refusal;

/// <summary>The agency whose case it is does not leave it: it closes it.</summary>
public sealed record LeadAgencyCloses : Refusal;

/// <summary>The resident has given the worker's agency no permission, so it cannot join.</summary>
public sealed record AgencyHasNoPermission(string Agency) : Refusal;

public sealed record CaseClosingNeedsWords(int Length, int Limit) : Refusal;

public sealed record CaseHasOpenWork(int Count) : Refusal;

public sealed record CaseClosingNeedsApprovers(int Needed) : Refusal;

public sealed record CaseClosingAsked : Refusal;

public sealed record CaseClosingNotAsked : Refusal;

public sealed record NotAskedToAgree : Refusal;

public sealed record SendingBackNeedsReason(int Length, int Limit) : Refusal;

public sealed record NoteNeedsWords(int Length, int Limit) : Refusal;

public sealed record NoteDayInTheFuture : Refusal;

/// <summary>What was approved is not written over: a further note puts it right.</summary>
public sealed record NoteIsApproved : Refusal;

public sealed record NoteIsStruckOut : Refusal;

public sealed record StrikingOutNeedsReason(int Length, int Limit) : Refusal;

public sealed record DocumentNeedsTitle(int Length, int Limit) : Refusal;

public sealed record DocumentIsEmpty : Refusal;

public sealed record DocumentTooLarge(int Megabytes) : Refusal;

/// <summary>Its first bytes are of none of the kinds that are taken, whatever it is called.</summary>
public sealed record DocumentOfAnotherKind : Refusal;

public sealed record DocumentDayInThePast : Refusal;

public sealed record DocumentsAreMany(int Limit) : Refusal;

public sealed record DocumentIsGone : Refusal;

public sealed record RemovingNeedsReason(int Length, int Limit) : Refusal;
