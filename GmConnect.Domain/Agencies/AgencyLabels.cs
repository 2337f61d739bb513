namespace GmConnect.Domain.Agencies;

/// <summary>
/// How an agency is named to one reader: by its name, or only by what it is where the name would tell where a protected person
/// lives. The words for the kinds are the web's, in the reader's language.
/// </summary>
public sealed class AgencyLabels(Func<AgencyKind, string> ofKind)
{
    public string For(Agency agency, bool mayKnow) => mayKnow ? agency.Name : ofKind(agency.Kind);
}
