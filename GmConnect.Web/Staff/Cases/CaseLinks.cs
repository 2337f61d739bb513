namespace GmConnect.Web.Staff.Cases;

public static class CaseLinks
{
    public const string Pattern = "/staff/cases/{CaseId:guid}";

    public static string To(Guid file) => $"/staff/cases/{file}";
}
