namespace GmConnect.Web.Governance.Closures;

/// <summary>Marks this feature's words: ClosureTexts.resx.</summary>
public sealed class ClosureTexts;
