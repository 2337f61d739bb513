namespace GmConnect.Web.Governance.Desk;

public static class DeskLinks
{
    public const string Desk = "/governance/guardian";
    public const string Pattern = "/governance/guardian/{MatterId:guid}";

    public static string To(Guid matter) => $"{Desk}/{matter}";
}
