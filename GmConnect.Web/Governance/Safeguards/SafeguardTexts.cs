namespace GmConnect.Web.Governance.Safeguards;

/// <summary>Marks this feature's words: SafeguardTexts.resx.</summary>
public sealed class SafeguardTexts;
