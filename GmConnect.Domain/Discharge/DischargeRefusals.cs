using GmConnect.Domain.Common;

namespace GmConnect.Domain.Discharge;

public sealed record StayNeedsWard(int Length, int Limit) : Refusal;

public sealed record AdmissionNeedsDay : Refusal;

public sealed record AdmittedInTheFuture : Refusal;

public sealed record AdmittedTooLongAgo(int Years) : Refusal;

/// <summary>One stay at a time: somebody cannot be in two beds.</summary>
public sealed record AlreadyInHospital : Refusal;

/// <summary>Only the hospital's own workers say who lies there and who may leave.</summary>
public sealed record OnlyTheHospitalSays : Refusal;

public sealed record StayIsOver : Refusal;

public sealed record ExpectedDateNeeded : Refusal;

public sealed record ExpectedDateInThePast : Refusal;

public sealed record ExpectedDateTooFar(int Days) : Refusal;

public sealed record ChangedDateNeedsWhy(int Length, int Limit) : Refusal;

public sealed record WhatMustBeTrueTooLong(int Length, int Limit) : Refusal;

public sealed record CriteriaNotKnown : Refusal;

public sealed record PathwayWhyTooLong(int Length, int Limit) : Refusal;

public sealed record BlockerReasonNotKnown : Refusal;

/// <summary>The same reason stands already with the same agency.</summary>
public sealed record BlockerStands : Refusal;

public sealed record BlockerIsOver : Refusal;

public sealed record CarerNeedsName(int Length, int Limit) : Refusal;

public sealed record DosesOutOfRange(int Most) : Refusal;

/// <summary>What must be accepted before they go is not.</summary>
public sealed record LeavingIsStopped(int Count) : Refusal;

public sealed record LeavingNeedsWhy(int Length, int Limit) : Refusal;

public sealed record LeavingDayNeeded : Refusal;

public sealed record LeftBeforeAdmission : Refusal;

public sealed record LeftInTheFuture : Refusal;

/// <summary>They have not left, so that there is nothing to cancel or to follow up.</summary>
public sealed record HasNotLeft : Refusal;

/// <summary>Too long after, coming back is a new stay.</summary>
public sealed record CancelledTooLate(int Hours) : Refusal;

public sealed record NoDoseOnThatDay : Refusal;

public sealed record DoseIsRecorded : Refusal;
