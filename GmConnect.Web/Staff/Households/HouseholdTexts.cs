namespace GmConnect.Web.Staff.Households;

/// <summary>Marks this feature's words: HouseholdTexts.resx.</summary>
public sealed class HouseholdTexts;
