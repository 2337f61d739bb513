using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Hospitals, and what serves all Greater Manchester.</summary>
internal static class WiderAgencies
{
    public const string Oversight = "gmca";

    public static readonly IReadOnlyList<AgencyToSeed> All =
    [
        Hospital("salford-royal", "Salford Royal", "Salford"),
        Hospital("bolton-ft", "Bolton NHS Foundation Trust", "Bolton"),
        Hospital("wwl", "Wrightington, Wigan and Leigh", "Wigan"),
        Hospital("mft", "Manchester University NHS Foundation Trust", "Manchester"),
        Hospital("trafford-general", "Trafford General Hospital", "Trafford"),
        Hospital("stockport-ft", "Stockport NHS Foundation Trust", "Stockport"),
        Hospital("tameside-ft", "Tameside and Glossop Integrated Care", "Tameside"),
        Hospital("royal-oldham", "Northern Care Alliance, Royal Oldham Hospital", "Oldham"),
        Hospital("rochdale-infirmary", "Northern Care Alliance, Rochdale Infirmary", "Rochdale"),
        Hospital("fairfield", "Northern Care Alliance, Fairfield General Hospital", "Bury"),
        new("the-christie", "The Christie", AgencyKind.Hospital, null,
            "The cancer hospital for Greater Manchester, with a team that plans care at home during and after treatment.", true),
        new("gmp", "Greater Manchester Police", AgencyKind.Police, null,
            "Officers who help keep people safe at home, also when somebody is frightened or goes missing.", true),
        new("gmfrs", "Greater Manchester Fire and Rescue", AgencyKind.Fire, null,
            "Comes to your home to check fire safety, fit smoke alarms and plan how to get out.", true),
        new("gm-wheelchairs", "Greater Manchester Wheelchair Service", AgencyKind.Wheelchairs, null,
            "Assesses people for a wheelchair, lends it and keeps it working.", true),
        new("gm-patient-transport", "Greater Manchester Patient Transport", AgencyKind.PatientTransport, null,
            "Takes people to and from hospital who cannot travel by car, bus or taxi.", true),
        new("jobcentre", "Jobcentre Greater Manchester", AgencyKind.Employment, null,
            "Help with benefits, and with work you can do around your health or the person you look after.", false),
        new(Oversight, "Greater Manchester Combined Authority", AgencyKind.Oversight, null,
            "Watches that everybody uses what you share lawfully. It works with no family's record.", false)
    ];

    private static AgencyToSeed Hospital(string code, string name, string borough) => new(
        code, name, AgencyKind.Hospital, borough,
        "The hospital and its discharge team, who plan with you how to come home and what must be ready.", true);
}
