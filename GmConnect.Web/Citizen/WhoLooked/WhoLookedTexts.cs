namespace GmConnect.Web.Citizen.WhoLooked;

/// <summary>The words of the list of looks.</summary>
public sealed class WhoLookedTexts;
