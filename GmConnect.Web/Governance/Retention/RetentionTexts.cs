namespace GmConnect.Web.Governance.Retention;

/// <summary>Marks this feature's words: RetentionTexts.resx.</summary>
public sealed class RetentionTexts;
