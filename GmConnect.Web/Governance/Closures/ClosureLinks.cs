namespace GmConnect.Web.Governance.Closures;

public static class ClosureLinks
{
    public const string List = "/governance/agencies";
}
