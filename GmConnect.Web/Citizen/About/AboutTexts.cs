namespace GmConnect.Web.Citizen.About;

public sealed class AboutTexts;
