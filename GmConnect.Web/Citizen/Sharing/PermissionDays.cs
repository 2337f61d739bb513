using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Web.Citizen.Sharing;

public static class PermissionDays
{
    private const int Soon = 30;

    /// <summary>The last London day of a permission: it ends with the first moment of the next.</summary>
    public static DateOnly LastDay(this PermissionShown permission) => LondonTime.DayOf(permission.Until.AddTicks(-1));

    public static DateOnly LastDay(this DelegationShown delegation) => LondonTime.DayOf(delegation.Until.AddTicks(-1));

    /// <summary>It ends within <see cref="Soon"/> days: the family is asked whether it should go on.</summary>
    public static bool EndsSoon(this PermissionShown permission, DateOnly today) =>
        permission.State is PermissionState.InForce && permission.LastDay() <= today.AddDays(Soon);

    public static bool CanBeWithdrawn(this PermissionShown permission) => permission.State is PermissionState.InForce || permission.IsMyNo;
}
