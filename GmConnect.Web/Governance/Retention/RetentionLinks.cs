namespace GmConnect.Web.Governance.Retention;

public static class RetentionLinks
{
    public const string Rules = "/governance/retention";
}
