namespace GmConnect.Web.Documents;

/// <summary>What is given to the printer.</summary>
/// <param name="Html">The whole document, with its styles in it: the printer fetches nothing.</param>
/// <param name="Foot">What stands at the foot of every page.</param>
public sealed record Manuscript(string Html, string Foot, bool IsLarge = false);
