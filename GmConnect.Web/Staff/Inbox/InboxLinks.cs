namespace GmConnect.Web.Staff.Inbox;

public static class InboxLinks
{
    public const string Inbox = "/staff";
    public const string Triage = "/staff/triage";
}
