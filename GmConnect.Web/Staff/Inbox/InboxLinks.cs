namespace GmConnect.Web.Staff.Inbox;

public static class InboxLinks
{
    public const string Inbox = "/staff";
    public const string Triage = "/staff/triage";
    public const string TriageRules = "/staff/triage/rules";
}
