namespace GmConnect.Web.Governance.Agreements;

public static class AgreementLinks
{
    public const string List = "/governance/agreements";

    public const string Pattern = "/governance/agreements/{AgreementId:guid}";

    public static string To(Guid agreement) => $"/governance/agreements/{agreement}";
}
