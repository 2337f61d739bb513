namespace GmConnect.Web.Citizen.CarePlans;

/// <summary>The words of the plan as the family reads it.</summary>
public sealed class PlanTexts;
