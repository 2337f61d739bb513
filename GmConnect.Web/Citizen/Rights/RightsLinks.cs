namespace GmConnect.Web.Citizen.Rights;

public static class RightsLinks
{
    public const string Choose = "/questions";

    public static string Of(Guid resident) => $"{Choose}/{resident}";

    /// <summary>Ask why somebody looked.</summary>
    public static string AskAbout(Guid resident, Guid entry) => $"{Of(resident)}/why/{entry}";
}
