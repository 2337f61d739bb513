namespace GmConnect.Web.Citizen.Start;

public sealed class StartTexts;
