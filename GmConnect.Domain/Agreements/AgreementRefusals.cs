using GmConnect.Domain.Common;

namespace GmConnect.Domain.Agreements;

public sealed record AgreementNotInThatState(AgreementStatus Is, AgreementStatus Wanted) : Refusal;

public sealed record AgreementNeedsTitle(int Length, int Limit) : Refusal;

public sealed record AgreementNeedsReason(int Length, int Limit) : Refusal;

public sealed record AgreementNeedsOffice(int Length, int Limit) : Refusal;

public sealed record AgreementNeedsDpia(int Limit) : Refusal;

public sealed record AgreementNeedsRightsContact(int Limit) : Refusal;

public sealed record AgreementNeedsParties : Refusal;

/// <summary>A lead writes for their own agency and those it agrees with, and for no others.</summary>
public sealed record AgreementNeedsOwnAgency : Refusal;

public sealed record AgreementNamesAgencyTwice(string Agency) : Refusal;

public sealed record AgreementNamesUnknownAgency : Refusal;

/// <summary>Purposes and kinds of data are both needed; story parts exactly when the story is among them.</summary>
public sealed record AgreementCoversNothing : Refusal;

/// <summary>A purpose or a kind of data that goes to no agency.</summary>
public sealed record AgreementCannotCover : Refusal;

public sealed record AgreementEndsTooEarly : Refusal;

public sealed record AgreementEndsTooLate(int Months) : Refusal;

public sealed record AgreementReviewNotInTime(int Months) : Refusal;

public sealed record LawfulBasisNotWhole(string Agency) : Refusal;

public sealed record AgreementSignedAlready : Refusal;

/// <summary>Its last day passed before everybody had signed.</summary>
public sealed record AgreementRanOut : Refusal;

/// <summary>A later version took the place of the one that was shown.</summary>
public sealed record AgreementHasNewerVersion(int Number) : Refusal;
