namespace GmConnect.Domain.Referrals;

public enum ReferralStatus
{
    New,
    Triaged,
    Accepted,
    Refused,
    Withdrawn
}

public static class ReferralStatuses
{
    public static bool CanBecome(this ReferralStatus from, ReferralStatus to) => (from, to) switch
    {
        (ReferralStatus.New, ReferralStatus.Triaged or ReferralStatus.Refused or ReferralStatus.Withdrawn) => true,
        (ReferralStatus.Triaged, ReferralStatus.Accepted or ReferralStatus.Refused or ReferralStatus.Withdrawn) => true,
        (ReferralStatus.Accepted, ReferralStatus.Withdrawn) => true,
        (ReferralStatus.Refused, ReferralStatus.Withdrawn) => true,
        _ => false
    };

    /// <summary>Whether the agency still has to answer.</summary>
    public static bool IsOpen(this ReferralStatus status) => status is ReferralStatus.New or ReferralStatus.Triaged;
}
