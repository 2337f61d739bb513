using GmConnect.Web.Citizen.Stories;

namespace GmConnect.Web.Citizen.Sharing;

public static class SharingLinks
{
    public const string ChoosePermissions = "/consents";

    public static string Agencies(Guid resident) => $"{StoryLinks.Of(resident)}/share";

    public static string Parts(Guid resident) => $"{Agencies(resident)}/parts";

    public static string Purposes(Guid resident) => $"{Agencies(resident)}/purposes";

    public static string Preview(Guid resident) => $"{Agencies(resident)}/preview";

    public static string Shared(Guid resident) => $"{StoryLinks.Of(resident)}/shared";

    public static string Permissions(Guid resident) => $"{ChoosePermissions}/{resident}";

    public static string Receipt(Guid resident, Guid consent) => $"{Permissions(resident)}/{consent}";

    public static string Withdraw(Guid resident, Guid consent) => $"{Receipt(resident, consent)}/withdraw";

    public static string Renew(Guid resident, Guid consent) => $"{Receipt(resident, consent)}/renew";

    /// <summary>What a service asks before it can go on.</summary>
    public static string Asked(Guid resident, Guid question) => $"{Permissions(resident)}/asked/{question}";

    /// <summary>Share with the agency that another says is the right one.</summary>
    public static string Instead(Guid resident, Guid consent) => $"{Receipt(resident, consent)}/instead";

    public static string EndDelegation(Guid resident, Guid delegation) => $"{Permissions(resident)}/acting/{delegation}/end";
}
