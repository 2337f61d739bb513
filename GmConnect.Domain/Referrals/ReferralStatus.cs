namespace GmConnect.Domain.Referrals;

public enum ReferralStatus
{
    New,
    Triaged,

    /// <summary>The agency asked for more before it can go on.</summary>
    MoreAsked,

    Accepted,
    Refused,

    /// <summary>Another agency is the right one.</summary>
    Redirected,

    Withdrawn,

    /// <summary>It was accepted, and the work that answered it is done.</summary>
    Closed
}

public static class ReferralStatuses
{
    public static bool CanBecome(this ReferralStatus from, ReferralStatus to) => (from, to) switch
    {
        // Triaged again when more is known.
        (ReferralStatus.New or ReferralStatus.Triaged, ReferralStatus.Triaged) => true,
        (ReferralStatus.New or ReferralStatus.Triaged, ReferralStatus.MoreAsked) => true,
        // Answered, or gone on without an answer: back to where it was.
        (ReferralStatus.MoreAsked, ReferralStatus.New or ReferralStatus.Triaged) => true,
        (ReferralStatus.Triaged, ReferralStatus.Accepted) => true,
        (ReferralStatus.New or ReferralStatus.Triaged or ReferralStatus.MoreAsked, ReferralStatus.Refused or ReferralStatus.Redirected) => true,
        (ReferralStatus.Accepted, ReferralStatus.Closed) => true,
        (ReferralStatus.Withdrawn, _) => false,
        (_, ReferralStatus.Withdrawn) => true,
        _ => false
    };

    /// <summary>Whether the agency still has to answer.</summary>
    public static bool IsOpen(this ReferralStatus status) => status is ReferralStatus.New or ReferralStatus.Triaged or ReferralStatus.MoreAsked;

    /// <summary>Whether it opens nothing any more.</summary>
    public static bool HasEnded(this ReferralStatus status) => status is ReferralStatus.Refused or ReferralStatus.Redirected
        or ReferralStatus.Withdrawn or ReferralStatus.Closed;
}
