namespace GmConnect.Web.Staff.Discharge;

public static class DischargeLinks
{
    public const string Board = "/staff/discharge";

    public const string StayPattern = "/staff/discharge/{StayId:guid}";

    public static string Stay(Guid stay) => $"{Board}/{stay}";
}
