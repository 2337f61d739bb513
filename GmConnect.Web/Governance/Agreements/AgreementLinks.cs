namespace GmConnect.Web.Governance.Agreements;

public static class AgreementLinks
{
    public const string List = "/governance/agreements";

    public const string Pattern = "/governance/agreements/{AgreementId:guid}";

    public const string New = "/governance/agreements/new";

    public const string ChangePattern = "/governance/agreements/{AgreementId:guid}/change";

    public static string Change(Guid agreement) => $"{To(agreement)}/change";

    public static string To(Guid agreement) => $"/governance/agreements/{agreement}";
}
