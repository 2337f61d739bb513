namespace GmConnect.Web.Governance.Agreements;

/// <summary>Marks this feature's words: AgreementTexts.resx.</summary>
public sealed class AgreementTexts;
