namespace GmConnect.Web.Citizen.Stories;

/// <summary>The words of the story pages; parts and questions are named here for every page that shows them.</summary>
public sealed class StoryTexts;
