namespace GmConnect.Web.Citizen.ComingOfAge;

/// <summary>Marks this feature's words: ComingOfAgeTexts.resx.</summary>
public sealed class ComingOfAgeTexts;
