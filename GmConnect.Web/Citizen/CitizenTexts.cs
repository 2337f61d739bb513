namespace GmConnect.Web.Citizen;

/// <summary>Words that several citizen pages share.</summary>
public sealed class CitizenTexts;
