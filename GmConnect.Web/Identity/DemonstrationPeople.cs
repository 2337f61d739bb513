using System.Security.Cryptography;
using System.Text;
using GmConnect.Domain.Common;

namespace GmConnect.Web.Identity;

/// <summary>One invented person that a visitor of the demonstration may be.</summary>
public sealed record DemonstrationPerson(string Handle, SignedInPerson Person);

/// <summary>Who can be chosen on /demo. Registered in Development only.</summary>
public sealed class DemonstrationPeople
{
    // WIRE: read the seeded accounts from the Domain. Until then: the people of the contracts, with ids from their handles.
    public Task<IReadOnlyList<DemonstrationPerson>> ListAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(Everybody);

    private static readonly IReadOnlyList<DemonstrationPerson> Everybody =
    [
        Citizen("helen-ashworth", "Helen Ashworth", Role.Delegate, "daughter of George Ashworth"),
        Citizen("george-ashworth", "George Ashworth", Role.Resident, "resident"),
        Citizen("zainab-malik", "Zainab Malik", Role.Resident, "resident, 17"),
        Citizen("farah-malik", "Farah Malik", Role.Delegate, "mother of Zainab Malik"),
        Citizen("protected-resident", "Maya Ellison", Role.Resident, "resident, restricted record"),
        Worker("discharge-salford-royal", "Amira Khan", Role.DischargeCoordinator, "discharge coordinator", "Salford Royal"),
        Worker("social-worker-salford", "Joanne Pickup", Role.CaseWorker, "social worker", "Salford City Council"),
        Worker("triage-lead-salford", "Daniel Okafor", Role.TriageLead, "triage lead", "Salford City Council"),
        Worker("housing-officer-salford", "Priya Nair", Role.CaseWorker, "housing officer", "Salford City Council"),
        Worker("district-nurse-salford", "Siobhan Doyle", Role.CaseWorker, "district nurse", "Salford Community Nursing"),
        Worker("reablement-salford", "Marek Nowak", Role.CaseWorker, "reablement worker", "Salford Reablement"),
        Worker("equipment-salford", "Colin Bradshaw", Role.CaseWorker, "equipment officer", "Salford Community Equipment"),
        Worker("wheelchair-service-gm", "Adaeze Eze", Role.CaseWorker, "wheelchair therapist", "GM Wheelchair Service"),
        Worker("housing-association-salford", "Lee Hargreaves", Role.CaseWorker, "tenancy officer", "Irwell Homes"),
        Worker("carers-charity-salford", "Ruth Cohen", Role.CaseWorker, "carers' adviser", "Salford Carers"),
        Worker("police-gmp", "Imran Siddiqui", Role.CaseWorker, "safeguarding officer", "Greater Manchester Police"),
        Worker("fire-gmfrs", "Beth Tully", Role.CaseWorker, "home safety adviser", "GM Fire and Rescue"),
        Worker("guardian-gm", "Dr Frances Adeyemi", Role.DataGuardian, "data guardian", "Greater Manchester"),
        Worker("governance-lead-bolton", "Stephen Entwistle", Role.GovernanceLead, "information-governance lead", "Bolton Council"),
        Worker("analyst-gm", "Mei Lin Chen", Role.Analyst, "analyst", "Greater Manchester"),
        Worker("administrator-gm", "Tomasz Zielinski", Role.Administrator, "administrator", "GM-Connect")
    ];

    private static DemonstrationPerson Citizen(string handle, string name, Role role, string relation) =>
        new(handle, new SignedInPerson(
            new Actor(IdFrom(handle), name, role, role == Role.Resident ? IdFrom($"resident {handle}") : null), relation, null));

    private static DemonstrationPerson Worker(string handle, string name, Role role, string job, string agency) =>
        new(handle, new SignedInPerson(new Actor(IdFrom(handle), name, role, AgencyId: IdFrom(agency)), job, agency));

    private static Guid IdFrom(string handle) => new(SHA256.HashData(Encoding.UTF8.GetBytes(handle)).AsSpan(0, 16));
}
