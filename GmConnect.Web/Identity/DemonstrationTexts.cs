namespace GmConnect.Web.Identity;

/// <summary>The words of the demonstration's sign-in page: who each invented person is, by their handle.</summary>
public sealed class DemonstrationTexts;
