namespace GmConnect.Web.Citizen.Rights;

/// <summary>Marks this feature's words: RightsTexts.resx.</summary>
public sealed class RightsTexts;
