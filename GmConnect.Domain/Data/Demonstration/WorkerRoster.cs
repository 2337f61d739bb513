using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Who works at an agency beside the named people: at least two everywhere, more where more is done, and who signs for it.</summary>
internal sealed class WorkerRoster(Seeded seeded, Names names)
{
    private const string NamedLead = "governance-lead-bolton";
    private const string NamedLeadsAgency = "bolton-adult-care";

    public IEnumerable<Account> Of(AgencyToSeed agency)
    {
        var workers = Posts(agency.Kind).Select((post, i) => On(agency, $"worker-{agency.Code}-{i + 1}", post, TeamOf(agency, i)));

        return agency.Kind is AgencyKind.Oversight || agency.Code == NamedLeadsAgency
            ? workers
            : workers.Append(On(agency, LeadOf(agency), (Role.GovernanceLead, "information-governance lead"), null));
    }

    /// <summary>The teams of the larger agencies.</summary>
    public IEnumerable<Team> TeamsOf(AgencyToSeed agency) => TeamNames(agency.Kind).Select((name, i) => new Team
    {
        Id = seeded.Id($"team {i + 1} of {agency.Code}"), AgencyId = seeded.Id(agency.Code), Name = name
    });

    /// <summary>The workers of an agency with teams are in each in turn.</summary>
    private Guid? TeamOf(AgencyToSeed agency, int worker) =>
        TeamNames(agency.Kind) is { Length: > 0 } teams ? seeded.Id($"team {worker % teams.Length + 1} of {agency.Code}") : null;

    private static string[] TeamNames(AgencyKind kind) => kind switch
    {
        AgencyKind.AdultSocialCare => ["Front door", "Hospital social work"],
        AgencyKind.ChildrensSocialCare => ["Front door", "Families first"],
        AgencyKind.CommunityHealth => ["North", "South"],
        AgencyKind.CouncilHousing => ["Homelessness", "Adaptations and moves"],
        _ => []
    };

    /// <summary>The handle of the agency's governance lead.</summary>
    public static string LeadOf(AgencyToSeed agency) => agency.Code == NamedLeadsAgency ? NamedLead : $"governance-{agency.Code}";

    private Account On(AgencyToSeed agency, string handle, (Role Role, string JobTitle) post, Guid? team) => new()
    {
        Id = seeded.Id(handle),
        Handle = handle,
        DisplayName = names.Draw(seeded.Chance(handle), agency.Borough).Full,
        Role = post.Role,
        AgencyId = seeded.Id(agency.Code),
        JobTitle = post.JobTitle,
        TeamId = team
    };

    private static (Role Role, string JobTitle)[] Posts(AgencyKind kind) => kind switch
    {
        AgencyKind.Hospital =>
        [
            (Role.DischargeCoordinator, "discharge coordinator"), (Role.DischargeCoordinator, "discharge coordinator"),
            (Role.TriageLead, "transfer of care lead"), (Role.CaseWorker, "occupational therapist"),
            (Role.CaseWorker, "ward social worker"), (Role.TeamManager, "discharge team manager")
        ],
        AgencyKind.AdultSocialCare or AgencyKind.ChildrensSocialCare =>
        [
            (Role.TriageLead, "triage lead"), (Role.CaseWorker, "social worker"), (Role.CaseWorker, "support planner"),
            (Role.TeamManager, "team manager")
        ],
        AgencyKind.CommunityHealth =>
            [(Role.TriageLead, "community matron"), (Role.CaseWorker, "district nurse"), (Role.CaseWorker, "staff nurse")],
        AgencyKind.GpPractice => [(Role.CaseWorker, "GP"), (Role.CaseWorker, "social prescriber")],
        AgencyKind.Reablement => [(Role.TeamManager, "reablement organiser"), (Role.CaseWorker, "reablement worker")],
        AgencyKind.CommunityEquipment => [(Role.CaseWorker, "equipment officer"), (Role.CaseWorker, "technician")],
        AgencyKind.Wheelchairs => [(Role.CaseWorker, "wheelchair therapist"), (Role.CaseWorker, "rehabilitation engineer")],
        AgencyKind.PatientTransport => [(Role.CaseWorker, "transport planner"), (Role.CaseWorker, "transport planner")],
        AgencyKind.CouncilHousing => [(Role.TriageLead, "housing triage lead"), (Role.CaseWorker, "housing officer")],
        AgencyKind.HousingAssociation => [(Role.CaseWorker, "tenancy officer"), (Role.CaseWorker, "adaptations surveyor")],
        AgencyKind.Police => [(Role.CaseWorker, "safeguarding officer"), (Role.CaseWorker, "neighbourhood officer")],
        AgencyKind.Fire => [(Role.CaseWorker, "home safety adviser"), (Role.CaseWorker, "home safety adviser")],
        AgencyKind.Employment => [(Role.CaseWorker, "work coach"), (Role.CaseWorker, "disability employment adviser")],
        AgencyKind.Voluntary => [(Role.TeamManager, "carers' service manager"), (Role.CaseWorker, "carers' adviser")],
        _ => []
    };
}
