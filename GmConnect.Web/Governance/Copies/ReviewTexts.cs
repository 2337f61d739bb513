namespace GmConnect.Web.Governance.Copies;

/// <summary>Marks this feature's words: ReviewTexts.resx.</summary>
public sealed class ReviewTexts;
