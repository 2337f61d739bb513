namespace GmConnect.Web.Citizen.Stories;

public static class StoryLinks
{
    public const string Choose = "/story";

    public static string Of(Guid resident) => $"{Choose}/{resident}";

    /// <param name="backToCheck">After saving return to the answers that were being checked.</param>
    public static string Question(Guid resident, string question, bool backToCheck = false) =>
        $"{Of(resident)}/{question}{(backToCheck ? "?to=check" : "")}";

    /// <summary>Where two answers to one question wait for a choice.</summary>
    public static string Choice(Guid resident, string question) => $"{Question(resident, question)}/choose";

    public static string Check(Guid resident) => $"{Of(resident)}/check";

    public static string Confirmed(Guid resident) => $"{Of(resident)}/confirmed";
}
