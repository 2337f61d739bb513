namespace GmConnect.Web.Staff.Overrides;

public static class OverrideLinks
{
    public const string Search = "/staff/residents";
    public const string Pattern = "/staff/residents/{ResidentId:guid}";

    public static string To(Guid resident) => $"{Search}/{resident}";
}
