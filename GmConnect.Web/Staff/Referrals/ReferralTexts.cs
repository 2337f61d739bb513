namespace GmConnect.Web.Staff.Referrals;

/// <summary>Marks this feature's words: ReferralTexts.resx.</summary>
public sealed class ReferralTexts;
