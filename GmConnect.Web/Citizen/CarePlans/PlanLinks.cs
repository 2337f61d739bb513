namespace GmConnect.Web.Citizen.CarePlans;

public static class PlanLinks
{
    public const string Choose = "/plan";

    public static string Of(Guid resident) => $"{Choose}/{resident}";

    public static string Goal(Guid resident) => $"{Of(resident)}/goal";
}
