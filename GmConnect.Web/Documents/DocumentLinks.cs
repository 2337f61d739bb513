using GmConnect.Web.Citizen.CarePlans;
using GmConnect.Web.Citizen.Sharing;
using GmConnect.Web.Citizen.Stories;
using GmConnect.Web.Staff.Referrals;

namespace GmConnect.Web.Documents;

public static class DocumentLinks
{
    /// <summary>In the query: how it is to be printed.</summary>
    public const string Print = "print";

    public const string Large = "large";

    public const string PassportPattern = "/story/{resident:guid}/passport.pdf";

    public const string PlanPattern = "/plan/{resident:guid}/shared-plan.pdf";

    public const string LeavingPattern = "/plan/{resident:guid}/leaving-hospital.pdf";

    public const string ReceiptPattern = "/consents/{resident:guid}/{consent:guid}/receipt.pdf";

    public const string ReferralPassportPattern = "/staff/referrals/{ReferralId:guid}/passport.pdf";

    public const string TeamPlanPattern = "/staff/plans/{resident:guid}/shared-plan.pdf";

    public const string SummaryPattern = "/staff/discharge/{StayId:guid}/summary.pdf";

    public static string Passport(Guid resident) => $"{StoryLinks.Of(resident)}/passport.pdf";

    public static string Plan(Guid resident) => $"{PlanLinks.Of(resident)}/shared-plan.pdf";

    /// <summary>The family's summary of what is to be done about leaving hospital.</summary>
    public static string Leaving(Guid resident) => $"{PlanLinks.Of(resident)}/leaving-hospital.pdf";

    public static string Receipt(Guid resident, Guid consent) => $"{SharingLinks.Receipt(resident, consent)}/receipt.pdf";

    /// <summary>The parts of the story that the agency of the referral may see.</summary>
    public static string ReferralPassport(Guid referral) => $"{ReferralLinks.To(referral)}/passport.pdf";

    /// <summary>The plan for those who work on it.</summary>
    public static string TeamPlan(Guid resident) => $"/staff/plans/{resident}/shared-plan.pdf";

    public static string Summary(Guid stay) => $"/staff/discharge/{stay}/summary.pdf";

    public static string InLargePrint(string link) => $"{link}?{Print}={Large}";
}
