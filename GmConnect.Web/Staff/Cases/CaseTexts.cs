namespace GmConnect.Web.Staff.Cases;

/// <summary>Marks this feature's words: CaseTexts.resx.</summary>
public sealed class CaseTexts;
