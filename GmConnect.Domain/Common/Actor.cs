namespace GmConnect.Domain.Common;

/// <summary>
/// Who acts: one account in one capacity. <see cref="ResidentId"/> is set only for a resident (their own record);
/// <see cref="AgencyId"/> for everybody who acts for an agency. For whom a delegate acts is never part of the actor:
/// the address says it and the sharing decision checks it.
/// </summary>
public sealed record Actor(
    Guid AccountId, string DisplayName, Role Role, Guid? ResidentId = null, Guid? AgencyId = null, Guid? TeamId = null)
{
    public Stamp At(DateTime now) => new(AccountId, now);
}

/// <summary>Who did something and when (UTC).</summary>
public readonly record struct Stamp(Guid By, DateTime At);
