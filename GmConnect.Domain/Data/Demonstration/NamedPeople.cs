using GmConnect.Domain.Common;

namespace GmConnect.Domain.Data.Demonstration;

/// <param name="Agency">Its code; nothing for a citizen.</param>
internal sealed record NamedPerson(string Handle, string Name, Role Role, string? JobTitle = null, string? Agency = null);

/// <summary>The people who exist in every demonstration world, under handles that outside checks rely on.</summary>
internal static class NamedPeople
{
    public const string GuardianHandle = "guardian-gm";

    public static readonly IReadOnlyList<NamedPerson> Workers =
    [
        new("discharge-salford-royal", "Amira Khan", Role.DischargeCoordinator, "discharge coordinator", "salford-royal"),
        new("social-worker-salford", "Joanne Pickup", Role.CaseWorker, "social worker", "salford-adult-care"),
        new("triage-lead-salford", "Daniel Okafor", Role.TriageLead, "triage lead", "salford-adult-care"),
        new("housing-officer-salford", "Priya Nair", Role.CaseWorker, "housing officer", "salford-housing-options"),
        new("district-nurse-salford", "Siobhan Doyle", Role.CaseWorker, "district nurse", "salford-district-nursing"),
        new("reablement-salford", "Marek Nowak", Role.CaseWorker, "reablement worker", "salford-reablement"),
        new("equipment-salford", "Colin Bradshaw", Role.CaseWorker, "equipment officer", "salford-equipment"),
        new("wheelchair-service-gm", "Adaeze Eze", Role.CaseWorker, "wheelchair therapist", "gm-wheelchairs"),
        new("housing-association-salford", "Lee Hargreaves", Role.CaseWorker, "tenancy officer", "salford-housing-association"),
        new("carers-charity-salford", "Ruth Cohen", Role.CaseWorker, "carers' adviser", "salford-carers"),
        new("police-gmp", "Imran Siddiqui", Role.CaseWorker, "safeguarding officer", "gmp"),
        new("fire-gmfrs", "Beth Tully", Role.CaseWorker, "home safety adviser", "gmfrs"),
        new(GuardianHandle, "Dr Frances Adeyemi", Role.DataGuardian, "data guardian", WiderAgencies.Oversight),
        new("governance-lead-bolton", "Stephen Entwistle", Role.GovernanceLead, "information-governance lead", "bolton-adult-care"),
        new("analyst-gm", "Mei Lin Chen", Role.Analyst, "analyst", WiderAgencies.Oversight),
        new("administrator-gm", "Tomasz Zielinski", Role.Administrator, "administrator", WiderAgencies.Oversight)
    ];

    public static readonly NamedPerson Helen = new("helen-ashworth", "Helen Ashworth", Role.Delegate);
    public static readonly NamedPerson George = new("george-ashworth", "George Ashworth", Role.Resident);
    public static readonly NamedPerson Zainab = new("zainab-malik", "Zainab Malik", Role.Resident);
    public static readonly NamedPerson Farah = new("farah-malik", "Farah Malik", Role.Delegate);
    public static readonly NamedPerson Protected = new("protected-resident", "Maya Ellison", Role.Resident);

    /// <summary>Her brother: he may see her plan and may not learn where she is.</summary>
    public static readonly NamedPerson ProtectedRelative = new("protected-relative", "Ryan Ellison", Role.Delegate);
}
