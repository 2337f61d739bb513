namespace GmConnect.Web.Citizen.Sharing;

/// <summary>The words of sharing, permissions and their wording.</summary>
public sealed class SharingTexts;
