namespace GmConnect.Web.Staff.Discharge;

/// <summary>The words of the pages about leaving hospital.</summary>
public sealed class DischargeTexts;
