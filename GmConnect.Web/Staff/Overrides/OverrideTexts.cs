namespace GmConnect.Web.Staff.Overrides;

/// <summary>Marks this feature's words: OverrideTexts.resx.</summary>
public sealed class OverrideTexts;
