namespace GmConnect.Web.Staff.Inbox;

/// <summary>Which of the agency's referrals a list shows.</summary>
public enum ShownReferrals
{
    /// <summary>All that wait for an answer.</summary>
    Waiting,

    Answered,

    /// <summary>Those under a permission that ends soon.</summary>
    Ending
}
