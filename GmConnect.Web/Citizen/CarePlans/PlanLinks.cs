namespace GmConnect.Web.Citizen.CarePlans;

public static class PlanLinks
{
    public const string Choose = "/plan";

    public const string DocumentPattern = "/plan/documents/{file:guid}/{document:guid}";

    public static string Of(Guid resident) => $"{Choose}/{resident}";

    public static string Goal(Guid resident) => $"{Of(resident)}/goal";

    /// <summary>Say something about the plan.</summary>
    public static string Comment(Guid resident) => $"{Of(resident)}/comment";

    /// <summary>What the care team wrote for the family.</summary>
    public static string TeamWords(Guid resident) => $"{Of(resident)}/team";

    /// <summary>With whom they are on a case, and who asks whether they agree to.</summary>
    public static string Household(Guid resident) => $"{Of(resident)}/household";

    public static string Document(Guid file, Guid document) => $"/plan/documents/{file}/{document}";
}
