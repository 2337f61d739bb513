using GmConnect.Domain.Common;

namespace GmConnect.Domain.Agencies;

public sealed record AgencyIsClosed : Refusal;

public sealed record AgencyClosingNeedsWords(int Length, int Limit) : Refusal;

/// <summary>Somebody is in one of its wards: they must be moved or leave first.</summary>
public sealed record AgencyHasPeopleInHospital : Refusal;
