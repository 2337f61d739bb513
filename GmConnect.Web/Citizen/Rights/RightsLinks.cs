namespace GmConnect.Web.Citizen.Rights;

public static class RightsLinks
{
    public const string Choose = "/questions";

    public static string Of(Guid resident) => $"{Choose}/{resident}";

    /// <summary>Say that something written is wrong.</summary>
    public static string Correct(Guid resident) => $"{Of(resident)}/correct";

    /// <summary>Ask for a copy of everything.</summary>
    public static string Copy(Guid resident) => $"{Of(resident)}/copy";

    public static string Copy(Guid resident, Guid matter) => $"{Copy(resident)}/{matter}";

    /// <summary>Object to what a service does.</summary>
    public static string Object(Guid resident) => $"{Of(resident)}/object";

    /// <summary>Say whether it is safe that others know where the person is.</summary>
    public static string Place(Guid resident) => $"{Of(resident)}/place";

    /// <summary>Reply to a decision about a correction.</summary>
    public static string Reply(Guid resident, Guid matter) => $"{Of(resident)}/reply/{matter}";

    /// <summary>Ask why somebody looked.</summary>
    public static string AskAbout(Guid resident, Guid entry) => $"{Of(resident)}/why/{entry}";
}
