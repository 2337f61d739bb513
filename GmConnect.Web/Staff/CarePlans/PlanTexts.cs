namespace GmConnect.Web.Staff.CarePlans;

/// <summary>Marks this feature's words: PlanTexts.resx.</summary>
public sealed class PlanTexts;
