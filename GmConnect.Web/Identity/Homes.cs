using GmConnect.Domain.Common;

namespace GmConnect.Web.Identity;

/// <summary>Where each role starts.</summary>
public static class Homes
{
    public static string Of(Role role) => role switch
    {
        Role.Resident or Role.Delegate => "/story",
        Role.DataGuardian or Role.GovernanceLead or Role.Analyst => "/governance",
        Role.Administrator => "/operations/exchange",
        _ => "/staff"
    };
}
