namespace GmConnect.Web.Staff.Referrals;

public static class ReferralLinks
{
    public const string Pattern = "/staff/referrals/{ReferralId:guid}";

    public static string To(Guid referral) => $"/staff/referrals/{referral}";
}
