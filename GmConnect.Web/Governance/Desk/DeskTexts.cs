namespace GmConnect.Web.Governance.Desk;

/// <summary>Marks this feature's words: DeskTexts.resx.</summary>
public sealed class DeskTexts;
