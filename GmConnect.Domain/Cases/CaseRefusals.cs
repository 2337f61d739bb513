using GmConnect.Domain.Common;

namespace GmConnect.Domain.Cases;

public sealed record CaseNeedsSummary(int Length, int Limit) : Refusal;

public sealed record CareTeamRoleNeeded(int Length, int Limit) : Refusal;

public sealed record CaseIsClosed : Refusal;

public sealed record AlreadyInTheCareTeam : Refusal;

/// <summary>The resident has given the worker's agency no permission, so it cannot join.</summary>
public sealed record AgencyHasNoPermission(string Agency) : Refusal;
