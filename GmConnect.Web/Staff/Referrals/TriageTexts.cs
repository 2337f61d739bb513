namespace GmConnect.Web.Staff.Referrals;

/// <summary>Marks this feature's words: TriageTexts.resx.</summary>
public sealed class TriageTexts;
