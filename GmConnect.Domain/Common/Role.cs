namespace GmConnect.Domain.Common;

/// <summary>In what capacity an account acts. One account has one capacity at a time.</summary>
public enum Role
{
    Resident,
    Delegate,
    CaseWorker,
    TriageLead,
    TeamManager,
    DischargeCoordinator,
    DataGuardian,
    GovernanceLead,
    Analyst,
    Administrator,
    PartnerSystem
}

public static class Roles
{
    /// <summary>Roles that work with residents on behalf of one agency.</summary>
    public static readonly IReadOnlySet<Role> OfWorkers =
        new HashSet<Role> { Role.CaseWorker, Role.TriageLead, Role.TeamManager, Role.DischargeCoordinator };

    /// <summary>Residents and those who act for them.</summary>
    public static readonly IReadOnlySet<Role> OfCitizens = new HashSet<Role> { Role.Resident, Role.Delegate };

    public static bool IsWorker(this Role role) => OfWorkers.Contains(role);

    /// <summary>Workers and the systems of their agencies.</summary>
    public static bool IsForAgency(this Role role) => role.IsWorker() || role is Role.PartnerSystem;

    public static bool Oversees(this Role role) => role is Role.DataGuardian or Role.GovernanceLead;

    public static bool IsCitizen(this Role role) => OfCitizens.Contains(role);
}
