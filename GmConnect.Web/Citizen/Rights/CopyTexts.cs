namespace GmConnect.Web.Citizen.Rights;

/// <summary>Marks the words of a copy: CopyTexts.resx.</summary>
public sealed class CopyTexts;
