namespace GmConnect.Web.Staff.Corrections;

/// <summary>Marks this feature's words: CorrectionTexts.resx.</summary>
public sealed class CorrectionTexts;
