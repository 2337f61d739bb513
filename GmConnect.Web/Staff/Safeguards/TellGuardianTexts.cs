namespace GmConnect.Web.Staff.Safeguards;

/// <summary>Marks this feature's words: TellGuardianTexts.resx.</summary>
public sealed class TellGuardianTexts;
