namespace GmConnect.Web.Staff.Cases;

public static class CaseLinks
{
    public const string Pattern = "/staff/cases/{CaseId:guid}";

    public const string DocumentPattern = "/staff/cases/{file:guid}/documents/{document:guid}";

    public static string To(Guid file) => $"/staff/cases/{file}";

    public static string Document(Guid file, Guid document) => $"{To(file)}/documents/{document}";
}
