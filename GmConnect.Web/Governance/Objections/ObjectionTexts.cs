namespace GmConnect.Web.Governance.Objections;

/// <summary>Marks this feature's words: ObjectionTexts.resx.</summary>
public sealed class ObjectionTexts;
